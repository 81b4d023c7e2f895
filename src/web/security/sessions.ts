import { createHash, randomBytes } from 'node:crypto';
import type { Account } from './read-access.ts';

/** A working day: who comes back tomorrow signs in again. */
const LIFETIME = 12 * 60 * 60 * 1000;
/** More people than one process serves; the oldest session gives way. */
const MOST = 10_000;

/** Who is signed in, in the memory of this process: ending it signs everybody out. The ids themselves are not kept. */
export class Sessions {
  readonly #held = new Map<string, { account: Account; until: number }>();
  readonly #now: () => number;
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Begin a session; answers with the id for the cookie. */
  begin(account: Account): string {
    const id = randomBytes(32).toString('base64url');
    if (this.#held.size >= MOST) this.#held.delete(this.#held.keys().next().value!);
    this.#held.set(keyOf(id), { account, until: this.#now() + LIFETIME });
    return id;
  }

  accountOf(id: string | undefined): Account | null {
    if (!id) return null;
    const held = this.#held.get(keyOf(id));
    if (!held) return null;
    if (held.until > this.#now()) return held.account;
    this.#held.delete(keyOf(id));
    return null;
  }

  end(id: string | undefined): void {
    if (id) this.#held.delete(keyOf(id));
  }
}

const keyOf = (id: string) => createHash('sha256').update(id).digest('base64url');

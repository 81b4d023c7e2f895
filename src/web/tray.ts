import { randomBytes } from 'node:crypto';

/** What was sent and is looked at before it is kept: a file, or pasted text. */
export interface Sent {
  readonly name: string;
  readonly mediaType: string | undefined;
  readonly bytes: Uint8Array;
}

/** Bytes held at most, and for how long: a preview is looked at, mended and kept within the hour. */
const MOST_BYTES = 200_000_000;
const LIFETIME = 60 * 60 * 1000;

/** Files between their preview and their keeping, in memory, by an id that cannot be guessed; the oldest give way. */
export class Tray {
  readonly #held = new Map<string, Sent & { until: number }>();
  readonly #now: () => number;
  #bytes = 0;
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  put(sent: Sent): string {
    const id = randomBytes(16).toString('base64url');
    this.#held.set(id, { ...sent, until: this.#now() + LIFETIME });
    this.#bytes += sent.bytes.length;
    for (const [old, { until }] of this.#held)
      if (old !== id && (this.#bytes > MOST_BYTES || until < this.#now())) this.take(old);
    return id;
  }

  get(id: string): Sent | null {
    const held = this.#held.get(id);
    return held && held.until >= this.#now() ? held : null;
  }

  take(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    this.#bytes -= held.bytes.length;
  }
}

/** How often one address may ask: `burst` at once, then `perMinute`. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Addresses remembered at most; the one that asked longest ago is forgotten first. */
const MOST = 10_000;

/** A leaky bucket for each key. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();
  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Take one; null when it may go on, else the seconds to wait. */
  take(key: string): number | null {
    const { burst, perMinute } = this.#rate;
    const now = this.#now();
    const known = this.#buckets.get(key);
    const left = known ? Math.min(burst, known.left + ((now - known.at) / 60_000) * perMinute) : burst;
    this.#buckets.delete(key);
    if (this.#buckets.size >= MOST) this.#buckets.delete(this.#buckets.keys().next().value!);
    const isAllowed = left >= 1;
    this.#buckets.set(key, { left: isAllowed ? left - 1 : left, at: now });
    return isAllowed ? null : Math.ceil(((1 - left) / perMinute) * 60);
  }
}

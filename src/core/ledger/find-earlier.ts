import { keyWeight, ordinaryWeight, ownLikeness, SAME_PROPOSITION, type Weigh } from './match-statements.ts';
import { KEY_KINDS, keyNumber } from './statement-keys.ts';
import type { StatementLine } from './statement-line.ts';

/** Keys by which earlier statements are sought, the most telling ones; and how many of the latest each gives. */
const SOUGHT_KEYS = 6;
const LATEST = 60;

/** For each statement of a stretch the earlier one that it may be a shift from; -1 where there is none. */
export interface Earlier {
  readonly index: Int32Array;
  /** how telling a key is on this line */
  readonly weigh: Weigh;
}

/**
 * Find for the statements `from`..`to` of a line what each may be a shift from: of the latest earlier event on another day
 * whose words of the same side speak to the point, the likest statement; what is older was answered by that. Only what
 * shares one of its most telling keys is looked at, so a page of a long line costs little.
 */
export function findEarlier(line: StatementLine, from: number, to: number): Earlier {
  const { ids, weights, weigh } = weighLine(line);
  const { keyStart, keys, day, event } = line;
  const isLeaning = (k: number) => (keys[k]! & (KEY_KINDS - 1)) === 3;

  const telling: number[][] = [];
  const isSought = new Uint8Array(weights.length);
  for (let i = from; i < to; i++) {
    const own: number[] = [];
    for (let k = keyStart[i]!; k < keyStart[i + 1]!; k++) if (!isLeaning(k)) own.push(k);
    own.sort((a, b) => weights[ids[b]!]! - weights[ids[a]!]! || keys[a]! - keys[b]!);
    const sought = own.slice(0, SOUGHT_KEYS).map((k) => ids[k]!);
    for (const id of sought) isSought[id] = 1;
    telling.push(sought);
  }
  const postings = postingsOf(line, ids, isSought, to);

  const index = new Int32Array(to - from).fill(-1);
  const isOwn = new Uint8Array(weights.length);
  for (let i = from; i < to; i++) {
    const near = new Set<number>();
    for (const id of telling[i - from]!) postings.before(id, i, LATEST, near);
    if (near.size === 0) continue;
    let whole = 0;
    for (let k = keyStart[i]!; k < keyStart[i + 1]!; k++)
      if (!isLeaning(k)) {
        whole += weights[ids[k]!]!;
        isOwn[ids[k]!] = 1;
      }
    let found = -1;
    let best = 0;
    for (const j of [...near].sort((a, b) => b - a)) {
      if (found !== -1 && event[j] !== event[found]) break;
      if (event[j] === event[i] || day[j] === 0 || day[j] === day[i] || !isOneSide(line, j, i)) continue;
      let common = 0;
      let other = 0;
      for (let k = keyStart[j]!; k < keyStart[j + 1]!; k++) {
        if (isLeaning(k)) continue;
        other += weights[ids[k]!]!;
        if (isOwn[ids[k]!]) common += weights[ids[k]!]!;
      }
      const own = ownLikeness(common, whole, other, weigh.ordinary);
      // rounding is no difference: of two alike the later stands
      if (own < SAME_PROPOSITION || own <= best + 1e-9) continue;
      found = j;
      best = own;
    }
    index[i - from] = found;
    for (let k = keyStart[i]!; k < keyStart[i + 1]!; k++) isOwn[ids[k]!] = 0;
  }
  return { index, weigh };
}

/** May the later be a reversal of the earlier, by the signs of their acts? False is certain. */
export const mayReverse = ({ affirmed, negated }: StatementLine, earlier: number, later: number): boolean =>
  ((affirmed[earlier]! & negated[later]!) | (negated[earlier]! & affirmed[later]!)) !== 0;

/** As `isOneSide` of two statements (law L3). */
function isOneSide({ party, person }: StatementLine, a: number, b: number): boolean {
  return party[a] !== 0 && party[b] !== 0 ? party[a] === party[b] : person[a] !== 0 && person[a] === person[b];
}

/** Keys by small ids, and the weight of each on this line, as `weighKeys` gives it. */
function weighLine({ length, keys }: StatementLine): { ids: Int32Array; weights: Float64Array; weigh: Weigh } {
  const table = new KeyTable();
  const ids = new Int32Array(keys.length);
  const seen: number[] = [];
  for (let k = 0; k < keys.length; k++) {
    const id = table.idOf(keys[k]!);
    ids[k] = id;
    if (id === seen.length) seen.push(1);
    else seen[id]!++;
  }
  const weights = Float64Array.from(seen, (count, id) => keyWeight(table.keys[id]! & (KEY_KINDS - 1), count, length));
  const weigh = (key: string) => {
    const number = keyNumber(key);
    const id = table.find(number);
    return id < 0 ? keyWeight(number & (KEY_KINDS - 1), 0, length) : weights[id]!;
  };
  return { ids, weights, weigh: Object.assign(weigh, { ordinary: ordinaryWeight(length) }) };
}

/** Keys of a line by small ids, in the order in which they come. Open addressing, as large as the keys that differ need. */
class KeyTable {
  /** by id */
  readonly keys: number[] = [];
  /** slot -> id + 1 */
  #slots = new Int32Array(4096);
  #slotKeys = new Int32Array(4096);

  /** The id of a key; a new one gets the next. */
  idOf(key: number): number {
    const at = this.#slotOf(key);
    const known = this.#slots[at]!;
    if (known !== 0) return known - 1;
    const id = this.keys.push(key);
    this.#slots[at] = id;
    this.#slotKeys[at] = key;
    if (id * 2 > this.#slots.length) this.#grow();
    return id - 1;
  }

  /** The id of a known key, else -1. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key)]! - 1;
  }

  #slotOf(key: number): number {
    const [slots, slotKeys] = [this.#slots, this.#slotKeys];
    const last = slots.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & last;
    while (slots[at] !== 0 && slotKeys[at] !== key) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    this.#slotKeys = new Int32Array(this.#slots.length);
    for (const [id, key] of this.keys.entries()) {
      const at = this.#slotOf(key);
      this.#slots[at] = id + 1;
      this.#slotKeys[at] = key;
    }
  }
}

/** Which statements before `to` hold each sought key. */
function postingsOf(line: StatementLine, ids: Int32Array, isSought: Uint8Array, to: number) {
  const end = line.keyStart[to]!;
  const starts = new Int32Array(isSought.length + 1);
  for (let k = 0; k < end; k++) if (isSought[ids[k]!]) starts[ids[k]! + 1]!++;
  for (let t = 0; t < isSought.length; t++) starts[t + 1]! += starts[t]!;
  const next = starts.slice();
  const places = new Int32Array(starts[isSought.length]!);
  for (let i = 0; i < to; i++)
    for (let k = line.keyStart[i]!; k < line.keyStart[i + 1]!; k++) if (isSought[ids[k]!]) places[next[ids[k]!]!++] = i;
  return {
    /** Gather the last `most` statements before `i` that hold a key. */
    before(id: number, i: number, most: number, into: Set<number>): void {
      let [low, high] = [starts[id]!, starts[id + 1]!];
      while (low < high) {
        const mid = (low + high) >> 1;
        if (places[mid]! < i) low = mid + 1;
        else high = mid;
      }
      for (let k = Math.max(starts[id]!, low - most); k < low; k++) into.add(places[k]!);
    },
  };
}

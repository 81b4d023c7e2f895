/** Entries of one block: 512 take about 2.7 KB, so that a look-up reads one page or two and decodes for 3 µs. */
export const BLOCK_ENTRIES = 128;

/** A decoded block: keys ascending, places ascending within a key. */
export interface Block {
  readonly keys: Float64Array;
  readonly places: Uint32Array;
}

/** Packs sorted entries: the step of the key, then the place (from the place before it where the key is the same). */
export class BlockWriter {
  readonly #bytes = new Uint8Array(BLOCK_ENTRIES * 13);
  #length = 0;
  #entries = 0;
  #key = 0;
  #place = 0;
  first = 0;

  get entries(): number {
    return this.#entries;
  }
  get isFull(): boolean {
    return this.#entries === BLOCK_ENTRIES;
  }
  push(key: number, place: number): void {
    if (this.#entries === 0) {
      this.first = key;
      this.#key = key;
      this.#place = 0;
    }
    const step = key - this.#key;
    this.#varint(step);
    this.#varint(step === 0 ? place - this.#place : place);
    this.#key = key;
    this.#place = place;
    this.#entries++;
  }
  /** The packed block, and begin anew. */
  take(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#entries = 0;
    return bytes;
  }
  #varint(value: number): void {
    let rest = value;
    while (rest >= 0x10000000) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }
}

/** Unpack a block whose first key is `first`. */
export function readBlock(bytes: Uint8Array, first: number): Block {
  const keys = new Float64Array(BLOCK_ENTRIES);
  const places = new Uint32Array(BLOCK_ENTRIES);
  let n = 0;
  let key = first;
  let place = 0;
  for (let i = 0; i < bytes.length; n++) {
    let byte = bytes[i++]!;
    let step = byte & 127;
    for (let scale = 128; byte & 128; scale *= 128) {
      byte = bytes[i++]!;
      step += (byte & 127) * scale;
    }
    byte = bytes[i++]!;
    let next = byte & 127;
    for (let scale = 128; byte & 128; scale *= 128) {
      byte = bytes[i++]!;
      next += (byte & 127) * scale;
    }
    place = step === 0 ? place + next : next;
    key += step;
    keys[n] = key;
    places[n] = place;
  }
  return { keys: keys.subarray(0, n), places: places.subarray(0, n) };
}

/** Index of the first entry whose key is not below `key`. */
export function lowerBound(keys: Float64Array, key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

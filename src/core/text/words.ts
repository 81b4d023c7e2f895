/**
 * The words of a text with their places: one scan that folds case, diacritics and typography, so that a quotation and its
 * source meet whatever keyboard typed them. Offsets are UTF-16 units.
 *
 *     "We don’t need 3,000 mid-range U.S. missiles"  ->  we dont need 3000 mid range us missiles
 *
 * Apostrophes inside a word are dropped, hyphens split, thousands separators are dropped, dotted initials join, "%" is
 * "percent" and "&" is "and". Scripts written without spaces give one word a character.
 */
export interface Words {
  readonly count: number;
  /** 32-bit FNV-1a of the folded word: equal words have equal hashes, and the reverse but for one pair in 4 thousand million */
  readonly hash: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

const SEPARATOR = 1;
const LETTER = 2;
const DIGIT = 3;
const APOSTROPHE = 4;
const MARK = 5;
const ALONE = 6;
const SYMBOL = 7;

/** Class and folded form of each UTF-16 unit, filled as units are met: reading the tables of \p{L} for all of them takes 20 ms. */
const classes = new Uint8Array(65536);
const folded = new Uint16Array(65536);

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  let kind = SEPARATOR;
  let fold = unit;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(char))
    kind = ALONE;
  else if (/[\p{L}\p{Mc}]/u.test(char)) {
    kind = LETTER;
    const lower = char.toLowerCase().normalize('NFKD');
    // й is a letter of its own; ё is written е as often as not
    fold = char === 'й' || char === 'Й' ? 0x439 : lower.charCodeAt(0);
  } else if (/\p{M}/u.test(char)) kind = MARK;
  else if (/\p{N}/u.test(char)) {
    kind = DIGIT;
    fold = char.normalize('NFKD').charCodeAt(0);
  } else if ("'’ʼ‘`´′".includes(char)) kind = APOSTROPHE;
  else if (char === '\u00ad' || char === '\u200d' || char === '\u200c' || char === '\ufeff') kind = MARK;
  else if (char === '%' || char === '&') kind = SYMBOL;
  else if (unit >= 0xd800 && unit <= 0xdfff) kind = SEPARATOR;
  classes[unit] = kind;
  folded[unit] = fold;
  return kind;
}
const classOf = (unit: number) => classes[unit] || classify(unit);

const FNV_SEED = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SYMBOL_WORDS: Readonly<Record<string, string>> = { '%': 'percent', '&': 'and' };

/** Hash of a folded word, as `scanWords` gives it. */
export function hashWord(word: string): number {
  let h = FNV_SEED;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), FNV_PRIME);
  return h >>> 0;
}

/** The words of `text` between `from` and `to`. */
export function scanWords(text: string, from = 0, to = text.length): Words {
  let room = Math.max(16, ((to - from) >> 2) + 8);
  let hash = new Uint32Array(room);
  let start = new Uint32Array(room);
  let end = new Uint32Array(room);
  let n = 0;
  for (let i = from; i < to; ) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === SEPARATOR || kind === APOSTROPHE || kind === MARK) {
      i++;
      continue;
    }
    if (n === room) {
      room *= 2;
      hash = grow(hash, room);
      start = grow(start, room);
      end = grow(end, room);
    }
    start[n] = i;
    if (kind === SYMBOL) {
      hash[n] = hashWord(SYMBOL_WORDS[text[i]!]!);
      i++;
    } else if (kind === ALONE) {
      hash[n] = Math.imul(FNV_SEED ^ folded[text.charCodeAt(i)]!, FNV_PRIME) >>> 0;
      i++;
    } else {
      const stop = wordEnd(text, i, to);
      hash[n] = hashOfSlice(text, i, stop);
      i = stop;
    }
    end[n] = i;
    n++;
  }
  return { count: n, hash: hash.subarray(0, n), start: start.subarray(0, n), end: end.subarray(0, n) };
}

function grow(old: Uint32Array<ArrayBuffer>, room: number) {
  const wider = new Uint32Array(room);
  wider.set(old);
  return wider;
}

/** Where the word that opens at `i` ends. */
function wordEnd(text: string, i: number, to: number): number {
  const isDigits = classOf(text.charCodeAt(i)) === DIGIT;
  let j = i + 1;
  while (j < to) {
    const unit = text.charCodeAt(j);
    const kind = classOf(unit);
    if (kind === LETTER || kind === DIGIT || kind === MARK) j++;
    else if (kind === APOSTROPHE && j + 1 < to && !isDigits && classOf(text.charCodeAt(j + 1)) === LETTER) j++;
    else if ((unit === 46 || unit === 44) && isDigits && j + 1 < to && classOf(text.charCodeAt(j + 1)) === DIGIT) j++;
    else if (unit === 46 && isInitials(text, i, j, to)) j++;
    else break;
  }
  return j;
}

/** "U.S" and "e.g": single letters between dots, so that U.S. and US are one word. `dot` stands after a single letter. */
function isInitials(text: string, from: number, dot: number, to: number): boolean {
  if ((dot - from) % 2 !== 1 || dot + 1 >= to || classOf(text.charCodeAt(dot + 1)) !== LETTER) return false;
  for (let k = from; k < dot; k += 2) if (classOf(text.charCodeAt(k)) !== LETTER) return false;
  for (let k = from + 1; k < dot; k += 2) if (text.charCodeAt(k) !== 46) return false;
  return dot + 2 >= to || classOf(text.charCodeAt(dot + 2)) !== LETTER;
}

/** A comma or dot inside digits is a thousands separator when three digits follow it and no more. */
function isThousands(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== 44) return false;
  let digits = 0;
  while (at + 1 + digits < end && classOf(text.charCodeAt(at + 1 + digits)) === DIGIT) digits++;
  return digits === 3;
}

function hashOfSlice(text: string, from: number, end: number): number {
  let h = FNV_SEED;
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === LETTER || kind === DIGIT) h = Math.imul(h ^ folded[unit]!, FNV_PRIME);
    else if ((unit === 44 || unit === 46) && classOf(text.charCodeAt(from)) === DIGIT && !isThousands(text, i, end))
      h = Math.imul(h ^ 46, FNV_PRIME);
  }
  return h >>> 0;
}

/** Most words are printed as they fold: small letters alone. */
function isFolded(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if ((kind !== LETTER && kind !== DIGIT) || folded[unit] !== unit) return false;
  }
  return true;
}

/** The folded form of one scanned word. */
export function foldWord(text: string, from = 0, end = text.length): string {
  const symbol = SYMBOL_WORDS[text[from]!];
  if (symbol !== undefined) return symbol;
  if (isFolded(text, from, end)) return text.slice(from, end);
  let word = '';
  const digits = classOf(text.charCodeAt(from)) === DIGIT;
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === LETTER || kind === DIGIT || kind === ALONE) word += String.fromCharCode(folded[unit]!);
    else if ((unit === 44 || unit === 46) && digits && !isThousands(text, i, end)) word += '.';
  }
  return word;
}

/** The folded words of a text, without places. */
export function foldWords(text: string): string[] {
  const words = scanWords(text);
  return Array.from(words.start, (from, i) => foldWord(text, from, words.end[i]));
}

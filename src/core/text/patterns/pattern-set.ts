import { openingsOf } from './openings.ts';

/** A pattern that begins where a word does, beside others of its kind. What is no expression is an error when it is made. */
export class Pattern {
  /** its number in the set */
  readonly id: number;
  readonly here: RegExp;
  #anywhere: RegExp | undefined;

  constructor(id: number, source: string, flags: string) {
    this.id = id;
    this.here = new RegExp(source, `y${flags}`);
  }
  /** Few patterns may begin at any word: made when it is first asked for. */
  get anywhere(): RegExp {
    this.#anywhere ??= new RegExp(this.here.source, this.here.flags.replace('y', 'g'));
    return this.#anywhere;
  }
}
/** Where the patterns of a set may begin in one text, by number; null for "anywhere", undefined for "nowhere". */
export type Places = readonly (readonly number[] | null | undefined)[];

/**
 * Many patterns over one text in one walk: each is tried only at the words whose letters can open it, so that hundreds cost
 * little more than those that match. What they match is what each would match alone.
 */
export class PatternSet {
  private readonly root: Node = { next: new Map(), ids: [] };
  /** the first step of a walk, for the letters of the two scripts: most words open nothing */
  private readonly first: (Node | undefined)[] = new Array(FIRST_UNITS).fill(undefined);
  private readonly unbound: number[] = [];
  private size = 0;
  private last: { text: string; places: Places } = { text: '', places: [] };
  private before = this.last;

  /** `behind` and `ahead` are the limits of a word; `behind` must at least refuse what stands after a-z, а-я and 0-9. */
  add(body: string, flags: '' | 'u', behind: string, ahead: string): Pattern {
    const pattern = new Pattern(this.size++, `${behind}(?:${body})${ahead}`, flags);
    const openings = openingsOf(body);
    if (openings === null || openings.has('')) this.unbound.push(pattern.id);
    else for (const opening of openings) this.open(opening, pattern.id);
    this.before = this.last = { text: '', places: [] };
    return pattern;
  }

  private open(opening: string, id: number): void {
    insert(this.root, opening, id);
    const unit = opening.charCodeAt(0);
    if (!isSpace(unit) && unit < FIRST_UNITS) this.first[unit] = this.root.next.get(unit);
    if (isSpace(unit)) for (let u = 0; u < FIRST_UNITS; u++) if (isSpace(u)) this.first[u] = this.root.next.get(32);
  }

  placesIn(text: string): Places {
    if (this.last.text === text && this.last.places.length === this.size) return this.last.places;
    if (this.before.text === text && this.before.places.length === this.size) return this.before.places;
    this.before = this.last;
    this.last = { text, places: this.walk(text) };
    return this.last.places;
  }

  private walk(text: string): Places {
    const places: (number[] | null | undefined)[] = new Array(this.size).fill(undefined);
    for (const id of this.unbound) places[id] = null;
    let inWord = false;
    for (let i = 0; i < text.length; i++) {
      const opensHere = !inWord;
      inWord = isLetterOrDigit(text.charCodeAt(i));
      if (!opensHere) continue;
      let unit = text.charCodeAt(i);
      let node = unit < FIRST_UNITS ? this.first[unit] : this.root.next.get(isSpace(unit) ? 32 : unit);
      for (let j = i + 1; node; j++) {
        for (const id of node.ids) {
          const known = places[id];
          if (known === undefined) places[id] = [i];
          else if (known !== null && known[known.length - 1] !== i) known.push(i);
        }
        if (j >= text.length || node.next.size === 0) break;
        unit = text.charCodeAt(j);
        node = node.next.get(isSpace(unit) ? 32 : unit);
      }
    }
    return places;
  }
}

/** All matches, left to right, none within another: what `matchAll` gives. */
export function matchesOf(pattern: Pattern, text: string, places: Places): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const where = places[pattern.id];
  if (where) {
    // one pass: a hostile text may have as many matches as words
    let from = 0;
    for (const at of where) {
      if (at < from) continue;
      pattern.here.lastIndex = at;
      const m = pattern.here.exec(text);
      if (!m) continue;
      found.push(m);
      from = at + m[0].length;
    }
    return found;
  }
  for (let m = firstMatch(pattern, text, places); m; ) {
    found.push(m);
    const from = m.index + (m[0].length || stepAt(pattern, text, m.index));
    m = from > text.length ? null : firstMatch(pattern, text, places, from);
  }
  return found;
}

const stepAt = (pattern: Pattern, text: string, at: number): number =>
  pattern.anywhere.unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;

/** The first match that begins at `from` or after it. */
export function firstMatch(pattern: Pattern, text: string, places: Places, from = 0): RegExpExecArray | null {
  const where = places[pattern.id];
  if (where === undefined) return null;
  if (where === null) {
    pattern.anywhere.lastIndex = from;
    return pattern.anywhere.exec(text);
  }
  for (const at of where) {
    if (at < from) continue;
    pattern.here.lastIndex = at;
    const m = pattern.here.exec(text);
    if (m) return m;
  }
  return null;
}

/** Beyond the Cyrillic letters. */
const FIRST_UNITS = 0x460;
interface Node {
  readonly next: Map<number, Node>;
  readonly ids: number[];
}
function insert(root: Node, opening: string, id: number): void {
  let node = root;
  for (let i = 0; i < opening.length; i++) {
    const unit = opening.charCodeAt(i);
    const next = node.next.get(isSpace(unit) ? 32 : unit) ?? { next: new Map(), ids: [] };
    node.next.set(isSpace(unit) ? 32 : unit, next);
    node = next;
  }
  node.ids.push(id);
}
const isLetterOrDigit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 0x430 && unit <= 0x44f) || (unit >= 48 && unit <= 57);
/** What \s matches. */
const isSpace = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  (unit >= 0xa0 &&
    (unit === 0xa0 ||
      unit === 0x1680 ||
      (unit >= 0x2000 && unit <= 0x200a) ||
      unit === 0x2028 ||
      unit === 0x2029 ||
      unit === 0x202f ||
      unit === 0x205f ||
      unit === 0x3000 ||
      unit === 0xfeff));

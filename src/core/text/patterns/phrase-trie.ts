import type { Span } from '../../model/index.ts';
import { foldUnit, isLetterAt, isSpace, isWordAt } from './fold-unit.ts';

/** Where the phrases of each list stand in one text, by the number of the list, in order of place; undefined for nowhere. */
export type Found = readonly (readonly Span[] | undefined)[];

/** A step of the trie: what may follow, and the lists of which a phrase ends here. */
interface Node {
  readonly next: Map<number, Node>;
  /** reached by "*": any letters may stand before what follows */
  star: Node | null;
  /** number of the list, and place of the phrase in it: of the phrases of one list that begin at one place the first is taken */
  readonly ends: { readonly list: number; readonly rank: number }[];
}
const node = (): Node => ({ next: new Map(), star: null, ends: [] });

/** Stands for one or more of any white space. */
const SPACE = 32;
const APOSTROPHE = 0x27;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;
const unitAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit === TYPOGRAPHIC_APOSTROPHE ? APOSTROPHE : foldUnit(unit);
};

/**
 * Lists of phrases over a text in one walk: whole words, any case, `*` for the rest of a word ("postpon*"), a space for any
 * white space, either apostrophe; one that opens a phrase may stand behind a letter ("we'll" holds "'ll"). It finds what the expression of each list (`phrases.ts`) would, without its making.
 */
export class PhraseTrie {
  readonly #root = node();
  #size = 0;

  /** Gives the number of the list. Longer phrases go first, so that "not yet agreed" wins over "agreed". */
  add(phrases: readonly string[]): number {
    const list = this.#size++;
    for (const [rank, phrase] of longestFirst(phrases).entries()) {
      let at = this.#root;
      for (const part of phrase.trim().replace(/\s+/gu, ' ')) {
        if (part === '*') {
          at.star ??= node();
          at = at.star;
          continue;
        }
        for (let i = 0; i < part.length; i++) {
          const unit = unitAt(part, i);
          const next = at.next.get(unit) ?? node();
          at.next.set(unit, next);
          at = next;
        }
      }
      if (at !== this.#root) at.ends.push({ list, rank });
    }
    return list;
  }

  /** All matches of each list, left to right, none within another. */
  find(text: string): Found {
    const found: (Span[] | undefined)[] = [];
    const best = new Map<number, { rank: number; end: number }>();
    const note = ({ ends }: Node, end: number) => {
      for (const { list, rank } of ends) {
        const known = best.get(list);
        if (known === undefined || rank < known.rank) best.set(list, { rank, end });
      }
    };
    for (let start = 0; start < text.length; start++) {
      if (start > 0 && isWordAt(text, start - 1) && unitAt(text, start) !== APOSTROPHE) continue;
      follow(text, start, this.#root, note);
      if (best.size === 0) continue;
      for (const [list, { end }] of best) {
        const spans = found[list];
        if (!spans) found[list] = [{ start, end }];
        else if (spans[spans.length - 1]!.end <= start) spans.push({ start, end });
      }
      best.clear();
    }
    return found;
  }
}

/** Walk on from a place, noting each step at which a phrase ends and no word goes on. */
function follow(text: string, from: number, first: Node, note: (node: Node, end: number) => void): void {
  let at: Node | undefined = first;
  for (let i = from; at; ) {
    if (at.ends.length > 0 && !(i < text.length && isWordAt(text, i))) note(at, i);
    if (at.star) followStar(text, i, at.star, note);
    if (i >= text.length) return;
    const unit = unitAt(text, i);
    at = at.next.get(unit);
    i++;
    if (unit === SPACE) while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  }
}

/** The rest of a word, as much as there is first; each shorter rest may be what a phrase means, too. */
function followStar(text: string, from: number, star: Node, note: (node: Node, end: number) => void): void {
  let end = from;
  while (end < text.length && isLetterAt(text, end)) end++;
  for (let i = end; i >= from; i--) follow(text, i, star, note);
}

export const longestFirst = (phrases: readonly string[]): string[] => [...phrases].sort((a, b) => b.length - a.length);

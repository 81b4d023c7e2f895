import type { SentenceWords } from './sentence-words.ts';

export type Cut = 'cut' | 'merge';
/** One proposed cut: everything a rule may look at. `start` is where the sentence on the left began. */
export interface CutContext {
  readonly text: string;
  readonly at: number;
  readonly start: number;
  readonly words: SentenceWords;
  readonly isListItem: boolean;
}
type Refiner = (c: CutContext) => Cut | null;

/** How far rules look to each side; a word and its neighbours, never the paragraph. UTF-16 units. */
const SIGHT = 80;
/** A left side of fewer words has no verb yet: "At 5 a.m." begins a sentence, it is none. */
const MIN_LEFT_WORDS = 4;

const left = (c: CutContext) => c.text.slice(Math.max(c.start, c.at - SIGHT), c.at).trimEnd();
const right = (c: CutContext) => c.text.slice(c.at, c.at + SIGHT);
const opening = /^["'“‘«„([]+/u;
const firstWord = (s: string) => /^["'“‘«„([]*([\p{L}\p{M}\p{N}'’-]+)/u.exec(s)?.[1] ?? '';
/** The word before the full stop that ends the left side, with inner stops (U.S, a.m); '' when it ends otherwise. */
const stoppedWord = (s: string) =>
  s.endsWith('.') ? (STOPPED_WORD.exec(s.slice(Math.max(0, s.lastIndexOf(' '))))?.[1] ?? '') : '';
const STOPPED_WORD = /(?:^|[^\p{L}\p{M}\p{N}.°-])((?:[\p{L}\p{M}°]+[.-])*[\p{L}\p{M}°]+)\.$/u;
const isStarter = (c: CutContext) => c.words.starters.has(firstWord(right(c)).toLowerCase());
const isCapital = (s: string) => /^["'“‘«„([]*\p{Lu}/u.test(s);

/** A list item begins here. First, because its marker looks like an abbreviation. */
const listItem: Refiner = (c) => (c.isListItem ? 'cut' : null);

/** "1." or "a)" alone on the left is the marker of what follows. */
const bareMarker: Refiner = (c) =>
  /^\s*(?:[•⁃‣▪–-]\s?)?(?:\d{1,3}|[a-z])(?:\.\)|\.|\))\s*$/u.test(c.text.slice(c.start, c.at)) && c.at - c.start < 12
    ? 'merge'
    : null;

/** A small letter goes on with the sentence: '"This is great." she said', "Yahoo! in". */
const smallLetter: Refiner = (c) =>
  /^["'”’»)\]]*\s*\p{Ll}/u.test(right(c)) && !opening.test(right(c)) ? 'merge' : null;

/** A dash after a stop, in quoted dialogue: «… ? – спросила мама. – Завтра …»; or before a small letter anywhere. */
const dashedOn: Refiner = (c) => {
  const r = right(c);
  if (!/^[–—-]\s/u.test(r)) return null;
  if (/^[–—-]\s+\p{Ll}/u.test(r)) return 'merge';
  const before = c.text.slice(Math.max(c.start, c.at - 2000), c.at);
  return before.lastIndexOf('«') > before.lastIndexOf('»') ? 'merge' : null;
};

/** Only punctuation is left over: closing marks and dots stay with their sentence. */
const onlyMarks: Refiner = (c) => (/^[\s.…!?»”’)\]]*$/u.test(c.text.slice(c.at)) ? 'merge' : null);

/** A reference in parentheses closes the sentence it follows: "… stairways […]" (Smith 55). */
const reference: Refiner = (c) =>
  /^\([^()]{1,60}\)\.(?:\s|$)/u.test(right(c)) && /\][”"»]?$/u.test(left(c)) ? 'merge' : null;

/** Spaced dots in the middle of a sentence: "what I mean . . . I didn't". A fourth dot ends it. */
const spacedEllipsis: Refiner = (c) => {
  const l = left(c);
  if (/^[.…]/u.test(right(c))) return /[.…]$/u.test(l) ? 'merge' : null;
  return /(?:^|[^.\s])\s*\.\s\.\s\.$/u.test(l) && !/\.\s\.\s\.\s\.$/u.test(l) ? 'merge' : null;
};

/** A title, a measure, a reference: what follows belongs to it. */
const leadingAbbreviation: Refiner = (c) => (c.words.leading.has(stoppedWord(left(c)).toLowerCase()) ? 'merge' : null);

/** An initial before a name: "Jonas E. Smith", "А. И. Семенов"; but "you and I. Did", "Plan B. The". */
const initial: Refiner = (c) => {
  const m = /(?:^|[\s(«"“])((?:\p{Lu}\.[\s-]?){0,3})(\p{Lu})\.$/u.exec(left(c));
  if (!m || !isCapital(right(c)) || c.words.trailing.has(stoppedWord(left(c)).toLowerCase())) return null;
  if (/^\p{Lu}\.(?:\s|\p{Lu})/u.test(right(c))) return 'merge';
  if (m[2] === 'I' && !m[1] && !/\p{Lu}[\p{L}'’-]*\s+I\.$/u.test(left(c))) return 'cut';
  return isStarter(c) ? 'cut' : 'merge';
};

/** "3. Oktober", "20. Wahlperiode": a short number with a stop, in languages that write ordinals so. */
const ordinal: Refiner = (c) => (c.words.ordinals && /(?:^|[\s(])\d{1,3}\.$/u.test(left(c)) ? 'merge' : null);

/** "Co." "U.S." "a.m." "гг.": an end only where a sentence clearly begins. */
const trailingAbbreviation: Refiner = (c) => {
  const word = stoppedWord(left(c)).toLowerCase();
  if (!word || !(c.words.trailing.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word))) return null;
  const piece = c.text.slice(c.start, c.at).trim();
  if (piece.length < SIGHT && piece.split(/\s+/u).length < MIN_LEFT_WORDS) return 'merge';
  if (/^\d/u.test(right(c))) return 'merge';
  const next = firstWord(right(c));
  if (c.words.leading.has(next.toLowerCase()) && right(c)[next.length] === '.') return 'cut';
  // a dotted acronym before a capital is mostly an attribute (U.S. Government); a company or time is mostly an end
  const attributive = /^(?:\p{Lu}\.)+\p{Lu}$/u.test(stoppedWord(left(c)));
  return isStarter(c) || !attributive ? 'cut' : 'merge';
};

/**
 * Ordered: marks of layout first, then what follows (a small letter, a dash, left-over marks), which is certain; then what
 * stands before (abbreviations), where the more certain kinds go first. The first that has an opinion decides.
 */
export const REFINERS: readonly Refiner[] = [
  listItem,
  bareMarker,
  onlyMarks,
  smallLetter,
  dashedOn,
  reference,
  spacedEllipsis,
  leadingAbbreviation,
  ordinal,
  initial,
  trailingAbbreviation,
];

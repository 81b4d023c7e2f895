import type { TurnKind, Voice } from '../model/index.ts';
import { foldWord, type Words } from '../text/words.ts';

/** A turn as the check needs it. `start`, `end`: UTF-16 offsets in the document. */
export interface PassageTurn {
  readonly id: string;
  readonly kind: TurnKind;
  readonly voice: Voice;
  readonly speaker: string | null;
  readonly person: string | null;
  readonly start: number;
  readonly end: number;
}

/** A word of a source. Offsets are UTF-16 in the document. */
export interface SourceWord {
  readonly word: string;
  readonly hash: number;
  readonly start: number;
  readonly end: number;
  /** index into the passage's turns */
  readonly turn: number;
  readonly opensSentence: boolean;
  /** said, but struck out in print */
  readonly struck: boolean;
  /** the printed correction of what was struck: in brackets after it */
  readonly correction: boolean;
  readonly capital: boolean;
}

/** A stretch of a document, long enough to see what stands around a quotation. */
export interface Passage {
  readonly document: string;
  /** the text of the stretch; `base` is where it starts in the document */
  readonly text: string;
  readonly base: number;
  readonly words: readonly SourceWord[];
  readonly turns: readonly PassageTurn[];
}

/** The text between two offsets of the document. */
export const textOf = (p: Passage, start: number, end: number) => p.text.slice(start - p.base, end - p.base);

const SENTENCE_END = /[.!?…][\]"”»’')]*\s*$/;
const PARAGRAPH = /\n\s*\n/;
/** A full stop after one of these ends no sentence: initials and short titles. */
const SHORT =
  /(?:^|[\s(])(?:\p{Lu}|[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[Ss]en|[Rr]ep|[Gg]en|[Gg]ov|[Pp]rof|[Jj]r|[Ss]r|[Vv]s|[Nn]o|т|г|гг|им|ул|см)\.\s*$/u;

/**
 * Put words, turns and print marks together. `scanned` has offsets in `text`; `isStruck` tells the words struck in print.
 */
export function makePassage(
  document: string,
  text: string,
  base: number,
  scanned: Words,
  turns: readonly PassageTurn[],
  isStruck: (start: number) => boolean,
): Passage {
  const words: SourceWord[] = [];
  let turn = 0;
  let inCorrection = false;
  let last = 0;
  for (let i = 0; i < scanned.count; i++) {
    const [from, to] = [scanned.start[i]!, scanned.end[i]!];
    const start = from + base;
    const entered = turn;
    while (turn + 1 < turns.length && turns[turn + 1]!.start <= start) turn++;
    // most words follow a single space: nothing to look at
    const isPlain = from - last === 1 && text.charCodeAt(last) === 32;
    const between = isPlain ? ' ' : text.slice(last, from);
    const struck = isStruck(start);
    const before = words[i - 1];
    if (inCorrection && !isPlain && between.includes(']')) inCorrection = false;
    if (
      !isPlain &&
      !inCorrection &&
      before &&
      (before.struck || isLastStruck(words)) &&
      /\[\s*[("“‘'$‘’]*$/.test(between)
    )
      inCorrection = !struck;
    const raw = text.slice(from, to);
    words.push({
      word: foldWord(text, from, to),
      hash: scanned.hash[i]!,
      start,
      end: to + base,
      turn,
      opensSentence:
        i === 0 ||
        entered !== turn ||
        (!isPlain && PARAGRAPH.test(between)) ||
        (!isPlain &&
          SENTENCE_END.test(between) &&
          /^[\p{Lu}\p{N}]/u.test(raw) &&
          !SHORT.test(text.slice(Math.max(0, last - 6), from))),
      struck,
      correction: inCorrection,
      capital: /^\p{Lu}/u.test(raw),
    });
    last = to;
  }
  return { document, text, base, words, turns };
}

/** The word before stands in a correction whose struck word stands before it: `<s>a</s> <s>b</s> [c]`. */
const isLastStruck = (words: readonly SourceWord[]) => words.length > 0 && words[words.length - 1]!.struck;

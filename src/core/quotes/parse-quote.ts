import { foldWord, foldWords, hashWord, scanWords } from '../text/words.ts';
import { findClauses } from './find-clauses.ts';
import type { Lexicon } from './lexicon.ts';

/** A word as the quotation prints it. `start`/`end` are UTF-16 offsets in the quotation. */
export interface QuoteWord {
  readonly word: string;
  readonly hash: number;
  readonly start: number;
  readonly end: number;
  /** stands in square brackets: the editor's, not the speaker's */
  readonly bracketed: boolean;
  /** part of it stands in brackets: [T]he, want[ed] */
  readonly patched: boolean;
  /** an ellipsis stands before it */
  readonly gapBefore: boolean;
  /** printed with a capital letter */
  readonly capital: boolean;
}

/** A quotation taken apart. */
export interface ParsedQuote {
  readonly text: string;
  /** the words without the quotation marks around them: offsets in `text` */
  readonly start: number;
  readonly end: number;
  readonly words: readonly QuoteWord[];
  readonly leadingGap: boolean;
  readonly trailingGap: boolean;
  /** an ellipsis stands between words */
  readonly hasGap: boolean;
  /** carries brackets or an ellipsis: the reader is told that something was changed */
  readonly marked: boolean;
  /** spans of notes that are none of the words: [sic], [emphasis added] */
  readonly notes: readonly { readonly start: number; readonly end: number }[];
  /** spans of clauses of speech between two pairs of marks: "A," he said, "B" */
  readonly clauses: readonly { readonly start: number; readonly end: number }[];
  readonly opensAsSentence: boolean;
  readonly closesAsSentence: boolean;
}

// Bounded repeats only: the quotation is a user's text.
const ELLIPSIS = /[[(<]\s{0,2}(?:…|\.\s?\.\s?\.?\s?\.?)\s{0,2}[\])>]|…|\.\s?\.\s?\.(?:\s?\.)?/g;
const BRACKET = /\[([^[\]]{0,400})\]/g;
const OUTER = /^[\s"“”„«»‘’‹›「『*_]+|[\s"“”„«»‘’‹›」』*_]+$/g;
const WORD_CHAR = /[\p{L}\p{N}]/u;
/** Zero width, ignored inside a word: "[T]he" becomes one word that keeps its places. */
const JOINER = '\u200c';

/**
 * Take a quotation apart: its words, the ellipses (`...`, `…`, `[...]`, `. . .`), the brackets (`[the minister]`, `[T]he`,
 * `[sic]`) and whether it is printed as a whole sentence.
 */
export function parseQuote(text: string, lexicon: Lexicon): ParsedQuote {
  let masked = text;
  const blank = (from: number, to: number, fill = ' ') => {
    masked = masked.slice(0, from) + fill.repeat(to - from) + masked.slice(to);
  };
  const clauses = findClauses(text, lexicon);
  for (const c of clauses) blank(c.start, c.end);
  const gaps: number[] = [];
  for (const m of [...masked.matchAll(ELLIPSIS)]) {
    // three dots are an ellipsis; two dots are only inside brackets
    gaps.push(m.index);
    blank(m.index, m.index + m[0].length);
  }
  const brackets: { start: number; end: number }[] = [];
  const patches: number[] = [];
  const notes: { start: number; end: number }[] = [];
  for (const m of masked.matchAll(BRACKET)) {
    const [from, to] = [m.index, m.index + m[0].length];
    const inner = m[1]!;
    const touches = WORD_CHAR.test(text[from - 1] ?? '') || WORD_CHAR.test(text[to] ?? '');
    if (isNote(inner, lexicon)) {
      notes.push({ start: from, end: to });
      blank(from, to);
    } else if (touches && /^[\p{L}\p{M}]+$/u.test(inner)) {
      patches.push(from);
      blank(from, from + 1, JOINER);
      blank(to - 1, to, JOINER);
    } else {
      brackets.push({ start: from, end: to });
      blank(from, from + 1);
      blank(to - 1, to);
    }
  }
  const words: QuoteWord[] = [];
  const scanned = scanWords(masked);
  let gap = 0;
  let leadingGap = false;
  for (let i = 0; i < scanned.count; i++) {
    const [from, to] = [scanned.start[i]!, scanned.end[i]!];
    let gapBefore = false;
    while (gap < gaps.length && gaps[gap]! < from) {
      gapBefore = true;
      gap++;
    }
    if (gapBefore && i === 0) leadingGap = true;
    const word = foldWord(masked, from, to);
    words.push({
      word,
      hash: hashWord(word),
      start: from,
      end: to,
      bracketed: brackets.some((b) => b.start <= from && to <= b.end),
      patched: patches.some((p) => p >= from - 1 && p < to),
      gapBefore: gapBefore && i > 0,
      capital: /^\p{Lu}/u.test(masked.slice(from, to).replaceAll(JOINER, '')),
    });
  }
  const start = /^[\s"“”„«»‘’‹›「『*_]*/.exec(text)![0].length;
  const end = Math.max(start, text.replace(OUTER, '').length + start);
  const hasGap = words.some((w) => w.gapBefore);
  return {
    text,
    start,
    end,
    words,
    leadingGap,
    trailingGap: gap < gaps.length,
    hasGap,
    marked: hasGap || brackets.length > 0 || patches.length > 0 || notes.length > 0,
    notes,
    clauses,
    opensAsSentence: !leadingGap && words.length > 0 && words[0]!.capital,
    closesAsSentence: gap >= gaps.length && /[.!?]["”»’]*[\s\])]*$/.test(text.slice(start, end)),
  };
}

function isNote(inner: string, lexicon: Lexicon): boolean {
  const words = foldWords(inner);
  if (words.length === 0) return true;
  return (
    lexicon.words['ignored-notes'].has(words.join(' ')) ||
    (lexicon.runs['ignored-notes'].get(words[0]!) ?? []).some((run) => run.join(' ') === words.join(' '))
  );
}

import type { Block, Span } from '../model/index.ts';
import { foldWord, scanWords } from '../text/words.ts';
import { type FoundAttribution, findAttribution } from './find-attribution.ts';
import { cueAt, type Lexicon } from './lexicon.ts';
import { type QuotedBefore, whoIs } from './resolve-reference.ts';

/** A sentence of a draft that lays something to somebody without quotation marks. Offsets are UTF-16 in the draft. */
export interface ReportedSpeech {
  /** the sentence as printed, the verb with it: "denied that" is never shown without its "denied" */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** what is laid to the speaker, without the clause that names him */
  readonly said: Span;
  /** as printed, a pronoun resolved; null where it may be one of several */
  readonly speaker: string | null;
  /** how the speaker was found, in words for the report */
  readonly attribution: string;
}

interface Found {
  readonly by: FoundAttribution;
  readonly said: Span;
}

/** The least that can be looked for: "that they would leave". Words. */
const LEAST = 3;

/**
 * Sentences that report speech in the author's words: "Marenko said that the treaty would be extended", "No summit is
 * planned, she told reporters", "According to the ministry, the visas were issued". `quoted` are the quotations that are
 * checked, in order; a sentence that holds one of them is theirs.
 */
export function findReportedSpeech(
  text: string,
  blocks: readonly Pick<Block, 'start' | 'end'>[],
  sentencesOf: (block: Span) => readonly Span[],
  quoted: readonly (Span & { readonly speaker: string | null })[],
  lexicon: Lexicon,
  isPerson: (name: string) => boolean,
): ReportedSpeech[] {
  const found: ReportedSpeech[] = [];
  let last: string | null = null;
  for (const block of blocks) {
    let before: QuotedBefore = { inParagraph: null, end: -1, last };
    const spokenBy = (speaker: string | null, end: number) => {
      if (speaker !== null && isPerson(speaker)) before = { inParagraph: speaker, end, last: speaker };
    };
    for (const sentence of sentencesOf(block)) {
      const here = quoted.filter((q) => q.start < sentence.end && sentence.start < q.end);
      const one = here.length > 0 ? null : (beforehand(text, sentence, lexicon) ?? afterwards(text, sentence, lexicon));
      for (const q of here) spokenBy(q.speaker, q.end);
      if (!one) continue;
      const { name, how } = whoIs(text, block, one.by, before, isPerson, lexicon);
      const [start, end] = trimmed(text, sentence);
      found.push({ text: text.slice(start, end), start, end, said: one.said, speaker: name, attribution: how });
      spokenBy(name, sentence.end);
    }
    last = before.last;
  }
  return found;
}

/** "Marenko said that …", "Marenko warned the talks could fail", "According to Marenko, …". */
function beforehand(text: string, sentence: Span, lexicon: Lexicon): Found | null {
  const words = wordsOf(text, sentence);
  for (let i = 1; i < words.folded.length; i++) {
    const n = cueAt(lexicon, 'report-verbs', words.folded, i);
    if (n === 0 || /^\p{Lu}/u.test(text.slice(words.start[i]))) continue;
    const verbEnd = words.end[i + n - 1]!;
    const by = findAttribution(text, [verbEnd, verbEnd], [sentence.start, verbEnd], lexicon);
    if (!by || by.start >= words.start[i]! || by.end > words.start[i]!) continue;
    const that = thatAfter(words.folded, i + n, lexicon);
    const from = that > 0 ? that : i + n;
    if (words.folded.length - from < LEAST) continue;
    if (that === 0 && !lexicon.words['indirect-verbs'].has(words.folded[i]!)) continue;
    if (that === 0 && cueAt(lexicon, 'speech-settings', words.folded, from) > 0) continue;
    return { by, said: { start: words.start[from]!, end: words.end[words.end.length - 1]! } };
  }
  const comma = text.slice(sentence.start, sentence.end).indexOf(',');
  if (comma < 0 || cueAt(lexicon, 'according', words.folded, 0) < 2) return null;
  const at = sentence.start + comma;
  const by = findAttribution(text, [at, at], [sentence.start, at], lexicon);
  return by ? enough(text, by, { start: at + 1, end: sentence.end }) : null;
}

/** "…, Marenko said on Monday", "…, according to the ministry". */
function afterwards(text: string, sentence: Span, lexicon: Lexicon): Found | null {
  const comma = text.slice(sentence.start, sentence.end).lastIndexOf(',');
  if (comma < 0) return null;
  const at = sentence.start + comma;
  const by = findAttribution(text, [at + 1, sentence.end], [at + 1, at + 1], lexicon);
  return by ? enough(text, by, { start: sentence.start, end: at }) : null;
}

function enough(text: string, by: FoundAttribution, span: Span): Found | null {
  const [start, end] = trimmed(text, span);
  return wordsOf(text, { start, end }).folded.length < LEAST ? null : { by, said: { start, end } };
}

/** Where the words begin after "that", with at most an addressee before it ("told reporters that"); 0 for none. */
function thatAfter(folded: readonly string[], from: number, lexicon: Lexicon): number {
  for (let i = from; i < Math.min(folded.length, from + REACH); i++)
    if (lexicon.words['that-words'].has(folded[i]!) || lexicon.words['whether-words'].has(folded[i]!)) return i + 1;
  return 0;
}
/** How far "that" may stand from its verb: "told the state news agency on Monday that". Words. */
const REACH = 8;

function wordsOf(text: string, { start, end }: Span) {
  const scanned = scanWords(text, start, end);
  const folded = Array.from(scanned.start, (s, i) => foldWord(text, s, scanned.end[i]));
  return { start: [...scanned.start], end: [...scanned.end], folded };
}

/** A span without the white space at its ends. */
function trimmed(text: string, { start, end }: Span): [number, number] {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

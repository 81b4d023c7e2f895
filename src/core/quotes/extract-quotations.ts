import type { Block, Finding, Layer } from '../model/index.ts';
import { foldWords } from '../text/words.ts';
import { findAttribution } from './find-attribution.ts';
import { findClauses } from './find-clauses.ts';
import { findDashSpeech } from './find-dash-speech.ts';
import { findQuoteMarks, type MarkedStretch } from './find-quote-marks.ts';
import type { Lexicon } from './lexicon.ts';
import { type QuotedBefore, type Resolved, whoIs } from './resolve-reference.ts';
import { whyLeftOut } from './why-left-out.ts';

/** A quotation of a draft, with the attribution the draft gives it. */
export interface DraftQuotation {
  readonly quote: string;
  /** UTF-16 offsets in the draft's text, marks included */
  readonly start: number;
  readonly end: number;
  readonly kind: 'quotation' | 'block' | 'split';
  /** the name as printed, a pronoun resolved; null when the draft names nobody */
  readonly speaker: string | null;
  /** how the speaker was found, in words for the report */
  readonly attribution: string;
  /** why it is not checked: scare quotes, a title, a quotation in a quotation; null when it is */
  readonly leftOut: string | null;
}

/**
 * Find every quotation of an article, in order: in marks of any typography, split ones ("A," he said, "B") joined, block
 * quotations. `isPerson` tells names of people the record or the vocabulary knows, so that "he" is resolved only when safe.
 */
export function extractQuotations(
  text: string,
  blocks: readonly Pick<Block, 'start' | 'end' | 'kind'>[],
  lexicon: Lexicon,
  isPerson: (name: string) => boolean,
): Layer<DraftQuotation> {
  const items: DraftQuotation[] = [];
  const findings: Finding[] = [];
  let lastSpeaker: string | null = null;
  for (const block of blocks) {
    const marks = findQuoteMarks(text, block.start, block.end);
    const outer = marks.filter((m) => m.depth === 0);
    if (block.kind === 'quote' && outer.every((m) => m.end - m.start < 0.8 * (block.end - block.start))) {
      const quote = text.slice(block.start, block.end);
      items.push({
        quote,
        start: block.start,
        end: block.end,
        kind: 'block',
        speaker: lastSpeaker,
        attribution: lastSpeaker ? `block quotation after words of ${lastSpeaker}` : 'block quotation without a name',
        leftOut: null,
      });
      continue;
    }
    const dashed = outer.length === 0 ? findDashSpeech(text, block.start, block.end, lexicon) : null;
    if (dashed) {
      const found = findAttribution(text, dashed.clause, [block.start, block.start], lexicon);
      const quoted: QuotedBefore = { inParagraph: null, end: -1, last: lastSpeaker };
      const resolved: Resolved = found ? whoIs(text, block, found, quoted, isPerson, lexicon) : NOBODY;
      items.push({
        quote: dashed.quote,
        start: block.start,
        end: block.end,
        kind: 'split',
        speaker: resolved.name,
        attribution: resolved.how,
        leftOut: null,
      });
      lastSpeaker = resolved.name ?? lastSpeaker;
      continue;
    }
    const groups = joinSplit(text, outer, lexicon);
    let paragraphSpeaker: string | null = null;
    let paragraphEnd = -1;
    for (const [g, group] of groups.entries()) {
      const first = group[0]!;
      const last = group[group.length - 1]!;
      const before: [number, number] = [
        Math.max(sentenceBefore(text, block.start, first.start), groups[g - 1]?.at(-1)?.end ?? block.start),
        first.start,
      ];
      const between: [number, number] =
        group.length > 1
          ? [first.end, group[1]!.start]
          : [last.end, Math.min(sentenceAfter(text, last.end, block.end), groups[g + 1]?.[0]?.start ?? block.end)];
      const quote = group.map((m) => m.text.trim()).join(' ');
      const inner = findClauses(text.slice(first.start, last.end), lexicon)[0];
      const around: [number, number] = inner ? [first.start + inner.start, first.start + inner.end] : between;
      const found = findAttribution(text, around, before, lexicon);
      const quoted = { inParagraph: paragraphSpeaker, end: paragraphEnd, last: lastSpeaker };
      const resolved: Resolved = found
        ? whoIs(text, block, found, quoted, isPerson, lexicon)
        : paragraphSpeaker !== null && isContinuation(text, groups, g)
          ? { name: paragraphSpeaker, how: 'goes on from the quotation before it' }
          : NOBODY;
      const leftOut = whyLeftOut(text, group, quote, found !== null, lexicon);
      items.push({
        quote,
        start: first.start,
        end: last.end,
        kind: group.length > 1 ? 'split' : 'quotation',
        speaker: resolved.name,
        attribution: resolved.how,
        leftOut,
      });
      if (resolved.name !== null && leftOut === null) {
        paragraphSpeaker = isBody(resolved.name, lexicon) ? null : resolved.name;
        paragraphEnd = Math.max(last.end, found?.end ?? -1);
        // "he" after words of a ministry is nobody we know
        lastSpeaker = paragraphSpeaker;
      }
      if (found?.pronoun && resolved.name === null)
        findings.push({
          stage: 'quotes',
          rule: 'pronoun-unresolved',
          severity: 'info',
          start: found.start,
          end: found.end,
          why: `"${found.pronoun}" may be one of several people; the quotation was checked without a speaker.`,
        });
    }
    for (const m of marks)
      if (m.depth > 0 && foldWords(m.text).length >= 4)
        items.push({
          quote: m.text,
          start: m.start,
          end: m.end,
          kind: 'quotation',
          speaker: null,
          attribution: 'inside another quotation',
          leftOut: 'a quotation inside a quotation: it is checked as part of the outer one',
        });
  }
  return { items: items.sort((a, b) => a.start - b.start || b.end - a.end), findings };
}

const NOBODY: Resolved = { name: null, how: 'the draft does not say whose words these are' };

/** "the foreign ministry": a body, which no pronoun means. */
const isBody = (name: string, lexicon: Lexicon) => foldWords(name).some((w) => lexicon.words['body-nouns'].has(w));

const SENTENCE_END = /[.!?…]["”»’)]*\s+(?=[\p{Lu}"“«„‘])/gu;

function sentenceBefore(text: string, low: number, at: number): number {
  let start = low;
  for (const m of text.slice(low, at).matchAll(SENTENCE_END)) start = low + m.index + m[0].length;
  return start;
}
/** Where the sentence that goes on after a quotation ends; one that the quotation itself closed has nothing after it. */
function sentenceAfter(text: string, at: number, high: number): number {
  const rest = text.slice(at, high);
  if (/[.]["”»’]$/.test(text.slice(Math.max(0, at - 2), at)) && /^\s+\p{Lu}/u.test(rest)) return at;
  const m = new RegExp(SENTENCE_END.source, 'u').exec(rest);
  return m ? at + m.index + 1 : high;
}

/** "A," he said, "B": two stretches with a short clause of speech between them are one quotation. */
function joinSplit(text: string, marks: readonly MarkedStretch[], lexicon: Lexicon): MarkedStretch[][] {
  const groups: MarkedStretch[][] = [];
  for (const m of marks) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (last && !last.isOpen && isSpeechClause(text, last, m, lexicon)) group!.push(m);
    else groups.push([m]);
  }
  return groups;
}

function isSpeechClause(text: string, a: MarkedStretch, b: MarkedStretch, lexicon: Lexicon): boolean {
  const clause = text.slice(a.end, b.start);
  if (clause.length > 120 || /[.!?]["”»]*\s*$/.test(clause) || /[.!?;]\s/.test(clause)) return false;
  if (!/[,—–-]\s*$/.test(clause) && !/[,—–-]["”»]?$/.test(a.text.trim())) return false;
  if (!/[,—–:-]\s*$/.test(clause)) return false;
  const words = foldWords(clause);
  return words.length > 0 && words.length <= 12 && words.some((w) => lexicon.words['report-verbs'].has(w));
}

/** A quotation right after another one, in the same paragraph, with nothing but a sentence's end between them. */
function isContinuation(text: string, groups: readonly MarkedStretch[][], g: number): boolean {
  const before = groups[g - 1]?.at(-1);
  return before !== undefined && text.slice(before.end, groups[g]![0]!.start).length < 400;
}

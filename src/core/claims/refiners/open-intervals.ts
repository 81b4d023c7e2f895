import { endsOf, isoDay, spanOf } from '../../text/calendar.ts';
import { type DateLexicon, foldCase } from '../dates/date-lexicon.ts';
import type { DateDraft } from '../detectors/detect-dates.ts';

/** How far before an expression its opening word may stand, in UTF-16 units. */
const LEAD = 18;

/** "since 2008" holds from then on, "before January" up to the day before: an open EDTF interval. */
export function openIntervals(text: string, drafts: readonly DateDraft[], lexicon: DateLexicon): DateDraft[] {
  return drafts.map((d) => {
    if (d.value === null || d.value === undefined || /^date-(?:range|told|spell|count)/.test(d.rule)) return d;
    // not from the paragraph before
    const before = foldCase(text.slice(Math.max(0, d.start - LEAD), d.start))
      .split(/\n\s*\n/)
      .at(-1)!;
    const isDay = /^date-(?:calendar-day|numeric-date|iso-date)$/.test(d.rule);
    const edge = d.value.includes('/') ? edgeOf(foldCase(text.slice(d.start, d.end)), lexicon) : null;
    const isEnd = edge === 'end';
    const kinds = ['since', 'before', 'until', ...(isDay ? ['until-day'] : []), ...(isEnd ? ['until-edge'] : [])];
    const found = kinds.flatMap((kind) =>
      lexicon.words(kind).flatMap((word) => {
        const m = endOf(word).exec(before);
        return m ? [{ kind, length: m[0].length }] : [];
      }),
    )[0];
    const range = found ? spanOf(d.value) : null;
    if (!found || !range) return d;
    const [from, to] = endsOf(d.value);
    const value =
      found.kind === 'since'
        ? `${from}/..`
        : isEnd || (found.kind !== 'before' && edge !== 'start')
          ? `../${to}`
          : `../${isoDay(range.first - 1)}`;
    return { ...d, start: d.start - found.length, value, rule: `${d.rule}-${found.kind}` };
  });
}

/** The edge that the words open with: "the end of 2025". */
function edgeOf(words: string, lexicon: DateLexicon): string | null {
  const word = lexicon.words('edge').find((w) => words.startsWith(`${w} `));
  return word === undefined ? null : lexicon.valueOf('edge', word);
}

/** One expression a word, however many dates it is asked of. */
const ends = new Map<string, RegExp>();
function endOf(word: string): RegExp {
  const known = ends.get(word) ?? new RegExp(`(?<![\\p{L}\\p{N}])${word}\\s{1,3}(?:the\\s)?$`, 'u');
  ends.set(word, known);
  return known;
}

import type { Finding, Span } from '../../model/index.ts';
import type { PartialDate } from '../../text/calendar.ts';
import { matchesOf } from '../../text/patterns/pattern-set.ts';
import { classesIn, type DateLexicon, foldCase } from '../dates/date-lexicon.ts';
import { READERS } from '../dates/readers.ts';
import { todayOf } from '../dates/reading-context.ts';

/** A proposed time expression; `value: undefined` marks words that only keep others away. */
export interface DateDraft extends Span {
  readonly value: string | null | undefined;
  readonly rule: string;
  /** ISO 8601 duration of a distance that may count from a day beside it */
  readonly distance?: string;
  /** counts from the day told before */
  readonly told?: { readonly unit: string; readonly shift: number };
}

/** What is looked at before and after a match for frames and tense, in UTF-16 units. */
const FRAME = 90;
/** How much farther a cue after the expression counts: "On Friday the government planned to ..." tells of the past. */
const AFTER = 20;

/**
 * Time expressions that the templates of a language propose in one passage. They may overlap; refiners settle them.
 * The passage should be a paragraph: abbreviations split sentences ("Aug. 7").
 */
export function detectDates(
  text: string,
  passage: Span,
  lexicon: DateLexicon,
  anchor: PartialDate | null,
  findings: Finding[],
): DateDraft[] {
  const original = text.slice(passage.start, passage.end);
  const folded = foldCase(original);
  const places = lexicon.set.placesIn(folded);
  let present: ReadonlySet<string> | undefined;
  const drafts: DateDraft[] = [];
  const today = todayOf(anchor);
  for (const template of lexicon.templates) {
    if (places[template.pattern.id] === undefined) continue;
    present ??= classesIn(folded, lexicon);
    if (!template.needs.every((name) => present!.has(name))) continue;
    for (const m of matchesOf(template.pattern, folded, places)) {
      const groups = m.groups ?? {};
      if (lacksCapital(groups, original, m.index, m[0].length, lexicon)) continue;
      const start = m.index;
      const end = start + m[0].length;
      const before = folded.slice(Math.max(0, start - FRAME), start);
      const after = folded.slice(end, end + FRAME);
      const span = { start: passage.start + start, end: passage.start + end };
      const read = READERS[template.reader]?.({
        lexicon,
        anchor,
        today,
        // few readers ask, and it costs more than the rest
        get direction() {
          return tenseAround(before, after, m[0], lexicon);
        },
        before,
        after,
        groups,
        report: (rule, why) => findings.push({ stage: 'mentions', rule, severity: 'warning', ...span, why }),
      });
      if (template.reader === 'nothing') drafts.push({ ...span, value: undefined, rule: 'date-nothing' });
      else if (read) drafts.push({ ...span, ...read, rule: `date-${template.reader}` });
    }
  }
  return drafts;
}

/** "may" and "march" are months only with a capital; so are "Sat" and "Sun" days. */
function lacksCapital(
  groups: Readonly<Record<string, string | undefined>>,
  original: string,
  start: number,
  length: number,
  lexicon: DateLexicon,
): boolean {
  for (const kind of ['month', 'wdayabbr'] as const) {
    const word = groups[kind];
    if (word === undefined || !lexicon.has('needs-capital', word.replace(/\.$/, ''))) continue;
    // "2019/sep/01": with a number beside it only a word that is a verb, too, needs its capital
    const isNumbered = kind === 'month' && (groups.dom ?? groups.year) !== undefined;
    if (isNumbered && !lexicon.has('needs-frame', word)) continue;
    const printed = original.slice(start, start + length);
    const at = foldCase(printed).indexOf(word);
    const first = printed[at] ?? '';
    if (first === first.toLowerCase()) return true;
  }
  return false;
}

/** Tense of the clause by its nearest cue: words before the expression weigh more than words after it. */
function tenseAround(before: string, after: string, words: string, lexicon: DateLexicon): -1 | 0 | 1 {
  // a time of day before it ("until 9 a.m. Tuesday") has dots of its own
  const timeless = before.replace(/\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s[\p{L}]{3})?\s*$/u, '');
  const clauseBefore = timeless.slice(timeless.search(/[^.!?;:]*$/));
  const clauseAfter = /^[^.!?;]*/.exec(after)![0];
  // "as early as Tuesday", "until Tuesday": still to come; "not until Tuesday", "Until Tuesday, they had": gone
  const opening = clauseBefore.trimEnd();
  const lead = lexicon.words('ahead-before').find((w) => opening.endsWith(` ${w}`) && opening.trim() !== w);
  if (lead !== undefined && !lexicon.has('not-ahead', /(\p{L}+)\s+$/u.exec(opening.slice(0, -lead.length))?.[1] ?? ''))
    return 1;
  let best = Number.POSITIVE_INFINITY;
  let tense: -1 | 0 | 1 = 0;
  const weigh = (passage: string, distance: (at: number, end: number) => number) => {
    let previous = '';
    for (const m of passage.matchAll(/[\p{L}']+/gu)) {
      // "will be held": the participle after "be" says nothing of when
      const told = lexicon.has('passive-before', previous) ? 0 : tenseOf(m[0], lexicon);
      // "they planned to leave" looks ahead, "they planned a march" tells, "the hastily planned trip" and "their plans" do neither
      const next = /^\s+(\p{L}+)/u.exec(passage.slice(m.index + m[0].length))?.[1] ?? '';
      const isPlan = lexicon.has('plan-cue', m[0]) && !lexicon.has('plan-after', next) && next !== '';
      const sign = !isPlan ? told : previous.endsWith('ly') || !m[0].endsWith('ed') ? 0 : -1;
      previous = m[0];
      if (sign === 0) continue;
      const far = distance(m.index, m.index + m[0].length);
      if (far < best) {
        best = far;
        tense = sign;
      }
    }
  };
  weigh(clauseBefore, (_, end) => clauseBefore.length - end);
  weigh(clauseAfter, (at) => at + AFTER);
  weigh(words, () => 4);
  return tense;
}
function tenseOf(word: string, lexicon: DateLexicon): -1 | 0 | 1 {
  if (lexicon.has('future-cue', word)) return 1;
  if (lexicon.has('past-cue', word)) return -1;
  if (word.length > 4 && !lexicon.has('not-past', word) && lexicon.words('past-suffix').some((s) => word.endsWith(s)))
    return -1;
  return 0;
}

import { type DocumentFacts, type Finding, type Mention, type Rules, TALK, type Turn } from '../model/index.ts';
import { type DateLexicon, dateLexicons } from './dates/date-lexicon.ts';
import { todayOf } from './dates/reading-context.ts';
import { referenceDay } from './dates/reference-day.ts';
import { type DateDraft, detectDates } from './detectors/detect-dates.ts';
import { countFrom, countFromTold, weekdaysOfWeeks } from './refiners/count-from.ts';
import { joinRanges } from './refiners/join-ranges.ts';
import { joinTimes } from './refiners/join-times.ts';
import { openIntervals } from './refiners/open-intervals.ts';
import { joinWeekdays, settleOverlaps, shareAppositions } from './refiners/settle-dates.ts';
import { shareMonths } from './refiners/share-months.ts';
import { paragraphsOf } from './split-paragraphs.ts';

/** Time expressions with their values (TIMEX3, EDTF), each against the day of the voice that says it (law V3). */
export function findDates(
  text: string,
  turns: readonly Turn[],
  facts: DocumentFacts,
  rules: Rules,
  findings: Finding[],
): Mention[] {
  const lexicons = dateLexicons(rules);
  const hasTalk = turns.some((t) => TALK.has(t.kind));
  const items: Mention[] = [];
  for (const turn of turns) {
    const anchor = referenceDay(turn, facts, hasTalk);
    for (const passage of paragraphsOf(text, turn)) {
      for (const lexicon of lexiconsFor(text.slice(passage.start, passage.end), facts.language, lexicons)) {
        const drafts = settleDates(
          text,
          detectDates(text, passage, lexicon, anchor, findings),
          lexicon,
          todayOf(anchor),
        );
        for (const d of drafts)
          items.push({
            kind: 'date',
            start: d.start,
            end: d.end,
            value: d.value ?? null,
            name: null,
            entity: null,
            turn: turn.id,
            rule: d.rule,
          });
      }
    }
  }
  return items;
}

/**
 * Overlaps go first, so that the rest see one expression a place; a weekday joins its day before times look for one; what
 * counts from a day is counted before that day is opened; ranges are joined before a single end of theirs could be taken
 * for an open interval.
 */
function settleDates(
  text: string,
  drafts: readonly DateDraft[],
  lexicon: DateLexicon,
  today: number | null,
): DateDraft[] {
  const single = shareMonths(text, joinTimes(text, joinWeekdays(text, settleOverlaps(drafts))), lexicon);
  const counted = countFromTold(countFrom(text, weekdaysOfWeeks(text, single), lexicon));
  return shareAppositions(text, openIntervals(text, joinRanges(text, counted, lexicon, today), lexicon));
}

/** Cyrillic passages are read by the Russian rules, Latin ones by the English unless the document is in another language. */
function lexiconsFor(
  passage: string,
  language: string | null,
  lexicons: ReadonlyMap<string, DateLexicon>,
): DateLexicon[] {
  const base = language?.slice(0, 2) ?? null;
  const isCyrillic = /[\u0400-\u04ff]{2}/.test(passage) || (base === 'ru' && !/[a-z]{2}/i.test(passage));
  const script = isCyrillic ? 'ru' : 'en';
  const chosen = base !== null && lexicons.has(base) && (base === 'ru') === (script === 'ru') ? base : script;
  if (script === 'en' && base !== null && base !== 'en' && base !== 'ru' && !lexicons.has(base)) return [];
  if (script === 'ru' && base !== null && base !== 'ru' && base !== 'en') return [];
  const lexicon = lexicons.get(chosen);
  return lexicon ? [lexicon] : [];
}

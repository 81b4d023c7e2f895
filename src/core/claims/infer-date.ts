import {
  type DocumentFacts,
  type Evidence,
  type Finding,
  type Mention,
  type Rules,
  type Sentence,
  TALK,
  type Thing,
  type Turn,
} from '../model/index.ts';
import { parsePartialDate, rangeOf } from '../text/calendar.ts';
import { Heard } from '../text/phrases.ts';
import { findDates } from './find-dates.ts';

/** How far a "today" may lie from a dated fact that the speaker places in "this", "last" or "next" year, in years. */
const REACH = [-1, 0, 1] as const;
/** How far a day may stand from the words that say it is now, in UTF-16 units. */
const NEAR = 80;
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
/** A day of a month by its figure and a word, as in "November 28": "today" and "on Monday" tell no month. */
const NAMED_DAY = /\d/;

/** A day of speaking worked out from what the talk itself says, with the clues (law V3). */
export interface InferredDate {
  /** EDTF, uncertain: `2023?` or `2023-11?` */
  readonly date: string;
  readonly evidence: Evidence[];
  readonly finding: Finding;
}

interface Clue {
  readonly start: number;
  readonly end: number;
  readonly years: ReadonlySet<number>;
  readonly why: string;
}

/**
 * The year, and where it can be had the month, of a talk whose day nobody printed: "in February of this year Russia suspended
 * its participation in New START" was said in 2023, since the vocabulary dates that suspension, and "a meeting is taking place
 * on 28 November" says which month. Only the talk is asked, never an editor or a reader; clues that disagree give null. This is
 * how archivists date letters, by events that the text places relative to itself; the result stands with EDTF's `?`.
 */
export function inferDate(
  text: string,
  turns: readonly Turn[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  facts: DocumentFacts,
  rules: Rules,
): InferredDate | null {
  if (facts.date !== null || facts.published !== null) return null;
  const talk = new Map(turns.filter((t) => TALK.has(t.kind)).map((t) => [t.id, t]));
  const things = new Map(rules.things.filter((t) => Object.keys(t.dates).length > 0).map((t) => [t.id, t]));
  const dated = mentions.filter(
    (m) => m.entity !== null && m.turn !== null && things.has(m.entity) && talk.has(m.turn),
  );
  if (dated.length === 0) return null;
  const spoken = sentences.filter((s) => talk.has(s.turn));
  const read = (s: Sentence, day: string) => datesOf(text, talk.get(s.turn)!, s, day, facts, rules);
  const clues = dated.flatMap((m) => {
    const s = spoken.find((x) => x.start <= m.start && m.end <= x.end);
    return s ? clueOf(text, s, things.get(m.entity!)!, read, rules) : [];
  });
  if (clues.length === 0) return null;
  const years = [...clues[0]!.years].filter((y) => clues.every((c) => c.years.has(y)));
  const [year, ...others] = years;
  if (year === undefined || others.length > 0) return null;
  const now = monthOf(text, spoken, (s, month) => read(s, `${year}-${month}`), rules);
  const date = now ? `${year}-${now.month}?` : `${year}?`;
  const evidence: Evidence[] = [...clues, ...(now ? [now] : [])].map(({ start, end }) => ({
    field: 'date',
    start,
    end,
    rule: 'inferred-from-dated-fact',
  }));
  const first = clues[0]!;
  const why = `No day is printed; ${date} is inferred: ${first.why}${now ? `, and ${now.why}` : ''}.`;
  return {
    date,
    evidence,
    finding: { stage: 'mentions', rule: 'date-inferred', severity: 'warning', start: first.start, end: first.end, why },
  };
}

/** In which years the sentence can have been said, where it lays something the vocabulary dates in a year told from its own. */
function clueOf(
  text: string,
  s: Sentence,
  thing: Thing,
  read: (s: Sentence, day: string) => Mention[],
  rules: Rules,
): Clue[] {
  const words = text.slice(s.start, s.end);
  if (says(words, 'unsure', rules)) return [];
  for (const [what, held] of Object.entries(thing.dates)) {
    const range = rangeOf(held);
    if (!range || !says(words, what, rules)) continue;
    const fact = Number(held.slice(0, 4));
    const years = new Set<number>();
    for (const shift of REACH)
      for (const m of read(s, String(fact + shift))) {
        const own = rangeOf(m.value ?? '');
        if (!own || !says(text.slice(m.start, m.end), 'year', rules)) continue;
        if (own.first <= range.first && range.last <= own.last) years.add(fact + shift);
      }
    if (years.size > 0)
      return [
        { start: s.start, end: s.end, years, why: `the vocabulary holds ${held} for "${what}" of ${thing.name}` },
      ];
  }
  return [];
}

/** The one month that the talk says is now: "is taking place on November 28-29"; null where it names none, or several. */
function monthOf(
  text: string,
  spoken: readonly Sentence[],
  read: (s: Sentence, month: string) => Mention[],
  rules: Rules,
) {
  const found = new Map<string, { start: number; end: number; month: string; why: string }>();
  for (const s of spoken) {
    const now = allOf(text.slice(s.start, s.end), 'now', rules);
    if (now.length === 0) continue;
    for (const month of MONTHS)
      for (const m of read(s, month)) {
        const day = parsePartialDate((m.value ?? '').split('/')[0]!);
        if (day?.day == null || day.month !== Number(month) || !NAMED_DAY.test(text.slice(m.start, m.end))) continue;
        if (now.some((n) => m.start >= s.start + n.end && m.start - s.start - n.end <= NEAR))
          found.set(month, {
            start: s.start,
            end: s.end,
            month,
            why: `what is going on is dated "${text.slice(m.start, m.end)}"`,
          });
      }
  }
  return found.size === 1 ? [...found.values()][0]! : null;
}

/** The dates of one sentence, were it said on `day` (a year or a month). */
const datesOf = (text: string, turn: Turn, s: Sentence, day: string, facts: DocumentFacts, rules: Rules): Mention[] =>
  findDates(text, [{ ...turn, start: s.start, bodyStart: s.start, end: s.end }], { ...facts, date: day }, rules, []);

const allOf = (words: string, list: string, rules: Rules) =>
  Object.keys(rules.cues).flatMap((language) => new Heard(words, rules, language, 'dating').all(list));
const says = (words: string, list: string, rules: Rules): boolean => allOf(words, list, rules).length > 0;

import { z } from 'zod';
import type { Rules } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';
import { FILTER_FIELDS, nextAfter, offsetOf } from './fields/filter-fields.ts';
import { operation } from './operation.ts';
import { Reach, reachOf } from './reach.ts';
import { remember } from './remember.ts';

const Reference = z.object({
  document: z.string(),
  turn: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string().describe('the sentence that refers'),
  said: z.string().nullable().describe('day of the text that refers'),
  day: z
    .string()
    .nullable()
    .describe('the day, or period of a month at most, referred to, when the sentence names it (EDTF)'),
  from: z.string().nullable().describe('its first day'),
  to: z.string().nullable().describe('its last day'),
  who: z.string().nullable().describe('whose statement it is, as far as the text tells'),
  key: z.string().nullable().describe('the person in data/, else the name'),
  kind: z.string().nullable().describe('interview, speech, briefing ..., where the text says so'),
  times: z.int().describe('references to a statement of this speaker and day'),
  held: z
    .boolean()
    .nullable()
    .describe('does the record hold a statement of that speaker and day? null: no day is named, or not whose'),
});

export const gaps = operation({
  name: 'gaps',
  summary:
    'What the record lacks: statements that its texts refer to and it does not hold, and who speaks in which month.',
  effect: 'read',
  stream: false,
  input: z.object({
    limit: z.coerce.number().int().min(1).max(5000).default(1000).meta({ description: 'references a page' }),
    next: FILTER_FIELDS.next,
  }),
  output: z.object({
    references: z.array(Reference).describe('the most referred to first'),
    total: z.int().describe('references on all pages'),
    next: z.string().nullable(),
    speakers: z.array(
      z.object({
        speaker: z.string(),
        person: z.string().nullable(),
        documents: z.int(),
        months: z.record(z.string(), z.int()).describe('occasions by month, or year where the month is not known'),
      }),
    ),
    months: z.array(z.string()).describe('every month between the first and the last, also the empty ones'),
    coverage: Reach,
  }),
  async run({ store, rules }, { limit, next }) {
    const offset = offsetOf(next);
    const { total, items } = await store.references({ limit, offset });
    const coverage = await reachOf(store);
    return {
      references: [...items],
      total,
      next: nextAfter(offset + items.length, total),
      speakers: await officialsHeard(store, rules),
      months: monthsBetween(coverage.from, coverage.to),
      coverage,
    };
  },
});

/**
 * Who speaks when, by name where somebody speaks as an official or holds an office; everybody else in one row, for who holds no office
 * is counted nowhere by name.
 */
async function officialsHeard(store: Store, rules: Rules) {
  const officials = await officialNames(store);
  const inOffice = new Set(rules.people.filter((p) => p.tenures.length > 0).map((p) => p.id));
  const named = [];
  const others = { people: 0, documents: 0, months: {} as Record<string, number> };
  for (const s of await store.heardSpeakers()) {
    if (
      officials.has(s.person ?? s.speaker) ||
      officials.has(s.speaker) ||
      (s.person !== null && inOffice.has(s.person))
    ) {
      named.push({ ...s, months: { ...s.months } });
      continue;
    }
    others.people++;
    others.documents += s.documents;
    for (const [month, n] of Object.entries(s.months)) others.months[month] = (others.months[month] ?? 0) + n;
  }
  if (others.people === 0) return named;
  const speaker = others.people === 1 ? 'one who holds no office' : `${others.people} who hold no office`;
  return [...named, { speaker, person: null, documents: others.documents, months: others.months }];
}

/** Persons and names that speak as officials somewhere. */
const officialNames = (store: Store): Promise<ReadonlySet<string>> =>
  remember(
    store,
    'officials',
    async () => new Set((await store.officials()).flatMap((p) => [p.person ?? '', p.name ?? ''])),
  );

/** Longest row of months that is laid out: fifty years. */
const MAX_MONTHS = 600;

function monthsBetween(from: string | null, to: string | null): string[] {
  const first = /^(\d{4})-(\d\d)/.exec(from ?? '');
  const last = /^(\d{4})-(\d\d)/.exec(to ?? '');
  if (!first || !last) return [];
  const months: string[] = [];
  let [year, month] = [Number(first[1]), Number(first[2])];
  while (
    months.length < MAX_MONTHS &&
    (year < Number(last[1]) || (year === Number(last[1]) && month <= Number(last[2])))
  ) {
    months.push(`${year}-${String(month).padStart(2, '0')}`);
    if (++month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

import { z } from 'zod';
import type { VersionRecord } from '../core/model/index.ts';
import { TALK } from '../core/model/index.ts';
import { operation } from './operation.ts';
import { preferredVersions } from './preferred-versions.ts';
import { Reach, reachOf } from './reach.ts';

const Reference = z.object({
  document: z.string(),
  turn: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string().describe('the sentence that refers'),
  said: z.string().nullable().describe('day of the text that refers'),
  day: z.string().nullable().describe('the day or month referred to, when the sentence names it'),
  held: z.boolean().nullable().describe('does the record hold something of that time? null: none is named'),
});

export const gaps = operation({
  name: 'gaps',
  summary:
    'What the record lacks: statements that its texts refer to and it does not hold, and who speaks in which month.',
  effect: 'read',
  stream: false,
  input: z.object({}),
  output: z.object({
    references: z.array(Reference),
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
  async run({ store }) {
    const preferred = await preferredVersions(store);
    const heads = (await store.heads()).filter((h) => preferred.has(h.id));
    const days = new Set(heads.map((h) => h.date).filter((d) => d !== null));
    const speakers = new Map<
      string,
      { speaker: string; person: string | null; documents: number; months: Record<string, number> }
    >();
    const references: z.infer<typeof Reference>[] = [];
    for await (const record of store.records()) {
      if (!preferred.has(record.document.id)) continue;
      references.push(...referencesOf(record, days));
      const heard = new Map<string, { name: string; person: string | null }>();
      for (const t of record.turns)
        if (TALK.has(t.kind) && t.speaker !== null && (t.voice === 'official' || t.voice === 'guest'))
          heard.set(t.person && !t.person.startsWith('ver:') ? t.person : t.speaker, {
            name: t.speaker,
            person: t.person,
          });
      const month = record.document.date?.slice(0, 7) ?? 'no date';
      for (const [key, { name, person }] of heard) {
        const known = speakers.get(key) ?? {
          speaker: name,
          person: person?.startsWith('ver:') ? null : person,
          documents: 0,
          months: {},
        };
        known.documents++;
        known.months[month] = (known.months[month] ?? 0) + 1;
        speakers.set(key, known);
      }
    }
    const coverage = reachOf(heads.map((h) => h.date));
    return {
      references: references.filter((r) => r.held !== true),
      speakers: [...speakers.values()].sort((a, b) => b.documents - a.documents || (a.speaker < b.speaker ? -1 : 1)),
      months: monthsBetween(coverage.from, coverage.to),
      coverage,
    };
  },
});

/** References to other statements, each with the day its sentence names, if it names one before its own. */
function referencesOf(record: VersionRecord, days: ReadonlySet<string>) {
  const said = record.document.date;
  return record.mentions
    .filter((m) => m.kind === 'reference')
    .map((m) => {
      const sentence = record.sentences.find((s) => m.start >= s.start && m.start < s.end) ?? m;
      const named = record.mentions.find(
        (d) =>
          d.kind === 'date' &&
          d.start >= sentence.start &&
          d.end <= sentence.end &&
          d.value !== null &&
          /^\d{4}-\d\d(?:-\d\d)?$/.test(d.value) &&
          (said === null || d.value < said),
      );
      const day = named?.value ?? null;
      return {
        document: record.document.id,
        turn: m.turn ?? record.document.id,
        start: sentence.start,
        end: sentence.end,
        text: record.text.slice(sentence.start, sentence.end).trim(),
        said,
        day,
        held: day === null ? null : [...days].some((d) => d.startsWith(day)),
      };
    });
}

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

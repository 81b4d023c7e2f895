import { z } from 'zod';
import { DocumentHead } from '../core/model/index.ts';
import { matchesDate } from './match-date.ts';
import { operation } from './operation.ts';
import { speakerNames } from './speaker-names.ts';

export const list = operation({
  name: 'list',
  summary: 'The documents of the record, by date.',
  effect: 'read',
  stream: false,
  input: z.object({
    speaker: z.string().optional().meta({ description: 'where this person speaks, by any name' }),
    kind: z.string().optional().meta({ description: 'interview, briefing, speech ...' }),
    from: z
      .string()
      .optional()
      .meta({ description: 'first day', cli: { value: 'DATE' } }),
    to: z
      .string()
      .optional()
      .meta({ description: 'last day', cli: { value: 'DATE' } }),
    lang: z.string().optional().meta({ description: 'language of the text' }),
    outlet: z.string().optional().meta({ description: 'the medium that asked, or the publisher' }),
    limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    next: z.string().optional().meta({ description: 'where the last answer ended' }),
  }),
  output: z.object({ total: z.int(), next: z.string().nullable(), items: z.array(DocumentHead) }),
  async run({ store, rules }, input) {
    const has = (value: string | null, wanted: string | undefined) =>
      !wanted || (value ?? '').toLowerCase().includes(wanted.toLowerCase());
    const all = await store.heads();
    const names = input.speaker ? speakerNames(input.speaker, rules, all) : null;
    const heads = all.filter(
      (h) =>
        (!names ||
          h.participants.some(
            (p) =>
              (p.person !== null && names.persons.includes(p.person)) ||
              (p.name !== null && names.speakers.includes(p.name)),
          )) &&
        has(h.kind, input.kind) &&
        (!input.lang || h.language === input.lang || h.language?.startsWith(`${input.lang}-`)) &&
        (!input.outlet || [h.outlet, h.publisher, h.republisher].some((o) => o && has(o, input.outlet))) &&
        matchesDate(h.date, input.from, input.to),
    );
    heads.sort((a, b) => cmp(a.date ?? '~', b.date ?? '~') || cmp(a.id, b.id));
    const start = input.next ? Number.parseInt(input.next, 10) || 0 : 0;
    const end = start + input.limit;
    return { total: heads.length, next: end < heads.length ? String(end) : null, items: heads.slice(start, end) };
  },
});

const cmp = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

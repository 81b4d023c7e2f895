import { z } from 'zod';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import { type Statement, statementsOf } from '../core/ledger/statement.ts';
import { weaveTimeline } from '../core/ledger/weave-timeline.ts';
import { type Rules, TALK, type VersionRecord } from '../core/model/index.ts';
import { judgedIds } from './judged-ids.ts';
import { operation } from './operation.ts';
import { preferredVersions } from './preferred-versions.ts';

const Item = z.object({
  kind: z.enum(['finding', 'speaker-not-known', 'contradiction']),
  weight: z.int().describe('3: may make an answer wrong; 2: may hide one; 1: worth a look'),
  document: z.string(),
  id: z.string().describe('what to judge: a turn, a claim or the document'),
  start: z.int().nullable(),
  end: z.int().nullable(),
  text: z.string().nullable(),
  rule: z.string(),
  why: z.string(),
});
type Item = z.infer<typeof Item>;

/** Longest passage shown with an item, in UTF-16 units. */
const SHOWN = 240;

export const review = operation({
  name: 'review',
  summary:
    'What deserves the eye of a person: findings by weight, words whose speaker is not known, statements that contradict.',
  effect: 'read',
  stream: false,
  input: z.object({
    document: z
      .string()
      .optional()
      .meta({ description: 'only this version', cli: { value: 'ID' } }),
    limit: z.coerce.number().int().min(1).max(5000).default(200),
  }),
  output: z.object({ total: z.int(), items: z.array(Item) }),
  async run({ store, rules }, { document, limit }) {
    const { accepted, rejected } = await judgedIds(store);
    const preferred = await preferredVersions(store);
    const items: Item[] = [];
    const statements: Statement[] = [];
    for await (const record of store.records()) {
      if (preferred.has(record.document.id))
        statements.push(...statementsOf(record, rules, partiesOfSpeakers(record, rules)));
      items.push(...findingsOf(record), ...unknownSpeakers(record));
    }
    items.push(...contradictionsAmong(statements, rules));
    const open = items.filter(
      (i) => !accepted.has(i.id) && !rejected.has(i.id) && (!document || i.document.startsWith(document)),
    );
    open.sort((a, b) => b.weight - a.weight || cmp(a.document, b.document) || (a.start ?? -1) - (b.start ?? -1));
    return { total: open.length, items: open.slice(0, limit) };
  },
});

const cmp = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const passage = (text: string, start: number, end: number) => text.slice(start, Math.min(end, start + SHOWN)).trim();

/** What the stages noticed, notes left out: errors weigh most. */
function findingsOf(record: VersionRecord): Item[] {
  return record.findings
    .filter((f) => f.severity !== 'info')
    .map((f) => ({
      kind: 'finding',
      weight: f.severity === 'error' ? 3 : 1,
      document: record.document.id,
      id:
        record.turns.find((t) => f.start !== undefined && f.start >= t.start && f.start < t.end)?.id ??
        record.document.id,
      start: f.start ?? null,
      end: f.end ?? null,
      text: f.start === undefined ? null : passage(record.text, f.start, f.end ?? f.start + SHOWN) || null,
      rule: f.rule,
      why: f.why,
    }));
}

/** Talk that is attributed to nobody, the first turn of each label. */
function unknownSpeakers(record: VersionRecord): Item[] {
  const seen = new Set<string>();
  return record.turns
    .filter((t) => {
      const key = t.label ?? '';
      if (!TALK.has(t.kind) || t.speaker !== null || t.voice === 'interviewer' || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((t) => ({
      kind: 'speaker-not-known',
      weight: 2,
      document: record.document.id,
      id: t.id,
      start: t.start,
      end: t.end,
      text: passage(record.text, t.bodyStart, t.end),
      rule: t.rule,
      why: t.label
        ? `“${t.label}” is attributed to nobody; its words count for no position`
        : 'it is not clear who speaks here; these words count for no position',
    }));
}

/** Statements on one topic that turn an earlier one of the same side around. */
function contradictionsAmong(statements: readonly Statement[], rules: Rules): Item[] {
  const found = new Map<string, Item>();
  for (const topic of rules.topics)
    for (const { statement: s, shift } of weaveTimeline(statements.filter((x) => x.claim.topics.includes(topic.id))))
      if (shift?.relation === 'reversed')
        found.set(s.claim.id, {
          kind: 'contradiction',
          weight: 3,
          document: s.document,
          id: s.claim.id,
          start: s.start,
          end: s.end,
          text: s.text,
          rule: 'reversed-position',
          why: `${topic.name}: ${shift.why}, against “${shift.from.text.slice(0, SHOWN)}” (${shift.from.date ?? 'undated'})`,
        });
  return [...found.values()];
}

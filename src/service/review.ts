import { z } from 'zod';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import { type Statement, statementsOf } from '../core/ledger/statement.ts';
import { weaveTimeline } from '../core/ledger/weave-timeline.ts';
import { type Rules, type Suggestion, TALK, type VersionRecord } from '../core/model/index.ts';
import { judgedIds } from './judged-ids.ts';
import { operation } from './operation.ts';
import { preferredVersions } from './preferred-versions.ts';

const Item = z.object({
  kind: z.enum(['finding', 'speaker-not-known', 'person-not-known', 'undated', 'contradiction', 'suggestion']),
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
    'What deserves the eye of a person: findings by weight, speakers and days not known, contradictions, suggestions.',
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
    const people = new Set<string>();
    for await (const record of store.records()) {
      if (preferred.has(record.document.id))
        statements.push(...statementsOf(record, rules, partiesOfSpeakers(record, rules)));
      items.push(...findingsOf(record), ...unknownSpeakers(record), ...unknownPeople(record, people));
      if (record.document.date === null && record.claims.some((c) => c.speaker !== null)) items.push(undated(record));
    }
    items.push(...(await store.suggestions()).map(suggested));
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

/** Officials who speak under a name that no vocabulary holds; one item a name, wherever it stands first. */
function unknownPeople(record: VersionRecord, seen: Set<string>): Item[] {
  return record.turns
    .filter((t) => {
      const isOpen = t.voice === 'official' && t.speaker !== null && (t.person === null || t.person.startsWith('ver:'));
      if (!isOpen || seen.has(t.speaker!)) return false;
      seen.add(t.speaker!);
      return true;
    })
    .map((t) => ({
      kind: 'person-not-known',
      weight: 1,
      document: record.document.id,
      id: t.id,
      start: t.start,
      end: t.end,
      text: passage(record.text, t.start, t.end),
      rule: t.rule,
      why: `“${t.speaker}” is in no vocabulary; other spellings of the name are not joined with it, and no office is known`,
    }));
}

/** A text of talk without a day: it stands on no line of time, and nothing relative in it is resolved. */
const undated = (record: VersionRecord): Item => ({
  kind: 'undated',
  weight: 2,
  document: record.document.id,
  id: record.document.id,
  start: null,
  end: null,
  text: record.document.title,
  rule: 'no-day-of-speaking',
  why: 'no day of speaking is known; "yesterday" and the like stay open, and its statements stand first in every line of time',
});

/** What a model suggested waits here until somebody decides. */
const suggested = ({ id, kind, anchor, content, model }: Suggestion): Item => ({
  kind: 'suggestion',
  weight: 1,
  document: anchor.version,
  id,
  start: anchor.start,
  end: anchor.end,
  text: anchor.exact.slice(0, SHOWN),
  rule: `model ${model}`,
  why: `${model} suggests: ${kind} (${Object.entries(content)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => `${field} ${value}`)
    .join(', ')})`,
});

/** Statements on one topic that turn an earlier one of the same side around. */
function contradictionsAmong(statements: readonly Statement[], rules: Rules): Item[] {
  const found = new Map<string, Item>();
  const names = new Map(rules.topics.map((t) => [t.id, t.name]));
  for (const { topic, line } of lines(statements))
    for (const { statement: s, shift } of weaveTimeline(line))
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
          why: `${names.get(topic) ?? topic}: ${shift.why}, against “${shift.from.text.slice(0, SHOWN)}” (${shift.from.date ?? 'undated'})`,
        });
  return [...found.values()];
}

/** Statements by topic and side, so that each is laid only beside those it can be compared with. */
function lines(statements: readonly Statement[]): { topic: string; line: Statement[] }[] {
  const groups = new Map<string, { topic: string; line: Statement[] }>();
  for (const s of statements)
    for (const topic of s.claim.topics) {
      const key = `${topic}|${s.party ?? s.claim.person ?? ''}`;
      const group = groups.get(key) ?? { topic, line: [] };
      group.line.push(s);
      groups.set(key, group);
    }
  return [...groups.values()].filter((g) => new Set(g.line.map((s) => s.event)).size > 1);
}

import { z } from 'zod';
import { Relation } from '../core/ledger/compare-statements.ts';
import { type ComparedText, compareTopics } from '../core/ledger/compare-topics.ts';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import { type Statement, statementsOf } from '../core/ledger/statement.ts';
import { OnrecordError, type Rules, type VersionRecord } from '../core/model/index.ts';
import { matchDocument } from '../core/versions/match-document.ts';
import { profileDocument } from '../core/versions/profile-document.ts';
import { operation } from './operation.ts';
import { resolveId } from './resolve-id.ts';

const Passage = z.object({ turn: z.string(), start: z.int(), end: z.int(), text: z.string() });

export const compare = operation({
  name: 'compare',
  summary: 'Two texts side by side: two interviews topic by topic, or two versions of one text.',
  effect: 'read',
  stream: false,
  input: z.object({
    a: z.string().meta({ description: 'ver: or doc: id', cli: { positional: true } }),
    b: z.string().meta({ description: 'ver: or doc: id', cli: { positional: true } }),
    as: z
      .enum(['topics', 'versions', 'translations'])
      .optional()
      .meta({ description: 'how to compare; else chosen by what the texts share' }),
  }),
  output: z.object({
    kind: z.enum(['topics', 'versions', 'translations']),
    why: z.string(),
    a: z.string(),
    b: z.string(),
    pairs: z.array(
      z.object({
        topic: z.string().nullable(),
        relation: Relation,
        a: z.array(Passage),
        b: z.array(Passage),
        why: z.string(),
      }),
    ),
  }),
  async run({ store, rules }, input) {
    const [a, b] = [await resolveId(store, input.a), await resolveId(store, input.b)];
    const left = (await store.record(a))!;
    const right = (await store.record(b))!;
    const same = matchDocument(profileDocument(left), profileDocument(right));
    if (input.as === 'versions' || input.as === 'translations')
      throw new OnrecordError(
        'unsupported',
        `compare --as ${input.as} is not built yet`,
        'Leave --as out to compare topic by topic.',
      );
    const later = (left.document.date ?? '') > (right.document.date ?? '');
    const [first, second] = later ? [right, left] : [left, right];
    const rows = compareTopics(comparedText(first, rules), comparedText(second, rules));
    return {
      kind: 'topics' as const,
      why: input.as
        ? 'as asked'
        : same.same === 'yes'
          ? `versions of one event (${same.why}), compared by topic`
          : 'two occasions',
      a,
      b,
      pairs: rows.map((r) => ({
        topic: r.topic,
        relation: r.relation,
        a: (later ? r.b : r.a).map(passage),
        b: (later ? r.a : r.b).map(passage),
        why: r.why,
      })),
    };
  },
});

function comparedText(record: VersionRecord, rules: Rules): ComparedText {
  const statements = statementsOf(record, rules, partiesOfSpeakers(record, rules));
  const names = rules.topics.map((t) => ({ id: t.id, words: [t.name, ...t.aliases].map((w) => w.toLowerCase()) }));
  return {
    statements,
    questionTopics: record.turns
      .filter((t) => t.kind === 'question')
      .map((turn) => {
        const words = record.text.slice(turn.bodyStart, turn.end).toLowerCase();
        return { turn, topics: names.filter((n) => n.words.some((w) => words.includes(w))).map((n) => n.id) };
      }),
  };
}

const passage = (s: Statement) => ({ turn: s.claim.turn, start: s.start, end: s.end, text: s.text });

import { z } from 'zod';
import type { Mention, Rules, VersionRecord } from '../core/model/index.ts';
import { contentStems } from '../core/text/content-words.ts';
import type { Store } from '../store/port.ts';
import { operation } from './operation.ts';
import { Reach, reachOf } from './reach.ts';

/** A term is recurring when it stands in this many documents and sentences at least; a choice of ours. */
const MIN_DOCUMENTS = 2;
const MIN_STATEMENTS = 3;

export const topics = operation({
  name: 'topics',
  summary: 'The topics of the vocabulary with what the record holds on each, and recurring terms that no topic covers.',
  effect: 'read',
  stream: false,
  input: z.object({
    suggest: z.boolean().default(false).meta({ description: 'also terms that recur in statements without a topic' }),
    limit: z.coerce.number().int().min(1).max(500).default(40).meta({ description: 'most terms suggested' }),
  }),
  output: z.object({
    topics: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        scope: z.string(),
        statements: z.int(),
        documents: z.int(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
    suggestions: z
      .array(
        z.object({
          term: z.string(),
          statements: z.int(),
          documents: z.int(),
          example: z.object({ turn: z.string(), text: z.string() }),
        }),
      )
      .describe('recurring pairs of words in statements that no topic covers; a machine’s suggestion'),
    coverage: Reach,
  }),
  async run({ store, rules }, { suggest, limit }) {
    const counts = new Map((await store.topicCounts()).map((c) => [c.id, c]));
    const terms = suggest ? await recurringTerms(store, rules) : [];
    return {
      topics: rules.topics.map(({ id, name, scope }) => {
        const { statements = 0, documents = 0, from = null, to = null } = counts.get(id) ?? {};
        return { id, name, scope, statements, documents, from, to };
      }),
      suggestions: terms
        .filter((t) => t.documents.size >= MIN_DOCUMENTS && t.statements >= MIN_STATEMENTS)
        .sort(
          (a, b) => b.documents.size - a.documents.size || b.statements - a.statements || (a.term < b.term ? -1 : 1),
        )
        .slice(0, limit)
        .map((t) => ({ term: t.term, statements: t.statements, documents: t.documents.size, example: t.example })),
      coverage: await reachOf(store),
    };
  },
});

interface Term {
  readonly term: string;
  statements: number;
  readonly documents: Set<string>;
  readonly example: { turn: string; text: string };
}

/** Terms of the statements without a topic; reads every document that stands for its event, so it takes its time. */
async function recurringTerms(store: Store, rules: Rules): Promise<Term[]> {
  const terms = new Map<string, Term>();
  const standing = await store.standing();
  for await (const record of store.records()) {
    if (!standing.has(record.document.id)) continue;
    for (const claim of record.claims)
      if (claim.speaker !== null && claim.topics.length === 0) collectTerms(record, claim, rules, terms);
  }
  return [...terms.values()];
}

/** Mentions that are no matter to speak of: "two weeks", "Minister Marenko" recur in every text. */
const NO_MATTER = new Set<Mention['kind']>(['date', 'count', 'person', 'reference']);

/** Two content words that stand side by side, by their stems; counted once a statement. */
function collectTerms(
  { document, text, mentions }: VersionRecord,
  claim: VersionRecord['claims'][number],
  rules: Rules,
  terms: Map<string, Term>,
): void {
  const words = text.slice(claim.start, claim.end);
  const passedOver = mentions.filter((m) => NO_MATTER.has(m.kind) && m.start < claim.end && claim.start < m.end);
  const seen = new Set<string>();
  let before: { word: string; stem: string } | null = null;
  for (const m of words.matchAll(/[\p{L}\p{M}]+(?:['’]\p{L}+)?|[^\p{L}\p{M}\s]/gu)) {
    const at = claim.start + m.index;
    const isTerm = m[0].length > 2 && !passedOver.some((x) => x.start <= at && at < x.end);
    const stem = isTerm ? [...contentStems(m[0], document.language, rules)][0] : undefined;
    if (stem === undefined) {
      before = null;
      continue;
    }
    const key = before && `${before.stem} ${stem}`;
    if (key && !seen.has(key)) {
      seen.add(key);
      const known = terms.get(key) ?? {
        term: `${before!.word} ${m[0]}`,
        statements: 0,
        documents: new Set(),
        example: { turn: claim.turn, text: words },
      };
      known.statements++;
      known.documents.add(document.id);
      terms.set(key, known);
    }
    before = { word: m[0], stem };
  }
}

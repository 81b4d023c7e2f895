import { z } from 'zod';
import type { Term } from '../core/ledger/digest/find-terms.ts';
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
    const terms = suggest ? await recurringTerms(store) : [];
    return {
      topics: rules.topics.map(({ id, name, scope }) => {
        const { statements = 0, documents = 0, from = null, to = null } = counts.get(id) ?? {};
        return { id, name, scope, statements, documents, from, to };
      }),
      suggestions: terms
        .filter((t) => t.documents >= MIN_DOCUMENTS && t.statements >= MIN_STATEMENTS)
        .sort((a, b) => b.documents - a.documents || b.statements - a.statements || (a.term < b.term ? -1 : 1))
        .slice(0, limit)
        .map((t) => ({ term: t.term, statements: t.statements, documents: t.documents, example: t.example })),
      coverage: await reachOf(store),
    };
  },
});

/** A term over all texts, with the first statement that shows it. */
type Recurring = Pick<Term, 'term' | 'example'> & { statements: number; documents: number };

/** Terms of the statements without a topic, counted over the texts that stand for their event. */
async function recurringTerms(store: Store): Promise<Recurring[]> {
  const recurring = new Map<string, Recurring>();
  for await (const { terms } of store.terms())
    for (const { key, term, statements, example } of terms) {
      const known = recurring.get(key);
      if (!known) recurring.set(key, { term, statements, documents: 1, example });
      else {
        known.statements += statements;
        known.documents++;
      }
    }
  return [...recurring.values()];
}

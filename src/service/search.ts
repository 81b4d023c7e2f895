import { z } from 'zod';
import { type DocumentHead, TurnKind, Voice } from '../core/model/index.ts';
import type { Store, TurnFilter } from '../store/port.ts';
import { FILTER_FIELDS, nextAfter, offsetOf } from './fields/filter-fields.ts';
import { headsById } from './find/all-heads.ts';
import { operation } from './operation.ts';
import { Reach, reachOf } from './reach.ts';
import { remember } from './remember.ts';
import { countFacets, Facets, NO_FACETS } from './search/count-facets.ts';
import { Emptiness, explainEmpty } from './search/explain-empty.ts';
import { filtersOf } from './search/filters-of.ts';
import { foldVersions, withoutFolded } from './search/fold-versions.ts';
import { parseQuery } from './search/parse-query.ts';
import { Hit, readHit } from './search/read-hit.ts';

export const search = operation({
  name: 'search',
  summary: 'Find words in what was said: words, "a phrase", prefix*, -without, a OR b, x NEAR/5 y.',
  effect: 'read',
  showsItsOwn: true,
  stream: false,
  input: z.object({
    query: z.string().meta({ description: 'what to look for', cli: { positional: true } }),
    speaker: FILTER_FIELDS.speaker.meta({ description: 'said by this person, by any name' }),
    voice: z
      .array(Voice)
      .optional()
      .meta({ description: 'official, interviewer, moderator, guest, editor, reader, site, unknown' }),
    kind: z
      .array(TurnKind)
      .optional()
      .meta({ description: 'question, answer, speech, heading, commentary, comment ...' }),
    topic: z.string().optional().meta({ description: 'in a turn that has a claim on this topic' }),
    from: FILTER_FIELDS.from,
    to: FILTER_FIELDS.to,
    lang: FILTER_FIELDS.lang,
    outlet: FILTER_FIELDS.outlet.meta({ description: 'the medium that asked' }),
    document: z
      .string()
      .optional()
      .meta({ description: 'in this document only', cli: { value: 'ID' } }),
    sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance').meta({ description: 'order of the turns' }),
    context: z.coerce
      .number()
      .int()
      .min(0)
      .max(600)
      .default(60)
      .meta({ description: 'characters shown on each side of the words' }),
    facets: z.coerce
      .number()
      .int()
      .min(0)
      .max(500)
      .default(12)
      .meta({ description: 'most values counted of each facet; 0 leaves facets out' }),
    limit: z.coerce.number().int().min(1).max(1000).default(20).meta({ description: 'turns a page' }),
    next: FILTER_FIELDS.next,
  }),
  output: z.object({
    total: z.int().describe('turns; those of a mirror are not counted again'),
    documents: z.int().describe('texts in which they stand'),
    next: z.string().nullable(),
    items: z.array(Hit),
    earliest: Hit.nullable().describe('the first dated use in this record'),
    latest: Hit.nullable(),
    facets: Facets,
    empty: Emptiness.nullable().describe('when nothing was found: why'),
    coverage: Reach,
  }),
  async run({ store, rules }, input) {
    const match = parseQuery(input.query);
    const byId = await headsById(store);
    const coverage = await reachOf(store);
    const { filters, unknownSpeaker } = await filtersOf(input, { store, rules, heads: [...byId.values()] });
    const nothing = { total: 0, documents: 0, next: null, items: [], earliest: null, latest: null, facets: NO_FACETS };
    if (!match) return { ...nothing, empty: null, coverage };
    const filter: TurnFilter = Object.assign({ match }, ...filters.values());
    const { counts, folded, total } = await countFound(store, filter, byId);
    if (total === 0) return { ...nothing, empty: await explainEmpty(store, match, filters, unknownSpeaker), coverage };
    const offset = offsetOf(input.next);
    const find = async (
      order: typeof input.sort,
      limit: number,
      from: number,
      more: Partial<TurnFilter> = { folded },
    ): Promise<Hit[]> => {
      const hits = await store.searchTurns({ ...filter, ...more, order, limit, offset: from });
      const turns = await store.turnsAt(hits);
      return turns.map((turn, i) => readHit(byId.get(hits[i]!.document)!, turn, match, input.context));
    };
    const items = await find(input.sort, input.limit, offset);
    await addMirrors(items, folded, byId, (documents) => find('oldest', MAX_MIRRORED, 0, { documents }));
    const ends = offset === 0 && input.facets > 0 ? endsOf(counts, byId) : {};
    const firstIn = async (document: string | undefined) =>
      document === undefined ? null : ((await find('oldest', 1, 0, { documents: [document] }))[0] ?? null);
    const end = offset + items.length;
    return {
      total,
      documents: new Set(counts.map((c) => c.document)).size,
      next: nextAfter(end, total),
      items,
      earliest: await firstIn(ends.first),
      latest: await firstIn(ends.last),
      facets: input.facets
        ? countFacets(counts, await countTopics(store, { ...filter, folded }), byId, rules, input.facets)
        : NO_FACETS,
      empty: null,
      coverage,
    };
  },
});

/** How the turns found are spread, the talk of a mirror not counted again; the next page of a search counts them no second time. */
const countFound = (store: Store, filter: TurnFilter, heads: ReadonlyMap<string, DocumentHead>) =>
  remember(store, `turns ${JSON.stringify(filter)}`, async () => {
    const all = await store.countTurns(filter);
    const folded = foldVersions(all, heads);
    const counts = withoutFolded(all, folded);
    return { counts, folded, total: counts.reduce((sum, c) => sum + c.turns, 0) };
  });

const countTopics = (store: Store, filter: TurnFilter) =>
  remember(store, `topics ${JSON.stringify(filter)}`, () => store.countTopics(filter));

/** The first and the last text with a known day; ties by id. */
function endsOf(
  counts: readonly { document: string }[],
  heads: ReadonlyMap<string, DocumentHead>,
): { first?: string; last?: string } {
  let [first, last]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const { document } of counts) {
    const date = heads.get(document)?.date;
    if (!date) continue;
    const key = `${date} ${document}`;
    if (first === undefined || key < first) first = key;
    if (last === undefined || key > last) last = key;
  }
  const idOf = (key: string | undefined) => key?.slice(key.indexOf(' ') + 1);
  return { first: idOf(first), last: idOf(last) };
}

/** Most turns of other texts that one page of hits is joined with. */
const MAX_MIRRORED = 400;

/** Set the turns of folded texts beside the hits of the same event: the same words first, else the event's first hit. */
async function addMirrors(
  items: readonly Hit[],
  folded: readonly string[],
  heads: ReadonlyMap<string, DocumentHead>,
  find: (documents: string[]) => Promise<Hit[]>,
): Promise<void> {
  const event = (document: string) => heads.get(document)!.event;
  const shown = new Set(items.map((h) => event(h.document)));
  const wanted = folded.filter((id) => shown.has(event(id)));
  if (wanted.length === 0) return;
  const words = (turn: string) => turn.slice(turn.indexOf('/'));
  for (const m of await find(wanted)) {
    const siblings = items.filter((h) => event(h.document) === event(m.document) && h.document !== m.document);
    const at = siblings.find((h) => words(h.turn) === words(m.turn)) ?? siblings[0];
    const head = heads.get(m.document)!;
    at?.also.push({ document: m.document, turn: m.turn, publisher: head.republisher ?? head.publisher });
  }
}

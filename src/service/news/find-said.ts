import type { Voice } from '../../core/model/index.ts';
import type { TurnFilter } from '../../store/port.ts';
import { findMatches } from '../find/find-matches.ts';
import { judgedIds } from '../judge/judged-ids.ts';
import { lendsWords } from '../rights/rights.ts';
import { filtersOf } from '../search/filters-of.ts';
import { parseQuery } from '../search/parse-query.ts';
import { itemOf, type NewsItem, type NewsScene } from './news-item.ts';

/** What an editor or a reader wrote is not what was said. */
const SPOKEN: readonly Voice[] = ['official', 'interviewer', 'moderator', 'guest', 'unknown'];
/** A passage in a feed; UTF-16 units. The turn's page has the rest. */
const SHOWN = 600;

type Wanted = Partial<Record<'query' | 'speaker' | 'topic' | 'outlet' | 'lang', string>>;

/** Turns of new texts that a search lets through, newest text first, in their order within it. */
export async function findSaid(scene: NewsScene, wanted: Wanted): Promise<NewsItem[]> {
  const { ctx, heads, byId, arrivals, limit } = scene;
  const match = wanted.query ? parseQuery(wanted.query) : null;
  const { filters } = await filtersOf({ voice: SPOKEN, ...wanted }, { store: ctx.store, rules: ctx.rules, heads });
  const filter: TurnFilter = Object.assign({ match }, ...filters.values());
  const { accepted } = await judgedIds(ctx.store);
  const held = await ctx.store.versionsWithTurns(filter);
  const items: NewsItem[] = [];
  for (const { id, added } of arrivals) {
    const head = byId.get(id);
    if (!head || !held.has(id)) continue;
    const most = limit - items.length;
    const hits = await ctx.store.searchTurns({ ...filter, documents: [id], order: 'oldest', limit: most, offset: 0 });
    for (const turn of await ctx.store.turnsAt(hits)) {
      const { body, bodyStart } = turn;
      const at = match ? (findMatches(body, { start: 0, end: body.length }, match)[0]?.start ?? 0) : 0;
      const { start, end } = passageAround(body, at);
      items.push({
        kind: 'said',
        id: turn.id,
        ...itemOf(head, added),
        speaker: turn.speaker,
        start: bodyStart + start,
        end: bodyStart + end,
        text: lendsWords(head) ? body.slice(start, end) : null,
        why: describe(wanted),
        reviewed: accepted.has(turn.id) || accepted.has(id),
      });
    }
    if (items.length >= limit) break;
  }
  return items;
}

/** A stretch of a turn's body around a place, at most SHOWN long, cut at white space. */
function passageAround(body: string, at: number) {
  let start = 0;
  if (at > SHOWN / 2) {
    start = at - SHOWN / 2;
    while (start < at && !/\s/.test(body[start - 1]!)) start++;
  }
  let end = Math.min(body.length, start + SHOWN);
  if (end < body.length) while (end > at && !/\s/.test(body[end]!)) end--;
  while (start < end && /\s/.test(body[start]!)) start++;
  while (end > start && /\s/.test(body[end - 1]!)) end--;
  return { start, end };
}

const describe = ({ query, speaker, topic, outlet, lang }: Wanted): string =>
  [
    query && `holds ${query}`,
    speaker && `said by ${speaker}`,
    topic && `on ${topic}`,
    outlet && `to ${outlet}`,
    lang && `in ${lang}`,
  ]
    .filter(Boolean)
    .join(', ');

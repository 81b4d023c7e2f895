import type { DocumentHead } from '../../core/model/index.ts';
import { preferVersion } from '../../core/versions/prefer-version.ts';
import { judgedIds } from '../judge/judged-ids.ts';
import { itemOf, type NewsItem, type NewsScene } from './news-item.ts';
import { versionBefore } from './version-before.ts';

/** Texts that came, one of each event: a mirror that comes later is no news, and other words at one address are a change. */
export async function findTexts({ ctx, heads, byId, arrivals, limit }: NewsScene): Promise<NewsItem[]> {
  const { accepted } = await judgedIds(ctx.store);
  const known = new Set(arrivals.map((a) => a.id));
  const old = new Set(heads.filter((h) => !known.has(h.id)).map((h) => h.event));
  const first = new Map<string, DocumentHead>();
  for (const head of heads) {
    const other = first.get(head.event);
    if (known.has(head.id)) first.set(head.event, other ? preferVersion([other, head]) : head);
  }
  const items: NewsItem[] = [];
  for (const { id, added } of arrivals) {
    const head = byId.get(id);
    if (!head || first.get(head.event)?.id !== id || old.has(head.event) || (await versionBefore(ctx.store, id)))
      continue;
    const speakers = head.participants.filter((p) => p.role === 'official').map((p) => p.name);
    items.push({
      kind: 'text',
      id,
      ...itemOf(head, added),
      speaker: speakers.join(', ') || null,
      start: null,
      end: null,
      text: null,
      why: [head.outlet, head.publisher].filter((x, i, all) => x && all.indexOf(x) === i).join(', ') || 'a new text',
      reviewed: accepted.has(id),
    });
    if (items.length >= limit) break;
  }
  return items;
}

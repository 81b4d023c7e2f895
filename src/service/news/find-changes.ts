import { describeChange } from '../refresh/describe-change.ts';
import { lendsWords } from '../rights/rights.ts';
import { itemOf, type NewsItem, type NewsScene } from './news-item.ts';
import { versionBefore } from './version-before.ts';

/** Texts whose address had given other words before. What only moved furniture is no news. */
export async function findChanges({ ctx, byId, arrivals, limit }: NewsScene): Promise<NewsItem[]> {
  const { store } = ctx;
  const items: NewsItem[] = [];
  for (const { id, added } of arrivals) {
    const head = byId.get(id);
    const before = head && (await versionBefore(store, id));
    if (!head || !before) continue;
    const [old, fresh] = [await store.record(before), await store.record(id)];
    if (!old || !fresh) continue;
    const change = describeChange(old, fresh);
    if (change.severity !== 'warning') continue;
    const shown = lendsWords(head);
    const { start = null, end = null } = shown ? change : {};
    items.push({
      kind: 'changed',
      id,
      ...itemOf(head, added),
      speaker: null,
      start,
      end,
      text: start === null || end === null ? null : fresh.text.slice(start, end),
      why: shown ? change.why : 'the text changed; its rights let us show no words of it',
      reviewed: false,
    });
    if (items.length >= limit) break;
  }
  return items;
}

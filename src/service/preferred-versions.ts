import type { DocumentHead } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';

/** Which rendering stands for an event when only one may count (law T3): nearest to the words as spoken first. */
const RANK: Readonly<Record<string, number>> = { original: 0, official: 1, other: 2, unknown: 3, machine: 4 };

/** One version of each event: the original, else the official translation, else the text that is no mirror, else the smallest id. */
export async function preferredVersions(store: Store): Promise<ReadonlySet<string>> {
  return new Set(firstOfEvents(await store.heads()).map((h) => h.id));
}

/** The head that stands for each event. */
export function firstOfEvents(heads: readonly DocumentHead[]): DocumentHead[] {
  const best = new Map<string, DocumentHead>();
  for (const head of heads) {
    const known = best.get(head.event);
    if (!known || comparePreference(head, known) < 0) best.set(head.event, head);
  }
  return [...best.values()];
}

/** Negative when `a` stands before `b` for their event. */
export function comparePreference(a: DocumentHead, b: DocumentHead): number {
  const rank = (h: DocumentHead) => (RANK[h.translation] ?? 3) * 2 + (h.republisher ? 1 : 0);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

import { resolveAnchor } from '../../core/anchor/resolve-anchor.ts';
import type { Anchor } from '../../core/model/index.ts';
import type { Store } from '../../store/port.ts';

/** Where the words of a sentence, turn or claim stand now, and the day they were said; null when they are gone. */
export async function findSentence(store: Store, id: string, anchor: Anchor | null) {
  const version = id.replace(/\/.*$/, '');
  const record = await store.record(version);
  if (!record) return null;
  const part = [...record.sentences, ...record.turns, ...record.claims].find((p) => p.id === id);
  const now = anchor?.version === version ? resolveAnchor(record.text, anchor) : null;
  const start = part?.start ?? now?.start ?? null;
  const end = part?.end ?? now?.end ?? null;
  if (start === null || end === null) return null;
  const text = record.text.slice(start, end).trimEnd();
  const turn = record.turns.find((t) => t.start <= start && start < t.end)?.id ?? '';
  const said = record.document.date ?? record.document.published;
  return { document: version, turn, start, end: start + text.length, text, said };
}

import type { Store } from '../store/port.ts';

/** Answers kept of one record; what was asked longest ago gives way. */
const MOST = 64;

interface Kept {
  revision: string;
  readonly answers: Map<string, Promise<unknown>>;
}
const kept = new WeakMap<Store, Kept>();

/**
 * What `make` answers, made once until the record is written to again. Only for what depends on the record and `key` alone, which no
 * caller changes, and which is small beside the record itself: counts, days, heads.
 */
export async function remember<T>(store: Store, key: string, make: () => Promise<T>): Promise<T> {
  const revision = await store.revision();
  let held = kept.get(store);
  if (held?.revision !== revision) {
    held = { revision, answers: new Map() };
    kept.set(store, held);
  }
  const { answers } = held;
  const answer = (answers.get(key) ?? make()) as Promise<T>;
  answers.delete(key);
  answers.set(key, answer);
  if (answers.size > MOST) answers.delete(answers.keys().next().value!);
  // what failed is asked again
  answer.catch(() => answers.delete(key));
  return answer;
}

import type { DocumentHead } from '../model/index.ts';

type Rendering = Pick<DocumentHead, 'id' | 'translation' | 'completeness' | 'republisher'>;

const TRANSLATION = ['original', 'official', 'unknown', 'other', 'machine'];
const COMPLETENESS = ['full', 'unknown', 'edited', 'excerpt'];

/**
 * Which text stands for an event when only one may count (law T3): the original before translations, the full text, one
 * that is no re-post, the smallest id. `versions` holds at least one.
 */
export function preferVersion<T extends Rendering>(versions: readonly T[]): T {
  return versions.reduce((best, v) => (comparePreference(v, best) < 0 ? v : best));
}

/** Negative when `a` stands before `b` for their event. */
export function comparePreference(a: Rendering, b: Rendering): number {
  const rank = (h: Rendering) => [
    TRANSLATION.indexOf(h.translation),
    COMPLETENESS.indexOf(h.completeness),
    h.republisher ? 1 : 0,
  ];
  const [ra, rb] = [rank(a), rank(b)];
  for (let i = 0; i < ra.length; i++) if (ra[i] !== rb[i]) return ra[i]! - rb[i]!;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

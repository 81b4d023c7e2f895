import type { LabelPlace } from './collect-labels.ts';

/**
 * `Marenko:` and `IM:` beside `Ilse Marenko:` are one label: a short form takes the key of the only longer one of its sign
 * that it can stand for. Two people of one surname keep it apart.
 */
export function joinShortNames(places: readonly LabelPlace[]): LabelPlace[] {
  const longer = new Map<string, Set<string>>();
  for (const place of places) {
    const words = place.role ? [] : place.key.split(' ').filter((w) => /^[\p{L}\p{M}'’-]+$/u.test(w));
    if (words.length < 2) continue;
    for (const short of [words.at(-1)!, words.map((w) => w[0]!).join('')]) {
      const id = `${place.sign}|${short}`;
      longer.set(id, (longer.get(id) ?? new Set()).add(place.key));
    }
  }
  return places.map((place) => {
    const full = place.role ? undefined : longer.get(`${place.sign}|${place.key}`);
    return full?.size === 1 ? { ...place, key: [...full][0]! } : place;
  });
}

import { type FactDetector, type FactScene, type Found, firstFound, fromClue } from './fact-scene.ts';
import { findPrintedDates } from './printed-dates.ts';

const HEAD_CHARS = 1200;

/** Capitals and named places in their first form: the stems of data/ with the word that stands there. */
function knownPlaceAt(scene: FactScene, at: number): string | null {
  const word = /^\p{Lu}[\p{L}-]+(?:[ -]\p{Lu}[\p{L}-]+){0,2}/u.exec(scene.text.slice(at, at + 60))?.[0];
  if (!word) return null;
  const names = [
    ...scene.rules.parties.flatMap((p) => p.capitals),
    ...scene.rules.things.filter((t) => t.kind === 'place').flatMap((t) => [t.name, ...t.aliases]),
  ];
  for (let n = word.split(/ /).length; n > 0; n--) {
    const part = word.split(/ /).slice(0, n).join(' ');
    const known = names.some((name) =>
      name.endsWith('*') ? part.startsWith(name.slice(0, -1)) && part.length <= name.length + 2 : part === name,
    );
    if (known) return part;
  }
  return null;
}

/** `1 February 2031 09:00 Varn, Old Palace …`: a known place right behind the stamp of a flattened page, with what follows its comma. */
const afterStamp: FactDetector = (scene) => {
  if (scene.blocks.length > 3) return null;
  const stamp = findPrintedDates(scene.text, 0, HEAD_CHARS, scene.dates).find((d) => d.timed);
  if (!stamp) return null;
  const clock = /^[^\d]{0,12}\d{1,2}[:.]\d{2}\s+/u.exec(scene.text.slice(stamp.end, stamp.end + 30));
  if (!clock) return null;
  const start = stamp.end + clock[0].length;
  const place = knownPlaceAt(scene, start);
  if (!place) return null;
  const more = /^, \p{Lu}\p{L}+/u.exec(scene.text.slice(start + place.length, start + place.length + 30))?.[0] ?? '';
  return { value: place + more, start, end: start + place.length + more.length, rule: 'place-after-stamp' };
};

/** "BERLIN, 12 March 2031 – …", "Washington, D.C. (March 12, 2031) — …": the place of a dateline. */
const ofDateline: FactDetector = (scene) => {
  for (const block of scene.blocks.filter((b) => (b.zone ?? 'article') === 'article').slice(0, 4)) {
    const date = findPrintedDates(scene.text, block.start, Math.min(block.end, block.start + 90), scene.dates)[0];
    if (!date) continue;
    const before = scene.text.slice(block.start, date.start);
    const place = /^(\p{Lu}[\p{L}. -]{2,30}(?:, \p{Lu}[\p{L}.]{1,20})?)(?:,|\s?\()\s*$/u.exec(before)?.[1];
    const after = scene.text.slice(date.end, date.end + 4);
    if (place && /^\)?\s?[-–—:(]/u.test(after))
      return { value: place, start: block.start, end: block.start + place.length, rule: 'dateline' };
  }
  return null;
};

/** Where it was said, if the source states or prints it in one of the places where places are printed. */
export function findPlace(scene: FactScene): Found | null {
  return firstFound(scene, [fromClue('place'), afterStamp, ofDateline]);
}

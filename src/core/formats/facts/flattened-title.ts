import { type FactDetector, type FactScene, pageCues } from './fact-scene.ts';
import { findPrintedDates } from './printed-dates.ts';

/** Letters in which the head of a flattened page ends with its stamp. */
const HEAD_CHARS = 1200;
const MAX_TITLE = 250;

/**
 * A page flattened to one line: `[section] Title Summary sentence. 6 January 2031 09:00 Place Title Body`. The title is what
 * is printed again after the stamp, else what stands before the summary; where neither shows, null.
 */
export const flattenedTitle: FactDetector = (scene) => {
  const { text } = scene;
  if (scene.blocks.length > 3 || text.length < 200) return null;
  const stamp = findPrintedDates(text, 0, HEAD_CHARS, scene.dates).find((d) => d.timed);
  if (!stamp) return null;
  const start = afterSection(scene);
  const end = endByRepeat(text, start, stamp.start, stamp.end) ?? endBySummary(scene, start, stamp.start);
  const value = end === null ? '' : text.slice(start, end).trim();
  if (!value || value.length > MAX_TITLE) return null;
  return { value, start, end: start + value.length, rule: 'flattened-title' };
};

/** Where the title begins: behind the name of the site's section, if there is one. */
function afterSection({ text, rules }: FactScene): number {
  const lead = text.length - text.trimStart().length;
  for (const word of pageCues(rules, 'section-words').sort((a, b) => b.length - a.length))
    if (text.startsWith(`${word} `, lead) && /\p{Lu}|\d/u.test(text[lead + word.length + 1] ?? ''))
      return lead + word.length + 1;
  return lead;
}

/** The longest opening of the head that is printed again within a few words of the stamp. */
function endByRepeat(text: string, start: number, stampStart: number, stampEnd: number): number | null {
  const words = [...text.slice(start, stampStart).matchAll(/\S+/g)].slice(0, 40);
  for (let n = words.length; n >= 3; n--) {
    const end = words[n - 1]!.index + words[n - 1]![0].length;
    const again = text.indexOf(text.slice(start, start + end), stampEnd);
    if (again >= 0 && again - stampEnd < 120) return start + end;
  }
  return null;
}

/** A head without a full stop is a title alone; else the title ends where a capital opens the summary. */
function endBySummary(scene: FactScene, start: number, stampStart: number): number | null {
  const head = scene.text.slice(start, stampStart).trimEnd();
  if (!/[.!?»]$/.test(head)) return start + head.length;
  const openers = [
    ...pageCues(scene.rules, 'summary-openers'),
    ...scene.rules.people.flatMap((p) => [p.name, ...Object.values(p.names)]),
  ];
  let best: number | null = null;
  for (const opener of openers)
    for (let at = head.indexOf(` ${opener} `); at >= 0; at = head.indexOf(` ${opener} `, at + 1))
      if (head.slice(0, at).trim().split(/\s+/).length >= 3 && (best === null || at < best)) best = at;
  return best === null ? null : start + best;
}

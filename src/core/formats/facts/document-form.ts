import type { z } from 'zod';
import type { Completeness, TranslationKind } from '../../model/index.ts';
import { type FactScene, type Found, fromClue, holdsPhrase, pageWords } from './fact-scene.ts';
import { readDateValue } from './printed-dates.ts';

/** Kinds by their words in the title, the more telling first: a "briefing with an interview" is a briefing by name. */
const KINDS = ['interview', 'briefing', 'readout', 'debate', 'speech', 'statement'] as const;

export function findKind(scene: FactScene, title: Found | null): Found | null {
  const tags = scene.clues.filter((c) => c.field === 'tags').map((c) => c.value.toLowerCase().replaceAll('-', ' '));
  for (const [rule, text] of [['title-words', title?.value.toLowerCase() ?? ''], ...tags.map((t) => ['tags', t])] as [
    string,
    string,
  ][])
    for (const kind of KINDS)
      if (
        pageWords(scene.rules, `kind-${kind}`).some(
          (cue) => holdsPhrase(text, cue) || (rule === 'tags' && holdsPhrase(text, `${cue}s`)),
        )
      )
        return { value: kind, rule };
  return scene.reading.reader.startsWith('html') && scene.blocks.some((b) => b.zone === 'article')
    ? { value: 'article', rule: 'page-with-article' }
    : null;
}

/** Whose translation, if the head, the foot or the file's name says so. */
export function findTranslation(scene: FactScene): { value: z.infer<typeof TranslationKind>; found: Found } | null {
  return firstPhrase(scene, [
    ['translation-machine', 'machine'],
    ['translation-other', 'other'],
    ['translation-official', 'official'],
    ['translation-original', 'original'],
  ]);
}

/** Whether this is all that was said, if the text says so. */
export function findCompleteness(scene: FactScene): { value: z.infer<typeof Completeness>; found: Found } | null {
  return firstPhrase(scene, [
    ['edited', 'edited'],
    ['excerpt', 'excerpt'],
    ['full', 'full'],
  ]);
}

/** The first list whose phrase stands in a short line of the head or foot. */
function firstPhrase<T extends string>(
  scene: FactScene,
  lists: readonly (readonly [string, T])[],
): { value: T; found: Found } | null {
  const lines = [...scene.head, ...scene.blocks.slice(-12)].filter(
    (b) => b.end - b.start <= 300 && b.zone !== 'comment' && b.zone !== 'boilerplate',
  );
  for (const [list, value] of lists)
    for (const phrase of pageWords(scene.rules, list))
      for (const block of lines) {
        const line = scene.text.slice(block.start, block.end).toLowerCase();
        const at = line.indexOf(phrase);
        if (at < 0 || !holdsPhrase(line, phrase) || !standsOut(line, phrase)) continue;
        return {
          value,
          found: { value, start: block.start + at, end: block.start + at + phrase.length, rule: `says-${list}` },
        };
      }
  return null;
}
/** In brackets, at an end of the line, or a good part of it: a word inside a sentence says nothing of the text. */
const standsOut = (line: string, phrase: string) =>
  line.startsWith(phrase) ||
  /^[([*]/.test(line) ||
  line.endsWith(phrase) ||
  line.includes(`(${phrase}`) ||
  phrase.length > line.length * 0.4;

const NUMBER =
  /(?:^|[\s(,;|])((?:No\.?|№|Nr\.?|N°)\s?\d{1,6}(?:[/-]\d{1,6}){0,3}|\d{1,5}-\d{2}-\d{2}-\d{4}|[A-Z]{2,8}[/-]\d{1,5}(?:[/-]\d{1,5}){1,3})(?=$|[\s),;|.])/u;

/**
 * The number a document bears on a line of its head that is little else: `8-06-01-2031` (serial, day, month, year),
 * `No. 12/2031`, `MEMO/31/345`. As printed.
 */
export function findNumber(scene: FactScene): Found | null {
  const clue = fromClue('number')(scene);
  if (clue) return clue;
  for (const block of scene.head) {
    if (block.end - block.start > 120) continue;
    const line = scene.text.slice(block.start, block.end);
    const m = NUMBER.exec(line);
    if (!m) continue;
    const start = block.start + m.index + m[0].indexOf(m[1]!);
    return { value: m[1]!, start, end: start + m[1]!.length, rule: 'stamp-number' };
  }
  return null;
}

/** The date inside a number of the form serial-day-month-year. */
export function dateOfNumber(number: string | null, scene: FactScene): string | null {
  const m = /^\d{1,5}-(\d{2})-(\d{2})-(\d{4})$/.exec(number ?? '');
  return m ? readDateValue(`${m[3]}-${m[2]}-${m[1]}`, scene.dates) : null;
}

const URL = /(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}\/[^\s<>"')\]]{1,300}/i;

/** The address: stated by the page, else printed behind a label that says so. */
export function findUrl(scene: FactScene): Found | null {
  const clue = scene.clues.find((c) => c.field === 'url' && /^https?:\/\//i.test(c.value));
  if (clue) return { value: clue.value, start: clue.start, end: clue.end, rule: clue.rule };
  const labels = pageWords(scene.rules, 'url-label');
  const tail = Math.max(0, scene.text.length - 3000);
  for (const from of [tail, 0]) {
    const part = scene.text.slice(from, from + 3000);
    for (const m of part.matchAll(new RegExp(URL, 'gi'))) {
      const before = part
        .slice(Math.max(0, m.index - 40), m.index)
        .toLowerCase()
        .replace(/[\s:–-]+$/u, '');
      if (!labels.some((w) => before.endsWith(w))) continue;
      const value = m[0].replace(/[.,;]+$/, '');
      return {
        value: /^https?:/i.test(value) ? value : `http://${value}`,
        start: from + m.index,
        end: from + m.index + value.length,
        rule: 'labelled-url',
      };
    }
  }
  return null;
}

import { type FactDetector, type FactScene, firstFound, holdsPhrase, pageWords } from './fact-scene.ts';
import { findPrintedDates, readDateValue } from './printed-dates.ts';

/** The day the markup or container gives for the event itself. */
const statedEvent: FactDetector = (scene) => {
  for (const clue of scene.clues) {
    if (clue.field !== 'date' || clue.rule === 'front-matter') continue;
    const value = readDateValue(clue.value, scene.dates);
    if (value) return { value, start: clue.start, end: clue.end, rule: clue.rule };
  }
  return null;
};

/** "Minister Marenko's interview with the Post, January 6, 2031": a title that names an event of speaking and dates it. */
const titleDate =
  (title: { value: string; start?: number; end?: number } | null): FactDetector =>
  (scene) => {
    if (!title) return null;
    const printed = title.start === undefined ? null : { from: title.start, to: title.end! };
    const text = printed ? scene.text : title.value;
    const dates = findPrintedDates(text, printed?.from ?? 0, printed?.to ?? title.value.length, scene.dates).filter(
      (d) => d.precision === 'day',
    );
    if (dates.length !== 1 || !namesSpeech(scene, title.value)) return null;
    const date = dates[0]!;
    return { value: date.value, ...(printed ? { start: date.start, end: date.end } : {}), rule: 'title-date' };
  };

/** `Delivered on: 7 January 2031`, `Prononcé le 7 janvier 2031`: a line of the head that says on which day it was said. */
const labelledDay: FactDetector = (scene) => {
  const labels = pageWords(scene.rules, 'said-label');
  for (const block of scene.head)
    for (const m of scene.text.slice(block.start, block.end).matchAll(/[^\n]{1,200}/g)) {
      const from = block.start + m.index;
      const line = m[0].toLowerCase();
      const label = labels.find((l) => line.startsWith(l) && /^[\s:]/.test(line.slice(l.length)));
      if (!label) continue;
      const [date] = findPrintedDates(scene.text, from, from + m[0].length, scene.dates);
      const gap = date && scene.text.slice(from + label.length, date.start);
      if (date?.precision === 'day' && /^[\s:]{1,3}$/.test(gap!))
        return { value: date.value, start: date.start, end: date.end, rule: 'said-label' };
    }
  return null;
};

function namesSpeech(scene: FactScene, title: string): boolean {
  const words = title.toLowerCase();
  return ['event', 'kind-interview', 'kind-briefing', 'kind-speech', 'kind-debate', 'kind-readout'].some((list) =>
    pageWords(scene.rules, list).some((cue) => holdsPhrase(words, cue)),
  );
}

/** The day of speaking: stated by the markup, else on a line that says so, else in the title of an event. */
export function findSaidDate(
  scene: FactScene,
  titles: readonly ({ value: string; start?: number; end?: number } | null)[],
) {
  return firstFound(scene, [statedEvent, labelledDay, ...titles.map(titleDate)]);
}

/** `2031-11-08-interview.txt`, `20311108_talk.md`: a date in the file's name is what somebody called it, no more. */
export function findNameDate(scene: FactScene): { value: string; rule: string } | null {
  const m = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(scene.name);
  const value = m ? readDateValue(`${m[1]}-${m[2]}-${m[3]}`, scene.dates) : null;
  return value ? { value, rule: 'file-name' } : null;
}

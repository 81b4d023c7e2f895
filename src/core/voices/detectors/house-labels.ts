import { labelsOf } from '../labels/labels-of.ts';
import { findHouseLabels, type HouseLabel, readBareLabel, readPlaceLabel } from '../parliament/read-house-label.ts';
import type { Detector, Scene } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';

/** A single such label may be a list of people; a sitting has several speakers. */
const FEWEST = 2;
/** More different members than an interview has guests. */
const MEMBERS = 4;
/** From so many on, the form is the habit of the whole document. */
const HABIT = 3;

/** Sittings of a house: `Ilse Marenko (KP):`, `Ilse Marenko, Bundesministerin der Finanzen:`, `Präsidentin Ilse Marenko:`. */
export const houseLabels: Detector = {
  name: 'house-labels',
  reason:
    'Minutes name each speaker in full with party or office, often once only, so repetition proves nothing there.',
  detect: (scene) => {
    const sure = findHouseLabels(scene);
    if (!isHouse(sure.map((p) => p.label)) || isQuestioned(scene)) return [];
    // minutes print their labels in one way: once that is clear, a sentence with a colon opens nothing
    const closed = sure.length >= HABIT;
    const bare = closed ? findHouseLabels(scene, (line, words) => readBareLabel(line.split('\n', 1)[0]!, words)) : [];
    const generic = closed ? findHouseLabels(scene, readPlaceLabel) : [];
    const found = [...sure, ...bare, ...generic].sort((a, b) => a.start - b.start);
    return found.map(({ start, label }, i) => ({
      form: 'opening',
      start,
      bodyStart: skipSpace(scene.text, start + label.length),
      label: label.label,
      kind: 'speech',
      // the office or party behind the name makes it surer than a bare label
      weight: WEIGHT.label + 2,
      rule: 'house-label',
      ...(closed ? { end: found[i + 1]?.start ?? scene.text.length } : {}),
    }));
  },
};

/** A chair or an office-holder among several, or so many members that it is no interview (`Anna Cole (Courier):`). */
function isHouse(labels: readonly HouseLabel[]): boolean {
  // one spokesperson with the office behind the name, however often, is a briefing
  const people = new Set(labels.map((l) => l.label)).size;
  if (people < FEWEST) return false;
  return labels.some((l) => l.form === 'chair' || l.form === 'holder') || people > MEMBERS;
}

/** `Question:` again and again is a press conference, whatever office stands behind the name of who answers. */
function isQuestioned(scene: Scene): boolean {
  const labels = labelsOf(scene);
  const asked = labels.filter((p) => p.role === 'question').length;
  return asked >= 2 && asked * 4 >= labels.length;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text[i]!)) i++;
  return i;
}

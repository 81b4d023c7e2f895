import { findHouseLabels } from '../parliament/read-house-label.ts';
import type { Detector } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';

/** A single such label may be a list of people; a sitting has several speakers. */
const FEWEST = 2;

/** Sittings of a house: `Ilse Marenko (KP):`, `Ilse Marenko, Bundesministerin der Finanzen:`, `Präsidentin Ilse Marenko:`. */
export const houseLabels: Detector = {
  name: 'house-labels',
  reason:
    'Minutes name each speaker in full with party or office, often once only, so repetition proves nothing there.',
  detect: (scene) => {
    const found = findHouseLabels(scene);
    if (found.length < FEWEST) return [];
    return found.map(({ start, label }) => ({
      form: 'opening',
      start,
      bodyStart: skipSpace(scene.text, start + label.length),
      label: label.label,
      kind: 'speech',
      // the office or party behind the name makes it surer than a bare label
      weight: WEIGHT.label + 2,
      rule: 'house-label',
    }));
  },
};

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text[i]!)) i++;
  return i;
}

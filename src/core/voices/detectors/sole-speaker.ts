import { bodyOf, reports, speaks } from '../article-body.ts';
import { collectLabels } from '../labels/collect-labels.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { type Detector, type Proposal, type Scene, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';
import { titledSpeech } from './titled-speech.ts';

/**
 * A text of one voice that no title announces: `Ilse Marenko: …` stands once, before the first sentence, or the sidecar
 * names one official and the text says I or we. A headline (`Ilse Marenko: our harbour stays open`) is no sentence, and an
 * article about somebody reports him in the third person.
 */
export const soleSpeaker: Detector = {
  name: 'sole-speaker',
  reason: 'A speech that was copied out has its label once or not at all, and its words are still somebody’s.',
  detect: (scene) => {
    if (labelsOf(scene).length > 0 || scene.blocks.some((b) => b.utterance)) return [];
    const body = bodyOf(scene);
    const first = body[0];
    if (!first) return [];
    const { end } = body.at(-1)!;
    const text = scene.text.slice(first.start, end);
    if (reports(text, scene) || !speaks(text, scene)) return [];
    const opening = { form: 'opening', end, kind: 'speech', weight: WEIGHT.form } as const;
    const label = openingLabel(scene, first.start, first.end);
    if (label) return [{ ...opening, ...label, rule: 'sole-label' }];
    const [who, ...others] = scene.told ?? [];
    if (who === undefined || others.length > 0 || asksBack(scene) || titledSpeech.detect(scene).length > 0) return [];
    // a path of links or a line of facts above the first sentence is the page's
    const talk = body.find((b) => /[.,!?:…]["”’»)\]]*$/.test(scene.text.slice(b.start, b.end))) ?? first;
    return [{ ...opening, start: talk.start, bodyStart: talk.start, label: null, who, rule: 'told-speech' }];
  },
};

/**
 * A label of two words or with a title that opens the text, with a whole sentence behind it in the same paragraph. Where
 * another name opens a paragraph, or the title speaks of an interview, the text is of two voices and nobody's.
 */
function openingLabel(
  scene: Scene,
  start: number,
  end: number,
): Pick<Extract<Proposal, { form: 'opening' }>, 'start' | 'bodyStart' | 'label'> | null {
  const places = collectLabels(scene).filter((p) => p.sign === 'colon' && p.place === 'block');
  const place = places.find((p) => p.start === start);
  if (!place || place.role || (place.size < 2 && !place.titled)) return null;
  if (places.some((p) => p.key !== place.key && (p.role !== null || p.size >= 2))) return null;
  const known = [...(scene.told ?? []), scene.facts.title ?? ''].map(foldLabel);
  const surname = place.key.split(' ').at(-1)!;
  const sentence = /[.!?…]["”’»)]*$/.test(scene.text.slice(place.bodyStart, end).trimEnd());
  return sentence || (known.some((name) => name.includes(surname)) && !asksBack(scene))
    ? { start: place.start, bodyStart: place.bodyStart, label: place.label }
    : null;
}

/** Somebody asks in it: an interview that lost its labels is nobody's. */
function asksBack(scene: Scene): boolean {
  const titles = foldLabel(scene.facts.title ?? '').match(/[\p{L}\p{M}&-]+/gu) ?? [];
  return titles.some((word) => listOf(scene.words, 'interview-words').has(word));
}

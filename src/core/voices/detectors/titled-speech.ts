import type { Block } from '../../model/index.ts';
import { bodyOf, reports, wordsOf } from '../article-body.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { readSpeechTitle } from '../labels/read-speech-title.ts';
import type { Detector, Scene } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';
import { listOf } from '../voice-words.ts';

/**
 * A page without labels whose title says whose words it holds: "Remarks by Minister Ilse Marenko at …", "Statement of the
 * Ministry of …". The whole article is that speaker's. An article *about* a speech reports it in the third person, and is
 * left to its author.
 */
export const titledSpeech: Detector = {
  name: 'titled-speech',
  reason: 'The text of a speech or statement prints its speaker once, in the title.',
  detect: (scene) => {
    if (labelsOf(scene).length > 0 || scene.blocks.some((b) => b.utterance)) return [];
    const body = bodyOf(scene);
    const cover = scene.blocks.filter((b) => b.end <= (body[0]?.start ?? 0) && isCover(b)).slice(0, 16);
    const lines = cover.map((b) => scene.text.slice(b.start, b.end));
    if (scene.facts.title && !lines.includes(scene.facts.title)) lines.unshift(scene.facts.title);
    const title = readSpeechTitle(lines, scene.words);
    if (!title || body.length === 0) return [];
    const text = scene.text.slice(body[0]!.start, body.at(-1)!.end);
    if (reports(text, scene) || (!title.leads && !speaks(text, scene))) return [];
    const { start } = body[0]!;
    return [
      {
        form: 'opening',
        start,
        bodyStart: start,
        end: body.at(-1)!.end,
        label: null,
        kind: 'speech',
        who: title.who,
        weight: WEIGHT.form,
        rule: 'titled-speech',
      },
    ];
  },
};

const isCover = (block: Block) =>
  block.zone === 'title' || block.zone === 'metadata' || block.kind === 'heading' || block.zone === 'heading';

/** Somebody says I or we, three times or once in two hundred words. */
function speaks(text: string, scene: Scene): boolean {
  const list = listOf(scene.words, 'first-person');
  const words = wordsOf(text);
  const count = words.filter((w) => list.has(w)).length;
  return count >= 3 || (count > 0 && count * 200 >= words.length);
}

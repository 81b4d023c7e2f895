import type { Block } from '../../model/index.ts';
import { bodyOf, reports, speaks, wordsOf } from '../article-body.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { readSpeechTitle, type SpeechTitle } from '../labels/read-speech-title.ts';
import type { Detector, Scene } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';

/**
 * A page without labels whose title says whose words it holds: "Remarks by Minister Ilse Marenko at …", "Statement of the
 * Ministry of …". The whole article is that speaker's. An article *about* a speech reports it in the third person, and is
 * left to its author.
 */
export const titledSpeech: Detector = {
  name: 'titled-speech',
  reason: 'The text of a speech or statement prints its speaker once, in the title.',
  detect: (scene) => {
    if (scene.blocks.some((b) => b.utterance)) return [];
    const label = labelsOf(scene)[0]?.start ?? null;
    const body = label === null ? bodyOf(scene) : openingRemarks(scene, label);
    const first = body[0];
    if (!first) return [];
    const cover = scene.blocks.filter((b) => b.end <= first.start && isCover(b)).slice(0, 16);
    const lines = cover.map((b) => scene.text.slice(b.start, b.end));
    if (scene.facts.title && !lines.includes(scene.facts.title)) lines.unshift(scene.facts.title);
    const standfirst = label === null ? readStandfirst(scene, body) : null;
    const title = standfirst?.title ?? readSpeechTitle(lines, scene.words);
    if (!title) return [];
    const { start } = standfirst ? body[standfirst.next]! : first;
    const { end } = body.at(-1)!;
    const text = scene.text.slice(start, end);
    if (reports(text, scene)) return [];
    if (label === null ? !title.leads && !speaks(text, scene) : !isHis(text, title.who, scene)) return [];
    const rule = label === null ? 'titled-speech' : 'titled-opening-remarks';
    const { who } = title;
    return [
      { form: 'opening', start, bodyStart: start, end, label: null, kind: 'speech', who, weight: WEIGHT.form, rule },
    ];
  },
};

/** Longest line that stands between title and speech ("Speech by Minister Ilse Marenko at …, 6 July"), UTF-16 units. */
const STANDFIRST = 220;

/** A line under the title, no sentence, that opens by saying whose speech follows; `next` is the block after it. */
function readStandfirst(scene: Scene, body: readonly Block[]): { title: SpeechTitle; next: number } | null {
  for (const [i, b] of body.slice(0, 2).entries()) {
    const text = scene.text.slice(b.start, b.end);
    if (text.length > STANDFIRST || /[.!?]["”’»)\]]*$/.test(text) || i + 1 >= body.length) return null;
    const title = readSpeechTitle([text], scene.words);
    if (title?.leads) return { title, next: i + 1 };
  }
  return null;
}

/** "Marenko's remarks and answers to questions": what stands before the first label, from its first sentence or salutation. */
function openingRemarks(scene: Scene, label: number): readonly Block[] {
  const before = bodyOf(scene).filter((b) => b.end <= label);
  const first = before.findIndex((b) => {
    const text = scene.text.slice(b.start, b.end);
    return text !== scene.facts.title && /[.,!?:]["”’»)\]]*$/.test(text);
  });
  return first < 0 ? [] : before.slice(first);
}

/** He speaks, and does not name himself as an editor's introduction would. */
const isHis = (text: string, who: string, scene: Scene) =>
  speaks(text, scene) && !wordsOf(text).includes(wordsOf(who).at(-1)!);

const isCover = (block: Block) =>
  block.zone === 'title' || block.zone === 'metadata' || block.kind === 'heading' || block.zone === 'heading';

import type { Block } from '../../model/index.ts';
import { bodyOf, reports, speaks, wordsOf } from '../article-body.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { readGenitiveTitle } from '../labels/read-genitive-title.ts';
import { readSpeechTitle, type SpeechTitle } from '../labels/read-speech-title.ts';
import type { Detector, Scene, Stretch } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

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
    const all = label === null ? bodyOf(scene) : bodyOf(scene).filter((b) => b.end <= label);
    const standfirst = readStandfirst(scene, all, label !== null);
    const rest = all.slice(standfirst?.next ?? 0);
    const body = fromFirstSentence(scene, rest);
    const first = body[0];
    if (!first) return [];
    const title = standfirst?.title ?? readTitle(coverOf(scene, all, first), scene);
    if (!title) return [];
    const { start } = first;
    const { end } = body.at(-1)!;
    const text = scene.text.slice(start, end);
    if (reports(text, scene)) return [];
    if (label === null ? !title.leads && !speaks(text, scene) : !isHis(text, title.who, scene)) return [];
    const rule = label === null ? 'titled-speech' : 'titled-opening-remarks';
    const { who } = title;
    return [
      { form: 'opening', start, bodyStart: start, end, label: null, kind: 'speech', who, weight: WEIGHT.form, rule },
      ...(title.briefing || label !== null ? topicLines(body, scene) : []),
    ];
  },
};

interface Title extends SpeechTitle {
  readonly briefing?: boolean;
}

/** Whose words the lines announce; a briefing is its giver's only where he says I or we, for it never leads. */
function readTitle(lines: readonly string[], { words }: Scene): Title | null {
  const speech = readSpeechTitle(lines, words);
  if (speech) return speech;
  for (const line of lines) {
    const found = readGenitiveTitle(line, words);
    if (found) return { ...found, leads: !found.briefing };
  }
  const briefing = readSpeechTitle(lines, words, 'briefing-words');
  // "by the Office of the Spokesperson": a body gives no briefing, somebody of it does
  const bodies = ['body-words', 'body-nouns', 'office-words', 'office-fields'];
  const isBody = briefing && wordsOf(briefing.who).some((w) => bodies.some((list) => listOf(words, list).has(w)));
  return briefing && !isBody ? { ...briefing, leads: false, briefing: true } : null;
}

/** The title as settled, and the lines over the first sentence. */
function coverOf(scene: Scene, all: readonly Block[], first: Block): string[] {
  const cover = scene.blocks.filter((b) => b.end <= first.start && isCover(b)).slice(0, MAX_COVER);
  const over = all.filter((b) => b.end <= first.start && b.end - b.start <= STANDFIRST).slice(0, 3);
  const lines = [...cover, ...over].map((b) => scene.text.slice(b.start, b.end));
  return scene.facts.title && !lines.includes(scene.facts.title) ? [scene.facts.title, ...lines] : lines;
}

const MAX_COVER = 16;
/** Longest line that stands between title and speech ("Speech by Minister Ilse Marenko at …, 6 July"), UTF-16 units. */
const STANDFIRST = 220;

/**
 * A line under the title that opens by saying whose speech follows, or a sentence of the publisher that says so ("The
 * speech made by Ilse Marenko, the Foreign Minister, on 6 July."); `next` is the block after it.
 */
function readStandfirst(
  scene: Scene,
  body: readonly Block[],
  labelled: boolean,
): { title: Title; next: number } | null {
  for (const [i, b] of body.slice(0, 3).entries()) {
    const text = scene.text.slice(b.start, b.end);
    if (text === scene.facts.title) continue;
    if (text.length > STANDFIRST || i + 1 >= body.length) return null;
    const title = readTitle([text], scene);
    const sentence = /[.!?]["”’»)\]]*$/.test(text);
    if (title && !labelled && title.leads && !speaksAtAll(text, scene)) return { title, next: i + 1 };
    if (title && labelled && !speaksAtAll(text, scene) && (title.leads || title.briefing))
      return { title, next: i + 1 };
    if (sentence) return null;
  }
  return null;
}

const speaksAtAll = (text: string, scene: Scene) => {
  const list = listOf(scene.words, 'first-person');
  return wordsOf(text).some((w) => list.has(w));
};

/** From the first sentence or salutation: over it stand the title once more, the day, a number, a path of links. */
function fromFirstSentence(scene: Scene, blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((b) => {
    const text = scene.text.slice(b.start, b.end);
    const line = foldLabel(text.replace(/:$/, ''));
    const furniture = [...listOf(scene.words, 'furniture-openers')].some((opener) => line.startsWith(opener));
    return text !== scene.facts.title && OPENS.test(text) && !furniture && !listOf(scene.words, 'not-labels').has(line);
  });
  if (first < 0) return [];
  const last = blocks.findLastIndex((b) => endsSentence(scene.text.slice(b.start, b.end)));
  return blocks.slice(first, last + 1);
}

/** A sentence or a salutation ends so. */
const OPENS = /[.,!?:…]["”’»)\]]*$/;
const endsSentence = (text: string) => /[.!?…]["”’»)\]]*$/.test(text);

/** `On the situation in Kestoria`, between the paragraphs of a briefing: a line without a full stop is its heading. */
function topicLines(body: readonly Block[], scene: Scene): Stretch[] {
  const paragraphs = body.filter((b) => endsSentence(scene.text.slice(b.start, b.end))).length;
  const lines = body.filter((b, i) => {
    const text = scene.text.slice(b.start, b.end);
    return i > 0 && text.length <= STANDFIRST && !/[.,!?…:;–—-]["”’»)\]]*$|\n/.test(text.trim());
  });
  if (lines.length > paragraphs) return [];
  return lines.map(({ start, end }) => ({
    form: 'stretch',
    start,
    end,
    kind: 'heading',
    after: 'resume',
    weight: WEIGHT.form,
    rule: 'topic-line',
  }));
}

/** He speaks, and does not name himself as an editor's introduction would. */
const isHis = (text: string, who: string, scene: Scene) =>
  speaks(text, scene) && !wordsOf(text).includes(wordsOf(who).at(-1)!);

const isCover = (block: Block) =>
  block.zone === 'title' || block.zone === 'metadata' || block.kind === 'heading' || block.zone === 'heading';

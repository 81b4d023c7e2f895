import { bodyOf, reports, wordsOf } from '../article-body.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { readSpeechTitle } from '../labels/read-speech-title.ts';
import type { Detector, Scene } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/**
 * A press release on a government's own page: the words of the ministry that publishes it, though they say neither I nor
 * we. Anywhere else a press release is an article about somebody, and is left to its author.
 */
export const pressRelease: Detector = {
  name: 'press-release',
  reason: 'What a ministry publishes under its own name it says.',
  detect: (scene) => {
    if (labelsOf(scene).length > 0 || scene.blocks.some((b) => b.utterance)) return [];
    if (!isGovernments(scene) || !isCalledRelease(scene)) return [];
    // The title may be repeated over the text, broken in two.
    const all = bodyOf(scene);
    const body = all.slice(
      Math.max(
        0,
        all.findIndex((b) => b.end - b.start > 100),
      ),
    );
    if (body.length === 0 || readSpeechTitle([scene.facts.title ?? ''], scene.words)) return [];
    const start = body[0]!.start;
    const end = body.at(-1)!.end;
    if (reports(scene.text.slice(start, end), scene)) return [];
    const who = scene.facts.publisher ?? printedBody(scene);
    const rule = 'press-release';
    return [
      { form: 'opening', start, bodyStart: start, end, label: null, kind: 'speech', who, weight: WEIGHT.form, rule },
    ];
  },
};

/** A publisher known to be one, or an address that only governments get (gov, gob, gouv, go: registry policies). */
function isGovernments({ facts, rules }: Scene): boolean {
  const known = rules.publishers.find((p) => p.name === facts.publisher || p.id === facts.publisher);
  if (known) return known.kind === 'ministry' || known.kind === 'government';
  return /^https?:\/\/(?:[^/]{0,100}\.)?(?:gov|gob|gouv|go|mil)(?:\.[a-z]{2})?(?:[:/]|$)/i.test(facts.url ?? '');
}

/** The page's title, path or address says press release. */
function isCalledRelease(scene: Scene): boolean {
  const head = scene.blocks.filter((b) => b.zone === 'title' || b.zone === 'metadata').slice(0, 12);
  const said = [scene.facts.title ?? '', (scene.facts.url ?? '').replace(/[-_]/g, ' ')];
  const folded = foldLabel([...said, ...head.map((b) => scene.text.slice(b.start, b.end))].join(' '));
  return [...listOf(scene.words, 'release-words')].some((phrase) => folded.includes(phrase));
}

/** The name of a ministry on a line of its own in the page's head or foot. */
function printedBody(scene: Scene): string | null {
  const openers = listOf(scene.words, 'body-openers');
  for (const block of scene.blocks) {
    if (block.zone !== 'boilerplate' && block.zone !== 'metadata') continue;
    const line = scene.text.slice(block.start, block.end).split('\n', 1)[0]!.trim();
    const words = wordsOf(line);
    if (words.length >= 3 && words.length <= 9 && openers.has(words[0]!) && !/[.:;?!]/.test(line)) return line;
  }
  return null;
}

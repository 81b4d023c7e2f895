import type { Block } from '../../model/index.ts';
import { labelsOf } from '../labels/labels-of.ts';
import type { Detector, Proposal, Scene } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

// A stage direction is short; longer parentheses are the speaker's own.
const PARENTHESIS = /\(([^()\n]{2,140})\)|\[([^[\]\n]{2,140})\]/g;
const MAX_WORDS = 12;
const MAX_WORDS_ALONE = 20;

/**
 * (Applause.), [Laughter], (Cross-talk.), (END VIDEO CLIP): a note of the stenographer between or inside the words.
 * "(inaudible)" in lower case inside a sentence stands for words of the speaker, and stays with him.
 */
export const asides: Detector = {
  name: 'asides',
  reason: "A stenographer's note is nobody's words, and the speech around it goes on.",
  detect: (scene) => {
    const proposals: Proposal[] = [];
    const labelled = labelsFollowClips(scene);
    const talk = labelsOf(scene);
    for (const block of scene.blocks) {
      if (!isOpen(block)) continue;
      const text = scene.text.slice(block.start, block.end);
      for (const m of text.matchAll(PARENTHESIS)) {
        const rule = ruleOf(
          m[1] ?? m[2]!,
          standsAlone(text, m.index, m[0].length),
          m[1] === undefined && isAmid(talk, block.start),
          scene,
        );
        if (!rule) continue;
        const changes = !labelled && endsClip(m[1] ?? m[2]!, scene);
        proposals.push(asideOf(block, m.index, m[0].length, rule, changes));
        if (changes) proposals.push(...nobodysTurn(scene, block.start + m.index + m[0].length));
      }
    }
    return proposals;
  },
};

/** Between the first label and the last: over a talk brackets hold what it is taken from. */
const isAmid = (labels: readonly { start: number }[], at: number) =>
  labels.length > 0 && at > labels[0]!.start && at < labels.at(-1)!.start;

const asideOf = (block: Block, at: number, length: number, rule: string, changes: boolean): Proposal => ({
  form: 'stretch',
  start: block.start + at,
  end: block.start + at + length,
  kind: 'aside',
  after: changes ? 'close' : 'resume',
  weight: WEIGHT.form,
  rule,
});

/** (END VIDEO CLIP), (END VIDEOTAPE) */
const endsClip = (inside: string, { words }: Scene) =>
  listOf(words, 'clip-ends').has(foldLabel(inside).replace(/[.!…]+$/, ''));

/** Print that labels the voice after a clip means, where it does not, that the same voice goes on. */
function labelsFollowClips(scene: Scene): boolean {
  const labels = new Set(labelsOf(scene).map((p) => p.start));
  for (const m of scene.text.matchAll(/[([]([^()[\]\n]{2,80})[)\]]\s*/g))
    if (endsClip(m[1]!, scene) && labels.has(m.index + m[0].length)) return true;
  return false;
}

/** Talk without a label after a clip: the clip's voice or the host's, so it is laid to nobody. */
function nobodysTurn({ text }: Scene, at: number): Proposal[] {
  const lead = /\s*/y;
  lead.lastIndex = at;
  const start = at + lead.exec(text)![0].length;
  if (start >= text.length) return [];
  const rule = 'after-clip';
  return [{ form: 'opening', start, bodyStart: start, label: null, kind: 'speech', weight: WEIGHT.hint, rule }];
}

function ruleOf(inside: string, alone: boolean, square: boolean, { words }: Scene): string | null {
  const folded = foldLabel(inside).replace(/[.!…]+$/, '');
  const tokens = folded.match(/[\p{L}\p{M}'-]+/gu) ?? [];
  if (tokens.length === 0 || tokens.length > (alone ? MAX_WORDS_ALONE : MAX_WORDS)) return null;
  if (listOf(words, 'asides-in-any-case').has(folded)) return 'aside-word';
  const cues = listOf(words, 'aside-words');
  const cued = cues.has(folded) || cues.has(tokens[0]!) || cues.has(tokens.at(-1)!);
  // `[Replay of earlier clip]`: brackets around a whole line of few words, in which nobody says I or you
  const bracketed = alone && square && tokens.length >= 2 && tokens.length <= 8 && !/[.!?]$/.test(inside);
  if (bracketed && !tokens.some((t) => listOf(words, 'speaking-pronouns').has(t))) return 'aside-in-brackets';
  const capitals = inside === inside.toUpperCase() && /\p{Lu}{2}/u.test(inside);
  if (alone && capitals && tokens.length >= 2) return 'aside-in-capitals';
  const sentence = /^\p{Lu}.*[.!]$/su.test(inside.trim());
  if (cued && (alone || capitals || sentence)) return 'aside-word';
  // "(Air Force jets pass overhead.)": a sentence of its own in parentheses, in which nobody says I or you.
  const pronouns = listOf(words, 'speaking-pronouns');
  if (sentence && tokens.length >= 2 && (alone || tokens.length <= 8) && !tokens.some((t) => pronouns.has(t)))
    return 'aside-sentence';
  return null;
}

/** Nothing else on its line. Looks no further than the next word: a line can be a whole file. */
function standsAlone(text: string, at: number, length: number): boolean {
  let before = at - 1;
  while (before >= 0 && text[before] !== '\n' && /\s/.test(text[before]!)) before--;
  let after = at + length;
  while (after < text.length && text[after] !== '\n' && /\s/.test(text[after]!)) after++;
  return (before < 0 || text[before] === '\n') && (after >= text.length || text[after] === '\n');
}

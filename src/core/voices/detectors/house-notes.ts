import type { Detector, Proposal, Scene, Stretch } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';
import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';

/** A longer parenthesis is a paragraph that happens to stand in one. UTF-16 units; the longest seen in minutes is near 700. */
const MAX_NOTE = 1500;
/** So many notes of the sure form make any block in parentheses a note of that stenographer. */
const HABIT = 3;
/** `Ilse Marenko [KP]: Hear, hear!` */
const HECKLE = /^((?:\p{Lu}[\p{L}\p{M}.’'-]*\s|(?:von|vom|zu|der|de|van|del|la)\s){1,6}\[[^[\]\n]{2,50}\]):\s/u;
const BETWEEN = /\s[–—-]\s/gu;

/**
 * Blocks in parentheses in the minutes of a house: applause, calls, heckles. Each named heckle is a note of its own with
 * its heckler, the speech goes on after it.
 */
export const houseNotes: Detector = {
  name: 'house-notes',
  reason:
    "What the stenographer notes between the speaker's words belongs to the house; a heckle belongs to its heckler.",
  detect: (scene) => {
    const notes = blocksInParentheses(scene);
    const sure = notes.filter((n) => isSure(n.inside, scene.words));
    const taken = sure.length >= HABIT ? notes : sure;
    return taken.flatMap((n) => cutNote(n, scene));
  },
};

interface Note {
  readonly start: number;
  readonly end: number;
  readonly inside: string;
}

function blocksInParentheses({ text, blocks }: Scene): Note[] {
  const notes: Note[] = [];
  for (const { start, end, zone, utterance } of blocks) {
    if (utterance || (zone && zone !== 'article') || end - start > MAX_NOTE || text[start] !== '(') continue;
    const body = text.slice(start + 1, end);
    // a bracket left open by the printer is still a note, when it opens like one
    const closed = body.endsWith(')');
    const inside = closed ? body.slice(0, -1) : body;
    if (!closed && !HECKLE.test(inside) && !/\s[–—]\s/u.test(inside)) continue;
    if (closed && /\)\s+\p{Lu}/u.test(inside) && !/\(/.test(inside)) continue;
    notes.push({ start, end, inside });
  }
  return notes;
}

/** Opens with a word of applause or calls, or with a heckler. */
function isSure(inside: string, words: VoiceWords): boolean {
  const cues = listOf(words, 'aside-words');
  const first =
    foldLabel(inside)
      .match(/[\p{L}\p{M}'-]+/gu)
      ?.slice(0, 2) ?? [];
  return HECKLE.test(inside) || first.some((w) => cues.has(w));
}

/** One stretch for each named heckle, and one for what stands between them. */
function cutNote(note: Note, { words }: Scene): Proposal[] {
  const cuts = [0];
  for (const m of note.inside.matchAll(BETWEEN)) {
    const rest = note.inside.slice(m.index + m[0].length);
    if (HECKLE.test(rest) || opensWithCue(rest, words)) cuts.push(m.index + m[0].length);
  }
  return cuts.map((from, i): Stretch => {
    const to = cuts[i + 1] ?? note.inside.length;
    const heckler = HECKLE.exec(note.inside.slice(from, to))?.[1] ?? null;
    const start = i === 0 ? note.start : note.start + 1 + from;
    return {
      form: 'stretch',
      start,
      end: i === cuts.length - 1 ? note.end : note.start + 1 + to,
      kind: 'aside',
      after: 'resume',
      who: heckler,
      // above labels, because a heckle holds what looks like one; below what the markup or the page's structure says
      weight: WEIGHT.label + 5,
      rule: heckler ? 'heckle' : 'house-note',
    };
  });
}

function opensWithCue(text: string, words: VoiceWords): boolean {
  const first = foldLabel(text.slice(0, 40)).match(/[\p{L}\p{M}'-]+/u)?.[0];
  return first !== undefined && listOf(words, 'aside-words').has(first);
}

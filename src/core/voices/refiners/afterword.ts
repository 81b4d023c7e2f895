import type { Block } from '../../model/index.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/**
 * Where the last turn of a transcript ends. Nothing prints it: the blogger's closing remark, the editor's note and the
 * readers' comments stand under the last answer like further paragraphs of it.
 */
export const afterword: Refiner = {
  name: 'afterword',
  reason: "A closing remark in another voice must not land in the official's last answer; when unsure it is nobody's.",
  refine: (turns, scene) => {
    const last = turns.findLastIndex((t) => t.utterance !== null);
    if (last < 0) return turns;
    const { utterance } = turns[last]!;
    const first = turns.findIndex((t) => t.utterance === utterance);
    if (turns[first]!.label === null) return turns;
    const pieces = turns.slice(first);
    const plea = pieces.find((t) => t.rule === 'furniture-line')?.start ?? Number.POSITIVE_INFINITY;
    const cut = Math.min(plea, findCut(turns, first, plea, scene));
    if (cut === Number.POSITIVE_INFINITY) return turns;
    const out = [...turns.slice(0, first)];
    for (const piece of pieces) {
      if (piece.utterance === null || piece.end <= cut) out.push(piece);
      else if (piece.start >= cut) out.push(nobodys(piece, piece.start, plea));
      else out.push({ ...piece, end: cut }, nobodys(piece, cut, plea));
    }
    return out;
  },
};

const nobodys = (piece: LaidTurn, start: number, plea: number): LaidTurn => ({
  start,
  end: piece.end,
  // Prose under a plea to subscribe is what readers wrote under it.
  kind: start > plea ? 'comment' : null,
  label: null,
  bodyStart: start,
  utterance: null,
  rule: start > plea ? 'prose-under-a-plea' : 'afterword',
});

/** Start of the first paragraph of the last turn that shows another hand; infinity if none does. */
function findCut(turns: readonly LaidTurn[], first: number, plea: number, scene: Scene): number {
  const { start, bodyStart, label } = turns[first]!;
  const own = turns.slice(first).filter((t) => t.utterance !== null);
  // The paragraph that the label opens is his; the ones after it may not be.
  const paragraphs = scene.blocks
    .filter((b) => b.end > bodyStart && b.start < plea && own.some((t) => b.end > t.start && b.start < t.end))
    .slice(1);
  if (paragraphs.length === 0) return Number.POSITIVE_INFINITY;
  const before = turns.slice(0, first + 1);
  const hands: Hands = {
    talk: textOf(
      scene,
      before.filter((t) => t.utterance !== null),
      paragraphs[0]!.start,
    ),
    frame: textOf(
      scene,
      before.filter((t) => t.utterance === null && t.kind === null),
      start,
    ),
    framed: plea < Number.POSITIVE_INFINITY,
    name: foldLabel(label!)
      .replace(/[^\p{L}\s-]/gu, '')
      .split(' ')
      .at(-1)!,
  };
  const separators = turns.filter((t) => t.rule === 'separator' && t.start > start).map((t) => t.end);
  for (const block of paragraphs) {
    const parted = separators.some((s) => s <= block.start) ? 1 : 0;
    if (countClues(scene, block, hands) + parted >= 2) return block.start;
  }
  return Number.POSITIVE_INFINITY;
}

/** What is known of those who write and speak in this text. */
interface Hands {
  readonly talk: string;
  readonly frame: string;
  /** a plea or comments under the text: somebody publishes it as his own */
  readonly framed: boolean;
  readonly name: string;
}

const textOf = (scene: Scene, turns: readonly LaidTurn[], stop: number) =>
  turns.map((t) => scene.text.slice(t.bodyStart, Math.min(t.end, stop))).join('\n');

function countClues(scene: Scene, block: Block, hands: Hands): number {
  const text = scene.text.slice(block.start, block.end);
  const folded = foldLabel(text);
  let clues = 0;
  for (const phrase of listOf(scene.words, 'afterword-phrases')) if (folded.includes(phrase)) clues += 2;
  // The finer clues count only where an editor is known to be about: his introduction stands above, his plea below.
  if (!hands.framed && !isProse(hands.frame)) return clues;
  if (hands.talk.length < 2000) return clues;
  for (const phrase of listOf(scene.words, 'afterword-hints')) if (folded.includes(phrase)) clues += 2;
  if (otherApostrophes(text, hands.talk)) clues += 2;
  if (speaksLikeFrame(text, hands.talk, hands.frame)) clues += 2;
  if (hands.name.length > 3 && holdsWord(folded, hands.name) && !holdsWord(foldLabel(hands.talk), hands.name))
    clues += 2;
  return clues;
}

/** An introduction has sentences; a list of facts over the text has none. */
const isProse = (frame: string) => /\p{L}{2,}[.!?:…]["”’»)]?\s*$/mu.test(frame) && frame.split(/\s+/).length >= 20;

const holdsWord = (text: string, word: string) =>
  new RegExp(`(?<!\\p{L})${escapeRegExp(word)}(?!\\p{L})`, 'u').test(text);

const escapeRegExp = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Typewriter apostrophes in all the talk, printer's ones here, or the reverse: another hand typed it. */
function otherApostrophes(text: string, talk: string): boolean {
  const count = (s: string) =>
    [(s.match(/\p{L}'\p{L}/gu) ?? []).length, (s.match(/\p{L}’\p{L}/gu) ?? []).length] as const;
  const [plain, curly] = count(talk);
  const [plainHere, curlyHere] = count(text);
  if (plain >= 5 && curly === 0) return curlyHere > 0 && plainHere === 0;
  if (curly >= 5 && plain === 0) return plainHere > 0 && curlyHere === 0;
  return false;
}

/** A name of two words or more that the editor's introduction used and no speaker did ("the Free Plains Party"). */
function speaksLikeFrame(text: string, talk: string, frame: string): boolean {
  if (!frame) return false;
  for (const m of text.matchAll(/\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)+/gu))
    if (frame.includes(m[0]) && !talk.includes(m[0])) return true;
  return false;
}

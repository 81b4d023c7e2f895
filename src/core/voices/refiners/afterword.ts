import type { Block } from '../../model/index.ts';
import { blocksWithin } from '../blocks-within.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';
import { countClues, type Hands } from './other-hand.ts';
import { isOpened, surnameOf } from './speaker-surname.ts';

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
    if (!isOpened(turns[first]!)) return turns;
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

// An afterword is short; the last answer of a speech may have thousands of paragraphs.
const MAX_PARAGRAPHS = 40;
const MAX_TALK = 200_000;

/** Start of the first paragraph of the last turn that shows another hand; infinity if none does. */
function findCut(turns: readonly LaidTurn[], first: number, plea: number, scene: Scene): number {
  const { start, bodyStart } = turns[first]!;
  const paragraphs = paragraphsOf(turns.slice(first), bodyStart, plea, scene).slice(-MAX_PARAGRAPHS);
  if (paragraphs.length === 0) return Number.POSITIVE_INFINITY;
  const before = turns.slice(0, first + 1);
  const talk = before.filter((t) => t.utterance !== null);
  const frame = before.filter((t) => t.utterance === null && t.kind === null);
  const hands: Hands = {
    talk: textOf(scene, talk, paragraphs[0]!.start).slice(-MAX_TALK),
    frame: textOf(scene, frame, start).slice(-MAX_TALK),
    framed:
      plea < Number.POSITIVE_INFINITY || turns.slice(first).some((t) => t.kind === 'comment') || pleads(turns, scene),
    name: surnameOf(turns[first]!, scene),
  };
  const parted = Math.min(
    turns.find((t) => t.rule === 'separator' && t.start > start)?.end ?? Number.POSITIVE_INFINITY,
    paragraphs.find((b) => b.ruled)?.start ?? Number.POSITIVE_INFINITY,
  );
  for (const block of paragraphs) {
    const text = scene.text.slice(block.start, block.end);
    const clues = countClues(text, hands, scene);
    // Under a rule that parts the page only who says I or we may still be the one who answered.
    const under = parted <= block.start ? (speaks(text, scene) ? 1 : 2) : 0;
    if (clues + under >= 2) return block.start;
  }
  return Number.POSITIVE_INFINITY;
}

/** The paragraphs of an utterance that stand before a plea, without the one that its label opens. */
function paragraphsOf(pieces: readonly LaidTurn[], bodyStart: number, plea: number, scene: Scene): Block[] {
  const blocks: Block[] = [];
  for (const piece of pieces)
    if (piece.utterance !== null)
      for (const block of blocksWithin(scene.blocks, Math.max(piece.start, bodyStart), Math.min(piece.end, plea)))
        if (blocks.at(-1) !== block) blocks.push(block);
  return blocks.slice(1);
}

const textOf = (scene: Scene, turns: readonly LaidTurn[], stop: number) =>
  turns.map((t) => scene.text.slice(t.bodyStart, Math.min(t.end, stop))).join('\n');

/** The page's own structure set a plea apart, and it stands straight under the talk. */
function pleads(turns: readonly LaidTurn[], scene: Scene): boolean {
  const next = turns[turns.findLastIndex((t) => t.utterance !== null) + 1];
  if (next?.kind !== 'boilerplate') return false;
  const folded = foldLabel(scene.text.slice(next.start, Math.min(next.end, next.start + 600)));
  return ['furniture-phrases', 'plea-phrases'].some((list) =>
    [...listOf(scene.words, list)].some((phrase) => folded.includes(phrase)),
  );
}

/** Says I or we. */
function speaks(text: string, { words }: Scene): boolean {
  const speaking = listOf(words, 'first-person');
  return (foldLabel(text).match(/[\p{L}\p{M}']+/gu) ?? []).some((word) => speaking.has(word));
}

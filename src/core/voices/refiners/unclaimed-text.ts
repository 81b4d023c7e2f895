import type { TurnKind } from '../../model/index.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel } from '../voice-words.ts';

/** Blocks that no voice claimed: the title, metadata lines, headings, and the prose of an editor. */
export const unclaimedText: Refiner = {
  name: 'unclaimed-text',
  reason: 'What stands before, between and after the voices is furniture of the text or words of who published it.',
  refine: (turns, scene) =>
    turns.flatMap((turn) => (turn.utterance === null && turn.kind === null ? sortBlocks(turn, scene) : [turn])),
};

/** Cut unclaimed text at its blocks, and join neighbours of one kind. */
function sortBlocks(turn: LaidTurn, scene: Scene): LaidTurn[] {
  const title = foldLabel(scene.facts.title ?? '');
  const pieces: LaidTurn[] = [];
  for (const block of scene.blocks) {
    if (block.end <= turn.start) continue;
    if (block.start >= turn.end) break;
    const start = Math.max(block.start, turn.start);
    const { kind, rule } = kindOf(foldLabel(scene.text.slice(start, Math.min(block.end, turn.end))), block.kind, title);
    if (pieces.at(-1)?.kind === kind) continue;
    pieces.push({ ...turn, start, bodyStart: start, kind, rule });
  }
  if (pieces.length === 0) return [{ ...turn, kind: 'commentary' }];
  return pieces.map((piece, i) => {
    const start = i === 0 ? turn.start : piece.start;
    return { ...piece, start, bodyStart: start, end: pieces[i + 1]?.start ?? turn.end };
  });
}

function kindOf(words: string, block: string, title: string): { kind: TurnKind; rule: string } {
  if (title && words === title) return { kind: 'title', rule: 'same-as-title' };
  if (block === 'heading') return { kind: 'heading', rule: 'heading-block' };
  return { kind: 'commentary', rule: 'no-voice' };
}

import type { LaidTurn, Refiner } from '../proposal.ts';

/** `Q  (Inaudible.)`: a label with nothing but a stenographer's note is that note, and keeps its label. */
export const unheardTurns: Refiner = {
  name: 'unheard-turns',
  reason: 'Where nothing was heard nobody said anything, though the print has a label.',
  refine: (turns, scene) => {
    const pieces = new Map<number, number>();
    for (const { utterance } of turns) if (utterance !== null) pieces.set(utterance, (pieces.get(utterance) ?? 0) + 1);
    const out: LaidTurn[] = [];
    for (const turn of turns) {
      const before = out.at(-1);
      const empty =
        before?.utterance != null &&
        pieces.get(before.utterance) === 1 &&
        !/\S/.test(scene.text.slice(before.bodyStart, before.end));
      if (empty && turn.kind === 'aside') {
        out[out.length - 1] = { ...turn, start: before.start, label: before.label, rule: 'unheard-turn' };
      } else out.push(turn);
    }
    return out;
  },
};

import type { TurnKind } from '../../model/index.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/** Question, answer or speech, where the label does not say it. */
export const questionsAndAnswers: Refiner = {
  name: 'questions-and-answers',
  reason: 'A name does not say whether its bearer asks; how often his turns ask, and who spoke before, does.',
  refine: (turns, scene) => {
    const askers = findAskers(turns, scene);
    const kinds = new Map<number, TurnKind>();
    let asked = false;
    return turns.map((turn) => {
      if (turn.utterance === null) return turn;
      const kind = turn.kind ?? kinds.get(turn.utterance) ?? kindOf(turn, askers, asked);
      kinds.set(turn.utterance, kind);
      asked = kind === 'question' || kind === 'answer';
      return { ...turn, kind };
    });
  },
};

function kindOf(turn: LaidTurn, askers: ReadonlySet<string>, asked: boolean): TurnKind {
  if (turn.label !== null && askers.has(foldLabel(turn.label))) return 'question';
  return asked ? 'answer' : 'speech';
}

/**
 * Labels whose turns mostly ask: at least two fifths of their turns hold a question mark, and twice as often as the
 * others' do. Words like Reporter always ask.
 */
function findAskers(turns: readonly LaidTurn[], scene: Scene): ReadonlySet<string> {
  const said = new Map<string, { turns: number; asking: number }>();
  for (const turn of turns) {
    if (turn.utterance === null || turn.label === null || turn.kind !== null) continue;
    const key = foldLabel(turn.label);
    const row = said.get(key) ?? { turns: 0, asking: 0 };
    row.turns++;
    if (/[?？]/.test(scene.text.slice(turn.bodyStart, turn.end))) row.asking++;
    said.set(key, row);
  }
  const askers = new Set<string>();
  const interviewers = listOf(scene.words, 'interviewer-labels');
  let all = { turns: 0, asking: 0 };
  for (const row of said.values()) all = { turns: all.turns + row.turns, asking: all.asking + row.asking };
  for (const [key, row] of said) {
    if (interviewers.has(key.replace(/\s*:$/, ''))) askers.add(key);
    const others = { turns: all.turns - row.turns, asking: all.asking - row.asking };
    if (others.turns === 0 || row.turns < 2) continue;
    const rate = row.asking / row.turns;
    if (rate >= 0.4 && rate >= (2 * others.asking) / others.turns) askers.add(key);
  }
  return askers;
}

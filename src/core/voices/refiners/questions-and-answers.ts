import type { TurnKind } from '../../model/index.ts';
import { parseLabel } from '../labels/parse-label.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel } from '../voice-words.ts';

/** Question, answer or speech, where the label does not say it. */
export const questionsAndAnswers: Refiner = {
  name: 'questions-and-answers',
  reason:
    'A name does not say whether its bearer asks; how often his turns end in a question, and who spoke before, does.',
  refine: (turns, scene) => {
    const askers = findAskers(turns, scene);
    const kinds = new Map<number, TurnKind>();
    let asked = false;
    return turns.map((turn) => {
      if (turn.utterance === null) return turn;
      const kind =
        turn.kind ??
        kinds.get(turn.utterance) ??
        (askers.has(keyOf(turn, scene)) ? 'question' : asked ? 'answer' : 'speech');
      kinds.set(turn.utterance, kind);
      asked = kind === 'question' || kind === 'answer';
      return { ...turn, kind };
    });
  },
};

/** Turns of one name, whatever notes stand behind it (`Anna Cole (00:15):`). */
const keyOf = (turn: LaidTurn, { words }: Scene) => {
  const label = (turn.label ?? turn.who ?? '').replace(/\s*[:.]$/, '');
  return parseLabel(label, words)?.key ?? foldLabel(label);
};

interface Row {
  turns: number;
  asking: number;
  words: number;
}

/**
 * Who asks. A word like Reporter always does, where somebody else speaks too; a nameless voice ("Audience member") where
 * another talks far more; a name where two fifths of his turns end in a question, at least twice as often as the others',
 * and his turns are not the longest.
 */
function findAskers(turns: readonly LaidTurn[], scene: Scene): ReadonlySet<string> {
  const said = new Map<string, Row>();
  for (const turn of turns) {
    if (turn.utterance === null || turn.kind !== null) continue;
    const key = keyOf(turn, scene);
    const body = scene.text.slice(turn.bodyStart, turn.end);
    const row = said.get(key) ?? { turns: 0, asking: 0, words: 0 };
    if (turn.label !== null || turn.who) row.turns++;
    if (/[?？]["”’»)\]\s]*$/.test(body.slice(-200))) row.asking++;
    row.words += body.split(/\s+/).length;
    said.set(key, row);
  }
  const all = [...said.values()].reduce(add, { turns: 0, asking: 0, words: 0 });
  const askers = new Set<string>();
  // Where the print says who asks, a name does not ask.
  const stated = turns.filter((t) => t.kind === 'question').length >= 3;
  for (const [key, row] of said) {
    const others = { turns: all.turns - row.turns, asking: all.asking - row.asking, words: all.words - row.words };
    if (others.turns <= 0) continue;
    const role = parseLabel(key, scene.words)?.role;
    const length = row.words / Math.max(1, row.turns);
    const othersLength = others.words / others.turns;
    const rate = row.asking / Math.max(1, row.turns);
    const named =
      !stated &&
      row.turns >= 2 &&
      rate >= 0.4 &&
      rate >= (2 * others.asking) / others.turns &&
      length <= 1.5 * othersLength;
    if (role === 'interviewer' || (role === 'group' && length < othersLength / 2) || named) askers.add(key);
  }
  return askers;
}

const add = (a: Row, b: Row): Row => ({
  turns: a.turns + b.turns,
  asking: a.asking + b.asking,
  words: a.words + b.words,
});

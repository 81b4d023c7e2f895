import type { TurnKind } from '../../model/index.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { parseLabel } from '../labels/parse-label.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel } from '../voice-words.ts';

/** Question, answer or speech, where the label does not say it. */
export const questionsAndAnswers: Refiner = {
  name: 'questions-and-answers',
  reason:
    'A name does not say whether its bearer asks; how often his turns end in a question, and who spoke before, does.',
  refine: (turns, scene) => {
    const keys = keysOfUtterances(turns, scene);
    const askers = findAskers(turns, keys, scene);
    const kinds = new Map<number, TurnKind>();
    let asked = false;
    return turns.map((turn) => {
      if (turn.utterance === null) return turn;
      const asks = askers.has(keys.get(turn.utterance)!);
      const kind = turn.kind ?? kinds.get(turn.utterance) ?? (asks ? 'question' : asked ? 'answer' : 'speech');
      kinds.set(turn.utterance, kind);
      asked = kind === 'question' || kind === 'answer';
      return { ...turn, kind };
    });
  },
};

/** One key for the turns of one name, whatever notes stand behind it (`Anna Cole (00:15):`) and however short it is. */
function keysOfUtterances(turns: readonly LaidTurn[], scene: Scene): ReadonlyMap<number, string> {
  const learnt = new Map(labelsOf(scene).map((p) => [p.start, p.key]));
  const keys = new Map<number, string>();
  for (const { utterance, start, label, who } of turns) {
    if (utterance === null || keys.has(utterance)) continue;
    const printed = (label ?? who ?? '').replace(/\s*[:.]$/, '');
    keys.set(
      utterance,
      (label === null ? undefined : learnt.get(start)) ?? parseLabel(printed, scene.words)?.key ?? foldLabel(printed),
    );
  }
  return keys;
}

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
function findAskers(turns: readonly LaidTurn[], keys: ReadonlyMap<number, string>, scene: Scene): ReadonlySet<string> {
  const said = countByKey(turns, keys, scene);
  const all = [...said.values()].reduce(add, { turns: 0, asking: 0, words: 0 });
  // Where the print says who asks, a name does not ask.
  const stated = turns.filter((t) => t.kind === 'question').length >= 3;
  const asked = stated ? null : findAsked(said);
  const askers = new Set<string>();
  const press = new Map(labelsOf(scene).flatMap((p) => (p.press ? [[p.key, p.press]] : [])));
  for (const [key, row] of said) {
    const others = { turns: all.turns - row.turns, asking: all.asking - row.asking, words: all.words - row.words };
    if (others.turns <= 0) continue;
    const role = parseLabel(key, scene.words)?.role;
    const length = row.words / row.turns;
    const othersLength = others.words / others.turns;
    const rate = row.asking / row.turns;
    const often = rate >= 0.4 && rate >= (2 * others.asking) / others.turns;
    const named = !stated && (row.turns >= 2 || others.asking === 0) && often && length <= 1.5 * othersLength;
    const pooled = asked !== null && key !== asked && rate >= 0.4;
    const ofPress = press.get(key) === 'role' || (press.has(key) && rate > 0);
    if (pooled || ofPress || role === 'interviewer' || (role === 'group' && length < othersLength / 2) || named)
      askers.add(key);
  }
  return askers;
}

/**
 * The one whom all others ask: he says most and seldom asks, they together end half of their turns in a question. A press
 * conference prints each paper once, so that no single asker could be told by his habit.
 */
function findAsked(said: ReadonlyMap<string, Row>): string | null {
  const [first, ...rest] = [...said].sort(([, a], [, b]) => b.turns - a.turns || b.words - a.words);
  if (!first || rest.length < 2 || first[1].turns < 2) return null;
  const others = rest.reduce((sum, [, row]) => add(sum, row), { turns: 0, asking: 0, words: 0 });
  return first[1].asking <= first[1].turns / 4 && others.asking >= others.turns / 2 ? first[0] : null;
}

/** Utterances without a stated kind, by key; an utterance asks when its last piece ends with a question mark. */
function countByKey(
  turns: readonly LaidTurn[],
  keys: ReadonlyMap<number, string>,
  scene: Scene,
): ReadonlyMap<string, Row> {
  const last = new Map<number, LaidTurn>();
  const said = new Map<string, Row>();
  for (const turn of turns) {
    if (turn.utterance === null || turn.kind !== null) continue;
    const row = said.get(keys.get(turn.utterance)!) ?? { turns: 0, asking: 0, words: 0 };
    if (!last.has(turn.utterance)) row.turns++;
    last.set(turn.utterance, turn);
    row.words += scene.text.slice(turn.bodyStart, turn.end).split(/\s+/).length;
    said.set(keys.get(turn.utterance)!, row);
  }
  for (const [utterance, turn] of last)
    if (/[?？]["”’»)\]\s]*$/.test(scene.text.slice(Math.max(turn.bodyStart, turn.end - 200), turn.end)))
      said.get(keys.get(utterance)!)!.asking++;
  return said;
}

const add = (a: Row, b: Row): Row => ({
  turns: a.turns + b.turns,
  asking: a.asking + b.asking,
  words: a.words + b.words,
});

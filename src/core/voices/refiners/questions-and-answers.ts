import type { TurnKind } from '../../model/index.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { type LabelForm, parseLabel } from '../labels/parse-label.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/** An introduction is short; UTF-16 units. */
const MAX_INTRO = 4000;

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
      const asks = askers.has(keys.get(turn.utterance)!) || opensAsking(turn, scene);
      const kind = turn.kind ?? kinds.get(turn.utterance) ?? (asks ? 'question' : asked ? 'answer' : 'speech');
      kinds.set(turn.utterance, kind);
      asked = kind === 'question' || kind === 'answer';
      return { ...turn, kind };
    });
  },
};

/** `To ask the Minister of Trade …`: how a house prints its questions. */
function opensAsking(turn: LaidTurn, { text, words }: Scene): boolean {
  const head = foldLabel(text.slice(turn.bodyStart, turn.bodyStart + 60));
  return [...listOf(words, 'asking-openers')].some((opener) => head.startsWith(opener));
}

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
  /** turns that end in a question */
  asking: number;
  /** turns that hold one */
  questions: number;
  words: number;
}

/**
 * Who asks. A word like Reporter always does, where somebody else speaks too; a name where two fifths of his turns end in a question, at least twice as often as the others',
 * and his turns are not the longest.
 */
function findAskers(turns: readonly LaidTurn[], keys: ReadonlyMap<number, string>, scene: Scene): ReadonlySet<string> {
  const said = countByKey(turns, keys, scene);
  const all = [...said.values()].reduce(add, { turns: 0, asking: 0, questions: 0, words: 0 });
  // Where the print says who asks, a name does not ask.
  const stated = turns.filter((t) => t.kind === 'question').length >= 3;
  const asked = stated ? null : findAsked(said);
  const askers = new Set<string>();
  const press = new Map(labelsOf(scene).flatMap((p) => (p.press ? [[p.key, p.press]] : [])));
  const roles = new Map(labelsOf(scene).map((p) => [p.key, p.role]));
  const hosts = findHosts(said, scene);
  const briefed = stated ? new Set<string>() : askedAtBriefing(said, press, scene);
  for (const [key, row] of said) {
    const others = less(all, row);
    if (others.turns <= 0) continue;
    const role = roles.get(key);
    const length = row.words / row.turns;
    const othersLength = others.words / others.turns;
    const rate = row.asking / row.turns;
    const often = rate >= 0.4 && rate >= (2 * others.asking) / others.turns;
    const named = !stated && (row.turns >= 2 || others.asking === 0) && often && length <= 1.5 * othersLength;
    const pooled = asked !== null && key !== asked && rate >= 0.4;
    const ofPress = press.get(key) === 'role' || press.get(key) === 'self' || (press.has(key) && rate > 0);
    if (pooled || briefed.has(key) || hosts.has(key) || ofPress || role === 'interviewer' || named) askers.add(key);
  }
  return askers;
}

/** `In this episode host Anna Cole talks to …`: whom the words over the talk call its host, correspondent or presenter. */
function findHosts(said: ReadonlyMap<string, Row>, scene: Scene): ReadonlySet<string> {
  const labels = labelsOf(scene);
  const intro = foldLabel(scene.text.slice(0, Math.min(labels[0]?.start ?? 0, MAX_INTRO)));
  const words = intro.match(/[\p{L}\p{M}'-]+|[,.;:]/gu) ?? [];
  const roles = listOf(scene.words, 'press-roles');
  return new Set(
    [...said.keys()].filter((key) => {
      const name = key.match(/[\p{L}\p{M}'-]+/gu) ?? [];
      return (
        name.length >= 2 && words.some((w, i) => roles.has(w) && name.every((part, k) => words[i + 1 + k] === part))
      );
    }),
  );
}

/**
 * Who asks at a briefing or press conference: beside labels that print an office, those that print none or a newspaper,
 * where two fifths of all their turns hold a question. Longer speeches are no questions: a second official
 * may stand there by his name alone.
 */
function askedAtBriefing(
  said: ReadonlyMap<string, Row>,
  press: ReadonlyMap<string, LabelForm['press']>,
  scene: Scene,
): ReadonlySet<string> {
  const holders = new Set(labelsOf(scene).flatMap((p) => (p.holds ? [p.key] : [])));
  if (scene.facts.kind !== 'briefing' || holders.size === 0) return new Set();
  const surnames = new Set([...holders].map((key) => key.split(' ').at(-1)!));
  const others = [...said].filter(
    ([key]) => !holders.has(key) && (press.has(key) || !surnames.has(key.split(' ').at(-1)!)),
  );
  const sum = others.reduce((rows, [, row]) => add(rows, row), { turns: 0, asking: 0, questions: 0, words: 0 });
  if (sum.turns < 2 || sum.questions < 0.4 * sum.turns) return new Set();
  const length = sum.words / sum.turns;
  return new Set(others.flatMap(([key, row]) => (row.words / row.turns <= 3 * length ? [key] : [])));
}

/**
 * The one whom all others ask: he says most and seldom asks, they together end half of their turns in a question. A press
 * conference prints each paper once, so that no single asker could be told by his habit.
 */
function findAsked(said: ReadonlyMap<string, Row>): string | null {
  const [first, ...rest] = [...said].sort(([, a], [, b]) => b.turns - a.turns || b.words - a.words);
  if (!first || rest.length < 2 || first[1].turns < 2) return null;
  const others = rest.reduce((sum, [, row]) => add(sum, row), { turns: 0, asking: 0, questions: 0, words: 0 });
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
  const asked = new Set<number>();
  for (const turn of turns) {
    if (turn.utterance === null || turn.kind !== null) continue;
    const row = said.get(keys.get(turn.utterance)!) ?? { turns: 0, asking: 0, questions: 0, words: 0 };
    if (!last.has(turn.utterance)) row.turns++;
    last.set(turn.utterance, turn);
    const body = scene.text.slice(turn.bodyStart, turn.end);
    // ideographs have no spaces between words, which are two long on average
    row.words += body.split(/\s+/).length + (body.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
    if (/[?？]/.test(body)) asked.add(turn.utterance);
    said.set(keys.get(turn.utterance)!, row);
  }
  for (const utterance of asked) said.get(keys.get(utterance)!)!.questions++;
  for (const [utterance, turn] of last)
    if (/[?？]["”’»)\]\s]*$/.test(scene.text.slice(Math.max(turn.bodyStart, turn.end - 200), turn.end)))
      said.get(keys.get(utterance)!)!.asking++;
  return said;
}

const add = (a: Row, b: Row): Row => ({
  turns: a.turns + b.turns,
  asking: a.asking + b.asking,
  questions: a.questions + b.questions,
  words: a.words + b.words,
});

const less = (a: Row, b: Row): Row => ({
  turns: a.turns - b.turns,
  asking: a.asking - b.asking,
  questions: a.questions - b.questions,
  words: a.words - b.words,
});

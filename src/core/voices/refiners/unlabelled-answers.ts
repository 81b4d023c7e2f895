import type { LaidTurn, Refiner, Scene } from '../proposal.ts';

const FEWEST = 2;

/**
 * `Q - Will you sign?` and, in the next line or paragraph, the answer without a label: so some ministries print their
 * briefings. Only where at least half of all questions are followed by no answer of their own. Who answers is not printed.
 */
export const unlabelledAnswers: Refiner = {
  name: 'unlabelled-answers',
  reason: 'The words of an official must not stand as those of who asked him; whose they are the print does not say.',
  refine: (turns, scene) => {
    const asks = turns.map((t) => t.utterance !== null && t.kind === 'question' && t.label !== null);
    const questions = asks.filter(Boolean).length;
    const cuts = new Map<number, number>();
    turns.forEach((turn, i) => {
      if (!asks[i] || !isUnanswered(turns, i)) return;
      const cut = afterQuestion(turn, scene);
      if (cut !== null) cuts.set(i, cut);
    });
    if (cuts.size < 1 || questions < FEWEST || cuts.size * 2 < questions) return turns;
    let utterance = Math.max(...turns.map((t) => t.utterance ?? 0));
    return turns.flatMap((turn, i): LaidTurn[] => {
      const cut = cuts.get(i);
      if (cut === undefined) return [turn];
      const answer = { start: cut, end: turn.end, bodyStart: cut, label: null, who: null, voice: 'unknown' } as const;
      utterance += 1;
      return [
        { ...turn, end: cut },
        { ...answer, kind: 'answer', utterance, rule: 'answer-behind-question' },
      ];
    });
  },
};

/** The next voice asks too, or there is none. */
function isUnanswered(turns: readonly LaidTurn[], i: number): boolean {
  const next = turns.slice(i + 1).find((t) => t.utterance !== null);
  return !next || next.kind === 'question';
}

/** Where the line behind the first question mark that ends a line begins, if what follows asks nothing more. */
function afterQuestion(turn: LaidTurn, { text }: Scene): number | null {
  const body = text.slice(turn.bodyStart, turn.end);
  const mark = /\?["”’»)\]]*[^\S\n]*\n\s*/.exec(body);
  if (!mark) return null;
  const rest = body.slice(mark.index + mark[0].length);
  return /\p{L}/u.test(rest) && !/\?["”’»)\]\s]*$/.test(rest) ? turn.bodyStart + mark.index + mark[0].length : null;
}

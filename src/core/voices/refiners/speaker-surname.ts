import { readSpeechTitle } from '../labels/read-speech-title.ts';
import type { LaidTurn, Scene } from '../proposal.ts';
import { titlesOf } from '../titles-of.ts';
import { foldLabel, listOf } from '../voice-words.ts';

const MIN_NAME = 4;
const NO_NAMES = ['titles', 'question-labels', 'answer-labels', 'group-labels', 'moderator-labels', 'body-nouns'];

/** Something printed opens the turn: a label, or the type in which a magazine sets its questions. */
export const isOpened = (turn: LaidTurn): boolean => turn.label !== null || turn.rule === 'answer-by-type';

/**
 * The surname of who speaks, folded: as the label prints it; behind `A:` and behind no label at all, the one whom the
 * title announces. Empty when that is an office or a role.
 */
export function surnameOf(turn: LaidTurn, scene: Scene): string {
  const printed = lastWord(turn.label ?? turn.who ?? '');
  const answers = turn.label !== null && listOf(scene.words, 'answer-labels').has(printed);
  const name = answers
    ? lastWord(readSpeechTitle(titlesOf(scene), scene.words, 'interview-words')?.who ?? '')
    : printed;
  return name.length < MIN_NAME || NO_NAMES.some((list) => listOf(scene.words, list).has(name)) ? '' : name;
}

const lastWord = (name: string) =>
  foldLabel(
    name
      .replace(/\([^)]*\)/g, ' ')
      .match(/[\p{L}\p{M}'’-]+/gu)
      ?.at(-1) ?? '',
  );

import type { Refiner } from '../proposal.ts';
import { afterword } from './afterword.ts';
import { innerHeadings } from './inner-headings.ts';
import { namedByAnother } from './named-by-another.ts';
import { questionsAndAnswers } from './questions-and-answers.ts';
import { tailLines } from './tail-lines.ts';
import { unclaimedText } from './unclaimed-text.ts';
import { unheardTurns } from './unheard-turns.ts';
import { unlabelledAnswers } from './unlabelled-answers.ts';

/** All rules that settle, in order: borders first, kinds last, because a kind depends on who spoke before. */
export const REFINERS: readonly Refiner[] = [
  unheardTurns, // a label with only a note behind it opens nothing that could end or answer
  afterword, // the last turn of a transcript ends where another hand begins
  namedByAnother, // a paragraph that names its own speaker is about him
  unlabelledAnswers, // where only questions have a label, what stands behind their mark answers
  tailLines, // after the afterword, whose prose may stand between
  innerHeadings, // a line without a full stop before the next label is the editor's
  unclaimedText, // what nobody claimed is title, metadata, heading or an editor's prose
  questionsAndAnswers, // question, answer or speech, by label and by who spoke before
];

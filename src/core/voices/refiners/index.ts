import type { Refiner } from '../proposal.ts';
import { questionsAndAnswers } from './questions-and-answers.ts';
import { unclaimedText } from './unclaimed-text.ts';

/** All rules that settle, in order: borders first, kinds last, because a kind depends on who spoke before. */
export const REFINERS: readonly Refiner[] = [
  unclaimedText, // what nobody claimed is title, metadata, heading or an editor's prose
  questionsAndAnswers, // question, answer or speech, by label and by who spoke before
];

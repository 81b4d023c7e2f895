import type { Detector } from '../proposal.ts';
import { asides } from './asides.ts';
import { clockLines } from './clock-lines.ts';
import { commentSection } from './comment-section.ts';
import { dashDialogue } from './dash-dialogue.ts';
import { editorNotes } from './editor-notes.ts';
import { flattenedHead } from './flattened-head.ts';
import { furnitureLines } from './furniture-lines.ts';
import { headingBlocks } from './heading-blocks.ts';
import { houseLabels } from './house-labels.ts';
import { houseNotes } from './house-notes.ts';
import { initialLabels } from './initial-labels.ts';
import { labelledTurns } from './labelled-turns.ts';

import { narration } from './narration.ts';
import { pageFurniture } from './page-furniture.ts';

import { pressRelease } from './press-release.ts';
import { publisherFurniture } from './publisher-furniture.ts';

import { setApart } from './set-apart.ts';
import { soleSpeaker } from './sole-speaker.ts';
import { stageLines } from './stage-lines.ts';
import { statedUtterances } from './stated-utterances.ts';
import { statedZones } from './stated-zones.ts';
import { titledSpeech } from './titled-speech.ts';
import { typographicQuestions } from './typographic-questions.ts';

/**
 * All rules that propose turns and zones. Their weight decides first; the order only where weights are equal, and there
 * what the markup states stands before what print suggests, and labels before what merely looks like an aside.
 */
export const DETECTORS: readonly Detector[] = [
  statedUtterances, // the markup says who speaks
  statedZones, // the reader saw it in the page's structure
  publisherFurniture, // a person wrote down what this publisher's furniture looks like
  commentSection, // readers under a text that lost its markup, before labels: they write labels too
  houseNotes, // applause and heckles of a house, before labels: a heckle holds what looks like one
  houseLabels, // a member with his party, before bare labels: it is the surer form
  initialLabels, // initials, surname, colon in Cyrillic: sure by its form, wherever it stands
  labelledTurns, // a printed label that the whole document bears out
  typographicQuestions, // no label, but questions in bold under a title that calls it an interview
  dashDialogue, // the same in plain type, where dashes strictly take turns
  titledSpeech, // no label, but the title says whose words these are
  soleSpeaker, // one label before the first sentence, or one official told beside the text
  pressRelease, // no label and no speaker, but a ministry's own page
  stageLines, // END 11:47 A.M., on lines of their own
  pageFurniture, // [[Page S754]] in the middle of a sentence
  narration, // the record's own sentences, and what it prints, between speeches
  editorNotes, // Editor's note: ..., About the author, before pleas and asides: its first words say what it is
  clockLines, // the hours of a live page
  headingBlocks, // a heading that is no label
  furnitureLines, // pleas, copyright lines, separators of plain text
  flattenedHead, // title, summary and date of a page in one line
  asides, // (Applause.) and its like
  setApart, // a paragraph between labels in another type than the rest
];

import type { Block, Mark } from '../../model/index.ts';
import { labelsOf } from '../labels/labels-of.ts';
import { dashAt, headlineName, leadsToInterview, namesInterview } from '../labels/read-headline.ts';
import { readSpeechTitle } from '../labels/read-speech-title.ts';
import type { Detector, Opening, Scene, Stretch } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { titlesOf } from '../titles-of.ts';

const ASKS = /\?["”’»)\]]*$/;

/**
 * Questions in bold or italics, answers in plain type, and no label anywhere. Only where the title or the lead calls the
 * text an interview: a page of frequently asked questions looks the same. Who answers is the one whom the title names;
 * where it names nobody, it is not known who.
 */
export const typographicQuestions: Detector = {
  name: 'typographic-questions',
  reason: 'Many magazines print an interview so, and the type is then the only label.',
  detect: (scene) => {
    if (labelsOf(scene).length > 0 || scene.blocks.some((b) => b.utterance)) return [];
    const titles = titlesOf(scene);
    const titled = titles.some((t) => namesInterview(t, scene));
    const blocks = scene.blocks.filter(isOpen);
    for (const type of ['strong', 'emphasis'] as const) {
      const typedBlocks = blocks.map((b) => isWholly(type, b, scene));
      const asks = withQuestions(typedBlocks, blocks, scene);
      const questions = blocks.filter((b, i) => asks[i] && ASKS.test(scene.text.slice(b.start, b.end)));
      const asking = blocks.filter((b, i) => asks[i] && /\?/.test(scene.text.slice(b.start, b.end)));
      const typed = typedBlocks.filter(Boolean).length;
      if (questions.length < 2 || questions.length < (titled ? 0.4 : 0.6) * typed || typed > 0.6 * blocks.length)
        continue;
      if (titled) {
        const who = readSpeechTitle(titles, scene.words, 'interview-words')?.who ?? headlineName(scene);
        return [...openingsOf(blocks, asks, { who }, scene), ...notesOf(blocks, typedBlocks, asks, scene)];
      }
      const first = blocks[asks.indexOf(true)]!.start;
      if (asking.length < 0.9 * typed || !leadsToInterview(scene, first)) continue;
      const who = headlineName(scene);
      const answerer = who === null ? ({ who, voice: 'unknown' } as const) : { who };
      return [...openingsOf(blocks, asks, answerer, scene), ...notesOf(blocks, typedBlocks, asks, scene)];
    }
    return [];
  },
};

/** Of the blocks in one type, those of a run that holds a question: a byline or a sub-heading in bold asks nothing. */
function withQuestions(typed: readonly boolean[], blocks: readonly Block[], scene: Scene): boolean[] {
  const asks = [...typed];
  for (let i = 0; i < typed.length; ) {
    let j = i;
    while (j < typed.length && typed[j] === typed[i]) j++;
    const run = blocks.slice(i, j).map((b) => /\?/.test(scene.text.slice(b.start, b.end)));
    // what stands in the run before its first question is a line over it
    const first = run.indexOf(true);
    if (typed[i]) asks.fill(false, i, first < 0 ? j : i + first);
    i = j;
  }
  return asks;
}

/** What stands in the type of the questions and asks nothing is a heading or a note of who asked, and no answer. */
function notesOf(
  blocks: readonly Block[],
  typed: readonly boolean[],
  asks: readonly boolean[],
  { text }: Scene,
): Stretch[] {
  const first = asks.indexOf(true);
  return blocks.flatMap((b, i): Stretch[] => {
    if (i < first || !typed[i] || asks[i]) return [];
    const kind = /[.!…]["”’»)\]]*$/.test(text.slice(b.start, b.end)) ? 'commentary' : 'heading';
    const { start, end } = b;
    return [{ form: 'stretch', start, end, kind, after: 'resume', weight: WEIGHT.form, rule: 'note-by-type' }];
  });
}

function openingsOf(
  blocks: readonly Block[],
  asks: readonly boolean[],
  answerer: Pick<Opening, 'who' | 'voice'>,
  scene: Scene,
): Opening[] {
  const openings: Opening[] = [];
  const first = asks.indexOf(true);
  for (let i = first; i < blocks.length; i++) {
    if (i > first && asks[i] === asks[i - 1]) continue;
    const { start } = blocks[i]!;
    const speaker = asks[i]
      ? ({ kind: 'question', voice: 'interviewer' } as const)
      : ({ kind: 'answer', ...answerer } as const);
    const rule = asks[i] ? 'question-by-type' : 'answer-by-type';
    const bodyStart = start + dashAt(scene.text.slice(start, start + 4));
    openings.push({ form: 'opening', start, bodyStart, label: null, ...speaker, weight: WEIGHT.form, rule });
  }
  return openings;
}

/** A block whose every letter stands in marks of one kind. */
function isWholly(kind: Mark['kind'], block: Block, scene: Scene): boolean {
  let covered = block.start;
  for (const mark of marksWithin(scene.marks, block)) {
    if (mark.kind !== kind || mark.end <= covered) continue;
    if (/[\p{L}\p{N}]/u.test(scene.text.slice(covered, Math.max(covered, mark.start)))) return false;
    covered = mark.end;
  }
  return covered > block.start && !/[\p{L}\p{N}]/u.test(scene.text.slice(covered, block.end));
}

/** Marks are ordered by start; those that begin in the block are found in log time. */
function marksWithin(marks: readonly Mark[], block: Block): readonly Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start < block.start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < marks.length && marks[stop]!.start < block.end) stop++;
  return marks.slice(low, stop);
}

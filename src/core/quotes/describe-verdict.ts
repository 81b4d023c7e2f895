import type { EditFlag } from '../model/index.ts';
import type { Cut } from './cuts/cut.ts';
import type { TurnedQuestion } from './cuts/turned-question.ts';
import type { FoundEdit } from './find-edits.ts';

/** The reason of `altered`, in words. */
export function describeEdits(edits: readonly FoundEdit[], flags: readonly EditFlag[]): string {
  const shown = edits
    .slice(0, 3)
    .map((e) =>
      e.op === 'insert'
        ? `"${e.to.trim()}" was added`
        : e.op === 'delete'
          ? `"${e.from.trim()}" was left out`
          : `"${e.from.trim()}" became "${e.to.trim()}"`,
    );
  const grave = flags.filter((f) => f !== 'minor');
  return `Words were changed: ${shown.join('; ')}${edits.length > 3 ? '; and more' : ''}.${grave.length ? ` It touches: ${grave.join(', ')}.` : ''}`;
}

/** The reason of `truncated`, in words. */
export function describeCut(cut: Cut): string {
  const where = { before: 'before', after: 'after', inside: 'inside' }[cut.side];
  const what = {
    negation: 'a negation',
    condition: 'a condition',
    frame: 'the frame of the sentence',
    hedge: 'a qualification',
    'reported-view': "that it is others' view",
    question: 'that it is a question',
  }[cut.what];
  return `The cut ${where} these words leaves off ${what}: "${cut.words.trim()}".`;
}

/** The reason where only the sign was changed: a question printed as a statement, or the reverse. */
export const describeTurned = ({ cut }: TurnedQuestion) =>
  cut.words.endsWith('?')
    ? `The source asks it, the quotation states it: "${cut.words}".`
    : `The source states it, the quotation asks it: "${cut.words}".`;

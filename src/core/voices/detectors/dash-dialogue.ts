import { labelsOf } from '../labels/labels-of.ts';
import { dashAt, headlineName, leadsToInterview, nameInLead, namesInterview } from '../labels/read-headline.ts';
import type { Detector, Opening, Scene } from '../proposal.ts';
import { isOpen, WEIGHT } from '../proposal.ts';
import { titlesOf } from '../titles-of.ts';

const FEWEST = 4;

/**
 * `— Will you sign?` `— Not yet.`: dashes alone part who asks from who answers. Only where they strictly take turns, each
 * first ending in a question and no second; an answer in two dashes or a question without its mark, and it is nobody's.
 */
export const dashDialogue: Detector = {
  name: 'dash-dialogue',
  reason:
    'Russian, Spanish and Turkic outlets print an interview so; where the turns are not certain nothing is attributed.',
  detect: (scene) => {
    if (labelsOf(scene).length > 0 || scene.blocks.some((b) => b.utterance)) return [];
    const lines = dashedLines(scene);
    const first = lines[0];
    if (lines.length < FEWEST || lines.length % 2 === 1 || !first) return [];
    if (!lines.every((line, i) => line.asks === (i % 2 === 0))) return [];
    if (!titlesOf(scene).some((t) => namesInterview(t, scene)) && !leadsToInterview(scene, first.start)) return [];
    const who = headlineName(scene) ?? nameInLead(scene, first.start);
    return lines.map(({ start, asks }): Opening => {
      const bodyStart = start + dashAt(scene.text.slice(start, start + 4));
      const speaker = asks
        ? ({ kind: 'question', voice: 'interviewer' } as const)
        : ({ kind: 'answer', who, ...(who === null ? { voice: 'unknown' as const } : {}) } as const);
      const rule = asks ? 'question-by-dash' : 'answer-by-dash';
      return { form: 'opening', start, bodyStart, label: null, ...speaker, weight: WEIGHT.form, rule };
    });
  },
};

/** Lines that open with a dash, and whether what stands before the next of them ends in a question. */
function dashedLines({ blocks, text }: Scene): { start: number; asks: boolean }[] {
  const starts = blocks
    .filter(isOpen)
    .flatMap((block) =>
      [...text.slice(block.start, block.end).matchAll(/(?:^|\n)[^\S\n]*(?=[-–—]{1,2}\s)/g)].map(
        (m) => block.start + m.index + m[0].length,
      ),
    );
  const end = blocks.filter(isOpen).at(-1)?.end ?? 0;
  return starts.map((start, i) => ({
    start,
    asks: /\?["”’»)\]\s]*$/.test(text.slice(start, starts[i + 1] ?? end)),
  }));
}

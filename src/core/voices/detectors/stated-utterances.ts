import type { Block } from '../../model/index.ts';
import { TALK } from '../../model/index.ts';
import { parseLabel } from '../labels/parse-label.ts';
import type { Detector, Opening, Proposal } from '../proposal.ts';
import { WEIGHT } from '../proposal.ts';
import type { VoiceWords } from '../voice-words.ts';

/**
 * Speeches that the format itself marks: TEI `u` and `sp`, Akoma Ntoso `speech`, caption voices. Blocks of one key are
 * one utterance; it ends where its markup ends, so what stands outside is nobody's talk, whatever its words look like.
 */
export const statedUtterances: Detector = {
  name: 'stated-utterances',
  reason: 'Markup that says who speaks is surer than any printed label.',
  detect: ({ blocks, words }) => {
    if (!blocks.some(isTalk)) return blocks.filter((b) => b.utterance).map(stretchOf);
    const others: Proposal[] = [];
    const openings: (Opening & { end: number })[] = [];
    let key: string | null = null;
    for (const block of blocks) {
      if (!isTalk(block)) {
        if (block.utterance) others.push(stretchOf(block));
        else if (!block.zone || block.zone === 'article') others.push(outside(block));
        continue;
      }
      // an aside does not end an utterance, another speaker does
      if (openings.length && key === block.utterance!.key) openings.push({ ...openings.pop()!, end: block.end });
      else openings.push(openingOf(block, words));
      key = block.utterance!.key;
    }
    return [...openings, ...others];
  },
};

const isTalk = (block: Block): boolean =>
  block.utterance !== undefined && (block.utterance.kind === undefined || TALK.has(block.utterance.kind));

const openingOf = (block: Block, words: VoiceWords): Opening & { end: number } => {
  const u = block.utterance!;
  return {
    form: 'opening',
    start: block.start,
    bodyStart: u.bodyStart ?? block.start,
    end: block.end,
    label: u.label,
    kind: u.kind ?? kindByLabel(u.label, words),
    who: u.who,
    ...(u.voice ? { voice: u.voice } : {}),
    weight: WEIGHT.markup,
    rule: block.rule ?? 'stated-utterance',
  };
};

/** `QUESTION:` in captions says it itself; what no label says is settled later. */
function kindByLabel(label: string | null, words: VoiceWords): 'question' | 'answer' | null {
  const role = label === null ? null : (parseLabel(label.replace(/\s*[:.]$/, ''), words)?.role ?? null);
  return role === 'question' || role === 'answer' ? role : null;
}

/** An aside or another thing that the markup names. */
const stretchOf = (block: Block): Proposal => ({
  form: 'stretch',
  start: block.start,
  end: block.end,
  kind: block.utterance!.kind!,
  after: 'resume',
  weight: WEIGHT.markup,
  rule: block.rule ?? 'stated-utterance',
});

/** Where the talk is marked, unmarked prose is the editor's. */
const outside = (block: Block): Proposal => ({
  form: 'stretch',
  start: block.start,
  end: block.end,
  kind: block.kind === 'heading' ? 'heading' : 'commentary',
  after: 'resume',
  weight: WEIGHT.markup,
  rule: 'outside-stated-utterances',
});

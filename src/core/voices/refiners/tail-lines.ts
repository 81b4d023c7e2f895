import type { Block } from '../../model/index.ts';
import { blocksWithin } from '../blocks-within.ts';
import type { LaidTurn, Refiner, Scene } from '../proposal.ts';

/** So many lines may stand under a transcript: place, day, source, the page's last links. */
const MAX_LINES = 8;
const LONG = 6;

/**
 * Lines under the last turn that are no sentences: `Varn, 8 July`, `(end transcript)`, `Source: https://…`, a link of the
 * page. Only where the talk ends its paragraphs with a full stop can they be told from speech; then they are nobody's.
 */
export const tailLines: Refiner = {
  name: 'tail-lines',
  reason: 'What a publisher prints under a transcript must not become the last words of the official.',
  refine: (turns, scene) => {
    const last = turns.findLastIndex((t) => t.utterance !== null);
    if (last < 0 || !endsParagraphs(turns, scene)) return turns;
    const turn = turns[last]!;
    const own = blocksWithin(scene.blocks, turn.bodyStart, turn.end);
    // the words behind the label are his, whatever they look like
    const opens = turn.label !== null || !turns.slice(0, last).some((t) => t.utterance === turn.utterance);
    const blocks = opens ? own.slice(1) : own;
    let cut: Block | null = null;
    for (const block of blocks.slice(-MAX_LINES).reverse()) {
      if (!isTail(scene.text.slice(Math.max(block.start, turn.start), Math.min(block.end, turn.end)))) break;
      cut = block;
    }
    if (!cut) return turns;
    const tail: LaidTurn = {
      start: Math.max(cut.start, turn.start),
      end: turn.end,
      kind: null,
      label: null,
      bodyStart: Math.max(cut.start, turn.start),
      utterance: null,
      rule: 'tail-line',
    };
    const before = tail.start > turn.start ? [{ ...turn, end: tail.start }] : [];
    return [...turns.slice(0, last), ...before, tail, ...turns.slice(last + 1)];
  },
};

/** No end of a sentence, or brackets around the whole, or an address at the end. */
const isTail = (text: string) => {
  const line = text.trim();
  return (
    /^[([][^()[\]]*[)\]]\.?$/.test(line) ||
    /https?:\/\/\S+$/.test(line) ||
    !/[.!?…:;,。！？–—-]["”’»')\]]*$/u.test(line)
  );
};

/** All but one in ten of the longer paragraphs of the talk, the last turn aside, end a sentence. */
function endsParagraphs(turns: readonly LaidTurn[], { blocks, text }: Scene): boolean {
  const said = turns.filter((t) => t.utterance !== null);
  let long = 0;
  let ended = 0;
  for (const turn of said)
    for (const block of blocksWithin(blocks, turn.bodyStart, turn.end)) {
      const words = text
        .slice(Math.max(block.start, turn.bodyStart, block.end - 300), Math.min(block.end, turn.end))
        .trim();
      if (words.split(/\s+/).length < LONG) continue;
      long++;
      if (/[.!?…。！？]["”’»')\]]*$|[-–—]$/u.test(words)) ended++;
    }
  // one or two lines of the tail itself may be long
  return ended >= 2 && long - ended <= Math.max(2, 0.1 * long);
}

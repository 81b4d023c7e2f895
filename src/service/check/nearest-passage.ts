import { parseQuote } from '../../core/quotes/parse-quote.ts';
import { textOf } from '../../core/quotes/passage.ts';
import type { CheckSession } from './check-session.ts';
import { fitRange, strengthOf, weigh } from './fit-range.ts';

/** Passages that share less than this with a paraphrase say nothing about it. */
const WORTH_SHOWING = 0.45;

/** The passage of the record that shares most with some words; no verdict goes with it. */
export async function nearestPassage(session: CheckSession, text: string) {
  const quote = parseQuote(text, session.lexicon);
  if (quote.words.length < 4) return null;
  const search = { index: session.index, quote, lexicon: session.lexicon, among: null, prefer: async () => 0 };
  const [best] = await fitRange(search, 0, quote.words.length, await weigh(search));
  if (!best || strengthOf(best) < WORTH_SHOWING) return null;
  const { passage, s0, s1 } = best.piece;
  const [start, end] = [passage.words[s0]!.start, passage.words[s1 - 1]!.end];
  return { document: passage.document, start, end, text: textOf(passage, start, end) };
}

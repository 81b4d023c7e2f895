import { scanWords } from '../text/words.ts';
import { type Attribution, judgeQuote } from './judge-quote.ts';
import type { Lexicon } from './lexicon.ts';
import { fitPiece } from './make-piece.ts';
import { parseQuote } from './parse-quote.ts';
import { makePassage } from './passage.ts';

export const RIGHT: Attribution = { speaker: 'same', isOtherVoice: false, isMisdated: false, isAmbiguous: false };

/** One turn of one official as a passage. */
export function passageOf(text: string) {
  const turns = [
    {
      id: 't',
      kind: 'answer' as const,
      voice: 'official' as const,
      speaker: 'Ilse Marenko',
      person: null,
      start: 0,
      end: text.length,
    },
  ];
  return makePassage('ver:1', text, 0, scanWords(text), turns, () => false);
}

/** Set a quotation against one turn, as the service does once it has found the place; null when nothing of it is there. */
export function judgeIn(lexicon: Lexicon, source: string, quote: string, claim: Attribution = RIGHT) {
  const parsed = parseQuote(quote, lexicon);
  const passage = passageOf(source);
  const bits = parsed.words.map((w) => (w.bracketed ? 0 : 1));
  const fit = fitPiece(parsed, 0, parsed.words.length, passage, 0, passage.words.length, bits, lexicon, () => true);
  if (!fit) return null;
  return { parsed, piece: fit.piece, judged: judgeQuote(parsed, { pieces: [fit.piece], bond: 'one' }, claim, lexicon) };
}

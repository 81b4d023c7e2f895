import { cueAt, type Lexicon } from '../lexicon.ts';
import { textOf } from '../passage.ts';
import type { Piece } from '../piece.ts';
import { CLAUSE_MARK, type Cut, gapBefore, sentenceEnd } from './cut.ts';

/** How far behind the quotation, in the same clause, its condition may stand: "X | next week if they leave". */
const LATE_WORDS = 8;
/** A fragment of so many words is a clause that a condition may belong to. */
const CLAUSE_WORDS = 5;

/** The words that the end of the quotation cuts off: "X | unless Y", "X | they say". Null when nothing of weight. */
export function cutAfter(piece: Piece, lexicon: Lexicon, asWhole: boolean): Cut | null {
  const { passage, s1 } = piece;
  const high = sentenceEnd(passage, s1 - 1);
  if (high === s1) return null;
  const words = passage.words.map((w) => w.word);
  const cut = (what: Cut['what'], to: number): Cut => ({
    side: 'after',
    what,
    words: textOf(passage, passage.words[s1]!.start, passage.words[Math.min(high, to + 4) - 1]!.end),
  });
  if (asWhole && isTrailingReport(piece, words, high, lexicon)) return cut('reported-view', s1 + 2);
  if ((asWhole || s1 - piece.s0 >= CLAUSE_WORDS) && isTailDenial(piece, words, lexicon)) return cut('negation', s1 + 1);
  const next = lexicon.words.links.has(words[s1]!) && s1 + 1 < high ? s1 + 1 : s1;
  for (const i of new Set([s1, next])) {
    const strong = cueAt(lexicon, 'strong-conditionals', words, i);
    if (strong && (asWhole || s1 - piece.s0 >= CLAUSE_WORDS)) return cut('condition', i + strong);
    const qualifier = asWhole && i === s1 ? cueAt(lexicon, 'trailing-qualifiers', words, i) : 0;
    if (qualifier && i + qualifier <= high) return cut('hedge', i + qualifier);
  }
  if (!asWhole) return null;
  const late = lateCondition(piece, words, high, lexicon);
  return late === null ? null : cut('condition', late + 1);
}

/** "they are doing | nothing": the word behind denies the clause. */
const isTailDenial = ({ passage, s1 }: Piece, words: readonly string[], lexicon: Lexicon) =>
  lexicon.words['tail-negations'].has(words[s1]!) && !CLAUSE_MARK.test(gapBefore(passage, s1));

/** "X, | they say": the last words lay it to others. */
function isTrailingReport({ passage, s1 }: Piece, words: readonly string[], high: number, lexicon: Lexicon): boolean {
  if (s1 + 1 >= high || !/[,—–”»"]/.test(gapBefore(passage, s1))) return false;
  const isVerb = (w: string) => lexicon.words['report-verbs'].has(w) || lexicon.words['attitude-verbs'].has(w);
  if (!lexicon.words['other-voices'].has(words[s1]!) || !isVerb(words[s1 + 1]!)) return false;
  return s1 + 2 >= high || CLAUSE_MARK.test(gapBefore(passage, s1 + 2));
}

/** A condition further on, before any other clause opens. */
function lateCondition(
  { passage, s1 }: Piece,
  words: readonly string[],
  high: number,
  lexicon: Lexicon,
): number | null {
  for (let i = s1 + 1; i < Math.min(high, s1 + LATE_WORDS); i++) {
    const isMarked = CLAUSE_MARK.test(gapBefore(passage, i));
    if (cueAt(lexicon, 'strong-conditionals', words, i) && !lexicon.words['whether-verbs'].has(words[i - 1]!)) return i;
    if (isMarked || lexicon.words.links.has(words[i]!)) return null;
  }
  return null;
}

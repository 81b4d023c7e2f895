import type { EditFlag, Verdict } from '../model/index.ts';
import type { Cut } from './cuts/cut.ts';
import { cutAfter } from './cuts/cut-after.ts';
import { cutBefore } from './cuts/cut-before.ts';
import { cutInside } from './cuts/cut-inside.ts';
import { findTurnedQuestion } from './cuts/turned-question.ts';
import { describeCut, describeEdits, describeTurned } from './describe-verdict.ts';
import { GRAVE_FIRST } from './features.ts';
import { type FoundEdit, findEdits } from './find-edits.ts';
import { isHonestBracket } from './honest-bracket.ts';
import type { Lexicon } from './lexicon.ts';
import type { ParsedQuote } from './parse-quote.ts';
import { textOf } from './passage.ts';
import type { Piece } from './piece.ts';
import { exposeCorrections, isCorrectionText, reachBack } from './printed-corrections.ts';

/** How the words of a quotation stand in the record: in one place, in several pieces with an ellipsis between, or joined. */
export interface SourceReading {
  readonly pieces: readonly Piece[];
  /** how the pieces hang together: `elided` in order and near each other, with an ellipsis between; `joined` otherwise */
  readonly bond: 'one' | 'elided' | 'joined';
}

/** What is known of the attribution, settled by the service from names and dates. */
export interface Attribution {
  /** is the voice of the passage the claimed speaker's? `unclaimed` when the draft names nobody we know */
  readonly speaker: 'same' | 'other' | 'unknown' | 'unclaimed';
  /** the passage's voice is an interviewer's, editor's, reader's or the site's */
  readonly isOtherVoice: boolean;
  /** the words were said on another day than claimed, and the day is known exactly */
  readonly isMisdated: boolean;
  /** several people said just this, and the draft names none of them */
  readonly isAmbiguous: boolean;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly frame?: 'other-voice' | 'other-person' | 'reported-view';
  readonly edits: readonly FoundEdit[];
  readonly joins: readonly string[];
  readonly cut: Cut | null;
  readonly flags: readonly EditFlag[];
  readonly why: string;
  readonly features: Readonly<Record<string, unknown>>;
}

/** Verdicts that may stand in quotation marks. */
export const MAY_BE_PRINTED: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'orthographic', 'marked']);

/**
 * The verdict on a quotation whose source was found, with the features that explain it. The order is the design's: the
 * gravest that applies. Nothing here looks at how similar the letters are (law Q2): one changed word is `altered`.
 */
export function judgeQuote(quote: ParsedQuote, reading: SourceReading, claim: Attribution, lexicon: Lexicon): Judged {
  const pieces = reading.pieces.map((p) => {
    const whole = reachBack(quote, p);
    return { ...whole, steps: exposeCorrections(quote, whole) };
  });
  const edits = pieces.flatMap((p, i) => findEdits(quote, p, i, lexicon));
  const joins = pieces.slice(1).map((p, i) => quote.text.slice(pieces[i]!.to, p.from));
  const asWhole = quote.opensAsSentence || quote.words.length >= 8;
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;
  const before = cutBefore(first, lexicon, quote.opensAsSentence || startsClause(first));
  const changed = edits.filter((e) => e.changesWords && !(e.inBrackets && isHonestBracket(e, lexicon)));
  const bracketed = edits.filter((e) => e.changesWords && !changed.includes(e));
  const inside = reading.bond === 'one' || reading.bond === 'elided' ? swallowed(pieces, lexicon) : null;
  const after = cutAfter(
    last,
    lexicon,
    (quote.opensAsSentence && !quote.trailingGap) || (asWhole && quote.closesAsSentence),
  );
  const reported = [before, after].find((c) => c?.what === 'reported-view') ?? null;
  const turned = pieces.map((p) => findTurnedQuestion(quote, p, lexicon, p === last)).find((t) => t !== null) ?? null;
  const cut = [before, inside, after, turned?.cut].find((c) => c && c !== reported) ?? null;
  const flags = GRAVE_FIRST.filter((f) => changed.some((e) => e.flags.includes(f)));
  const features = {
    pieces: pieces.length,
    bond: reading.bond,
    changedWords: changed.length,
    flags,
    cut: cut ?? reported,
    speaker: claim.speaker,
    marked: quote.marked,
  };
  const done = (verdict: Verdict, why: string, frame?: Judged['frame']): Judged => ({
    verdict,
    ...(frame ? { frame } : {}),
    edits,
    joins,
    cut: cut ?? reported,
    flags,
    why,
    features,
  });
  if (reading.bond === 'joined')
    return done('spliced', `Words from ${pieces.length} places are printed as one statement.`);
  if (claim.speaker === 'other')
    return claim.isOtherVoice
      ? done(
          'misattributed',
          'The words stand in the record, but in another voice: they are not an answer of the person named.',
          'other-voice',
        )
      : done('misattributed', 'The words stand in the record, but another person said them.', 'other-person');
  // a view of others that is asked about is a question first
  if (claim.speaker === 'same' && reported && turned?.how !== 'cut')
    return done(
      'misattributed',
      `He reports what others say: "${reported.words}" stands ${reported.side} these words.`,
      'reported-view',
    );
  if (claim.isMisdated && changed.length === 0)
    return done('misdated', 'The words are his, but were said on another day.');
  if (changed.length > 0) return done('altered', describeEdits(changed, flags));
  if (turned?.how === 'sign') return done('altered', describeTurned(turned));
  if (cut) return done('truncated', describeCut(cut));
  if (reported)
    return done(
      'truncated',
      `The words are reported as others' view: "${reported.words}" stands ${reported.side} them.`,
    );
  if (claim.isAmbiguous) return done('ambiguous', 'Several people said just this; the quotation names none of them.');
  const isMarked =
    swallowsWords(pieces) ||
    bracketed.length > 0 ||
    hasSkipInBrackets(quote, pieces) ||
    (quote.marked && edits.some((e) => !isPlain(e)));
  if (isMarked)
    return done('marked', 'The words are as said; what was left out or added is marked, and the sense is kept.');
  const hasVariant = pieces.some((p) => p.steps.some((s) => s.op === 'variant'));
  if (hasVariant || edits.some((e) => e.changesLetters && !isCorrectionText(e, pieces[e.match]!)))
    return done('orthographic', 'The words are as said; only spelling, capitals or punctuation differ.');
  return done('verbatim', 'The words stand in the source just so.');
}

const isPlain = (e: FoundEdit) => !e.changesLetters;
/** Quoted brackets that stand for the printed correction: the struck word is passed over. */
function hasSkipInBrackets(quote: ParsedQuote, pieces: readonly Piece[]): boolean {
  return pieces.some(
    (p) =>
      p.steps.some((s) => s.op === 'skip' && p.passage.words[s.s0]!.struck) &&
      quote.words.some((w) => w.bracketed || w.patched),
  );
}

/** Ellipses that swallow nothing stand in the source too. */
const swallowsWords = (pieces: readonly Piece[]) =>
  pieces.slice(1).some((p, i) => {
    const before = pieces[i]!;
    if (before.passage !== p.passage || p.s0 !== before.s1) return true;
    const words = p.passage.words;
    return !/…|\.\s?\.\s?\./.test(textOf(p.passage, words[before.s1 - 1]!.end, words[p.s0]!.start));
  });

/** A cut after "that", a comma or a conjunction leaves a clause, which reads as a statement. */
function startsClause(piece: Piece): boolean {
  if (piece.s0 === 0) return true;
  const { passage } = piece;
  const before = passage.words[piece.s0 - 1]!;
  return (
    passage.words[piece.s0]!.opensSentence ||
    (piece.q1 - piece.q0 >= 5 && /[,;:—–]|\s-\s/.test(textOf(passage, before.end, passage.words[piece.s0]!.start)))
  );
}

/** What stands between the pieces and was left out behind an ellipsis, and what brackets stand for. */
function swallowed(pieces: readonly Piece[], lexicon: Lexicon): Cut | null {
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1];
    if (next && next.passage === p.passage && next.s0 > p.s1) {
      const cut = cutInside(p.passage, p.s1, next.s0, lexicon);
      if (cut) return cut;
    }
    let from = -1;
    for (const s of p.steps) {
      if (s.op === 'gap') from = from < 0 ? s.s0 : from;
      else if (from >= 0) {
        const cut = cutInside(p.passage, from, s.s0, lexicon);
        if (cut) return cut;
        from = -1;
      }
    }
  }
  return null;
}

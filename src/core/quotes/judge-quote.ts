import type { EditFlag, Verdict } from '../model/index.ts';
import type { Step } from './align.ts';
import { type Cut, cutAfter, cutBefore, cutInside } from './context.ts';
import { GRAVE_FIRST } from './features.ts';
import { type FoundEdit, findEdits, type Piece } from './find-edits.ts';
import { cuesIn, type Lexicon } from './lexicon.ts';
import type { ParsedQuote } from './parse-quote.ts';
import { textOf } from './passage.ts';

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
  const cut =
    (before?.what === 'reported-view' ? null : before) ??
    inside ??
    cutAfter(last, lexicon, (quote.opensAsSentence && !quote.trailingGap) || (asWhole && quote.closesAsSentence));
  const flags = GRAVE_FIRST.filter((f) => changed.some((e) => e.flags.includes(f)));
  const features = {
    pieces: pieces.length,
    bond: reading.bond,
    changedWords: changed.length,
    flags,
    cut: cut ?? before,
    speaker: claim.speaker,
    marked: quote.marked,
  };
  const done = (verdict: Verdict, why: string, frame?: Judged['frame']): Judged => ({
    verdict,
    ...(frame ? { frame } : {}),
    edits,
    joins,
    cut: cut ?? before,
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
  if (claim.speaker === 'same' && before?.what === 'reported-view')
    return done(
      'misattributed',
      `He reports what others say: "${before.words}" stands before these words.`,
      'reported-view',
    );
  if (claim.isMisdated && changed.length === 0)
    return done('misdated', 'The words are his, but were said on another day.');
  if (changed.length > 0) return done('altered', describeEdits(changed, flags));
  if (cut) return done('truncated', describeCut(cut));
  if (before?.what === 'reported-view')
    return done('truncated', `The words are reported as others' view: "${before.words}" stands before them.`);
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
/** The other reading of a printed correction left out: two readings of one place, neither an edit of the words. */
function isCorrectionText(e: FoundEdit, piece: Piece): boolean {
  if (/[\p{L}\p{N}]/u.test(e.to)) return false;
  const words = piece.passage.words.filter((w) => w.start >= e.start && w.end <= e.end);
  return words.length > 0 ? words.every((w) => w.correction) : /^\s*\]/.test(e.from) && !e.to.includes(']');
}

/** Quoted brackets that stand for the printed correction: the struck word is passed over. */
function hasSkipInBrackets(quote: ParsedQuote, pieces: readonly Piece[]): boolean {
  return pieces.some(
    (p) =>
      p.steps.some((s) => s.op === 'skip' && p.passage.words[s.s0]!.struck) &&
      quote.words.some((w) => w.bracketed || w.patched),
  );
}

/** A quotation that opens with a bare correction opens with a changed word: the struck one before it belongs to the piece. */
function reachBack(quote: ParsedQuote, piece: Piece): Piece {
  const words = piece.passage.words;
  const first = quote.words[piece.q0]!;
  if (!words[piece.s0]!.correction || first.bracketed || first.patched) return piece;
  let s0 = piece.s0;
  while (s0 > 0 && words[s0 - 1]!.correction) s0--;
  while (s0 > 0 && words[s0 - 1]!.struck) s0--;
  const steps: Step[] = [];
  for (let s = s0; s < piece.s0; s++) steps.push({ op: 'skip', q0: piece.q0, q1: piece.q0, s0: s, s1: s + 1 });
  return { ...piece, s0, steps: [...steps, ...piece.steps] };
}

/** Ellipses that swallow nothing stand in the source too. */
const swallowsWords = (pieces: readonly Piece[]) =>
  pieces.slice(1).some((p, i) => {
    const before = pieces[i]!;
    if (before.passage !== p.passage || p.s0 !== before.s1) return true;
    const words = p.passage.words;
    return !/…|\.\s?\.\s?\./.test(textOf(p.passage, words[before.s1 - 1]!.end, words[p.s0]!.start));
  });

/**
 * The correction printed beside a struck word is marked as one only in brackets. Quoted without them it replaces what was
 * said: the struck words become a deletion and the correction a change.
 */
function exposeCorrections(quote: ParsedQuote, piece: Piece): Step[] {
  const words = piece.passage.words;
  const isBare = (s: Step) =>
    (s.op === 'same' || s.op === 'variant') &&
    words[s.s0]!.correction &&
    !quote.words[s.q0]!.bracketed &&
    !quote.words[s.q0]!.patched;
  return piece.steps.map((s, i) => {
    if (isBare(s)) {
      let k = i;
      while (
        k > 0 &&
        (isBare(piece.steps[k - 1]!) ||
          (piece.steps[k - 1]!.op === 'skip' && words[piece.steps[k - 1]!.s0]!.correction))
      )
        k--;
      const before = piece.steps[k - 1];
      const strikes =
        before?.op === 'skip' || before?.op === 'delete' || before?.op === 'replace' || before === undefined;
      return strikes ? { ...s, op: 'replace' as const } : s;
    }
    if (s.op === 'skip' && words[s.s0]!.struck) {
      let k = i;
      while (k + 1 < piece.steps.length && piece.steps[k + 1]!.op === 'skip') k++;
      const after = piece.steps[k + 1];
      if (!after || isBare(after)) return { ...s, op: 'delete' as const };
      if (!words[after.s0]?.correction) return { ...s, op: 'delete' as const };
    }
    return s;
  });
}

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

/** Brackets may explain a pronoun or name what is meant; they may not deny, count, or change what must or may be. */
function isHonestBracket(e: FoundEdit, lexicon: Lexicon): boolean {
  const fold = (t: string) =>
    t
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu)
      ?.map((w) => w.replaceAll("'", '')) ?? [];
  const [from, to] = [fold(e.from), fold(e.to)];
  if (e.flags.includes('negation') || e.flags.includes('modal')) return false;
  if (
    e.flags.includes('number') &&
    !(
      cuesIn(lexicon, 'number-words', from).length === 0 &&
      !from.some((w) => /\d/.test(w)) &&
      to.some((w) => /^\d{4}$/.test(w))
    )
  )
    return false;
  if (
    e.flags.includes('qualifier') &&
    ['strong-conditionals', 'hedges', 'quantifiers', 'opposites'].some(
      (l) => cuesIn(lexicon, l as 'hedges', [...from, ...to]).length > 0,
    )
  )
    return false;
  if (from.length === 0) return true;
  // a name for a name is another name; a name for a pronoun explains it
  const isPronoun = from.every((w) => lexicon.words.pronouns.has(w));
  return isPronoun || (from.length <= 6 && !/\p{Lu}\p{Ll}/u.test(e.from.slice(1)));
}

function describeEdits(edits: readonly FoundEdit[], flags: readonly EditFlag[]): string {
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

function describeCut(cut: Cut): string {
  const where = { before: 'before', after: 'after', inside: 'inside' }[cut.side];
  const what = {
    negation: 'a negation',
    condition: 'a condition',
    frame: 'the frame of the sentence',
    hedge: 'a qualification',
    'reported-view': "that it is others' view",
  }[cut.what];
  return `The cut ${where} these words leaves off ${what}: "${cut.words.trim()}".`;
}

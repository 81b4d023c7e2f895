import type { Step } from './align.ts';
import type { FoundEdit } from './find-edits.ts';
import type { ParsedQuote } from './parse-quote.ts';
import type { Piece } from './piece.ts';

/** The other reading of a printed correction left out: two readings of one place, neither an edit of the words. */
export function isCorrectionText(e: FoundEdit, piece: Piece): boolean {
  if (/[\p{L}\p{N}]/u.test(e.to)) return false;
  const words = piece.passage.words.filter((w) => w.start >= e.start && w.end <= e.end);
  return words.length > 0 ? words.every((w) => w.correction) : /^\s*\]/.test(e.from) && !e.to.includes(']');
}

/** A quotation that opens with a bare correction opens with a changed word: the struck one before it belongs to the piece. */
export function reachBack(quote: ParsedQuote, piece: Piece): Piece {
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

/**
 * The correction printed beside a struck word is marked as one only in brackets. Quoted without them it replaces what was
 * said: the struck words become a deletion and the correction a change.
 */
export function exposeCorrections(quote: ParsedQuote, piece: Piece): Step[] {
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

import type { Edit } from '../model/index.ts';
import type { Step } from './align.ts';
import { type EditWord, flagEdit, GRAVE_FIRST } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { commonEnd, commonStart } from './make-piece.ts';
import type { ParsedQuote, QuoteWord } from './parse-quote.ts';
import { type SourceWord, textOf } from './passage.ts';
import type { Piece } from './piece.ts';

/** The span of the document a piece stands on, with the signs at its ends that both print. */
export const spanOf = (quote: ParsedQuote, p: Piece) => ({ start: commonStart(quote, p), end: commonEnd(quote, p) });

export interface FoundEdit extends Edit {
  /** words were changed, not only letters, signs or case */
  readonly changesWords: boolean;
  /** the change stands in brackets in the quotation */
  readonly inBrackets: boolean;
  /** letters differ, not only typography, white space or the case of the first letter */
  readonly changesLetters: boolean;
}

/**
 * The edits that turn the source text of a piece into the quotation's text, in order. Applied to the slice of the
 * document they give the quotation letter for letter, so every difference is listed: of words, of spelling, of signs.
 */
export function findEdits(quote: ParsedQuote, piece: Piece, match: number, lexicon: Lexicon): FoundEdit[] {
  const { passage } = piece;
  const span = spanOf(quote, piece);
  const edits: FoundEdit[] = [];
  let [q, s] = [piece.from, span.start];
  const emit = (q1: number, s1: number, words: { a: EditWord[]; b: EditWord[]; brackets: boolean } | null) => {
    const from = textOf(passage, s, s1);
    const to = quote.text.slice(q, q1);
    const clause = quote.clauses.find((c) => q <= c.start && c.end <= q1);
    if (from !== to) {
      const flags = words ? flagEdit(words.a, words.b, lexicon) : (['minor'] as const);
      edits.push({
        op: from === '' ? 'insert' : to === '' ? 'delete' : 'replace',
        match,
        from,
        to,
        start: s,
        end: s1,
        at: q,
        flag: flags[0]!,
        flags: [...flags],
        changesWords: words !== null,
        inBrackets: words?.brackets ?? false,
        changesLetters:
          words !== null ||
          (clause !== undefined
            ? lettersOf(from) !== lettersOf(quote.text.slice(q, clause.start) + quote.text.slice(clause.end, q1))
            : q > piece.from && q1 < piece.to
              ? typography(from) !== typography(to)
              : lettersOf(from) !== lettersOf(to)),
      });
    }
    [q, s] = [q1, s1];
  };
  // neighbouring words changed one for one are one edit each; what they turn only together stands at the first
  const emitPairs = (group: readonly Step[]) => {
    const all = wordsOf(
      quote.words.slice(group[0]!.q0, group[group.length - 1]!.q1),
      passage.words.slice(group[0]!.s0, group[group.length - 1]!.s1),
      group,
    );
    const before = edits.length;
    for (const g of group) {
      emit(quote.words[g.q0]!.start, passage.words[g.s0]!.start, null);
      emit(
        quote.words[g.q0]!.end,
        passage.words[g.s0]!.end,
        wordsOf([quote.words[g.q0]!], [passage.words[g.s0]!], [g]),
      );
    }
    const own = edits.slice(before).filter((e) => e.changesWords);
    const missing = flagEdit(all.a, all.b, lexicon).filter(
      (f) => f !== 'minor' && !own.some((e) => e.flags.includes(f)),
    );
    const first = own[0];
    if (first && missing.length > 0) {
      const flags = GRAVE_FIRST.filter((f) => f !== 'minor' && (first.flags.includes(f) || missing.includes(f)));
      edits[edits.indexOf(first)] = { ...first, flags, flag: flags[0]! };
    }
  };
  for (let i = 0; i < piece.steps.length; i++) {
    const step = piece.steps[i]!;
    if (step.op === 'same' || step.op === 'variant') {
      const a = passage.words[step.s0]!;
      const b = quote.words[step.q0]!;
      // what stands between the words first, then the words
      emit(b.start, a.start, null);
      emit(quote.words[step.q1 - 1]!.end, passage.words[step.s1 - 1]!.end, null);
      continue;
    }
    let last = i;
    while (last + 1 < piece.steps.length && isChange(piece.steps[last + 1]!)) last++;
    const group = piece.steps.slice(i, last + 1);
    const [q0, q1] = [step.q0, group[group.length - 1]!.q1];
    const [s0, s1] = [step.s0, group[group.length - 1]!.s1];
    if (group.length > 1 && group.every((g) => g.op === 'replace' && !passage.words[g.s0]!.correction)) {
      emitPairs(group);
      i = last;
      continue;
    }
    const changed = group.some((g) => g.op !== 'skip' && g.op !== 'gap');
    const words = changed ? wordsOf(quote.words.slice(q0, q1), passage.words.slice(s0, s1), group) : null;
    const qStart = q1 > q0 ? quote.words[q0]!.start : q;
    const sStart = s1 > s0 ? passage.words[s0]!.start : s;
    if (q1 > q0 && s1 > s0) emit(qStart, sStart, null);
    const qEnd = q1 > q0 ? quote.words[q1 - 1]!.end : q;
    const sEnd = s1 > s0 ? passage.words[s1 - 1]!.end : s;
    emit(qEnd, sEnd, words);
    i = last;
  }
  emit(piece.to, span.end, null);
  return edits;
}

const isChange = (s: Step) => s.op !== 'same' && s.op !== 'variant';

function wordsOf(quote: readonly QuoteWord[], source: readonly SourceWord[], group: readonly Step[]) {
  const read = source.filter((_, i) => {
    const at = group[0]!.s0 + i;
    return !group.some((g) => g.op === 'skip' && g.s0 <= at && at < g.s1);
  });
  // where the printed correction stands unmarked, what it replaces is the word that was said
  const said = read.filter((w) => !w.correction);
  const kept = said.some((w) => w.struck) ? said : read;
  return {
    a: kept.map((w): EditWord => ({ word: w.word, capital: w.capital, opens: w.opensSentence })),
    b: quote.map(
      (w, i): EditWord => ({ word: w.word, capital: w.capital, opens: i === 0 && kept[0]?.opensSentence === true }),
    ),
    brackets: quote.length > 0 && quote.every((w) => w.bracketed || w.patched),
  };
}

/** At the ends of a quotation signs come and go; letters do not. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Text as print shops vary it: quotation marks, apostrophes, dashes, white space, soft hyphens. */
export function typography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[‘’ʼ`´′]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s*(?:--?-?|[‐-―−])\s*/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
}

import type { Lexicon } from './lexicon.ts';
import type { QuoteWord } from './parse-quote.ts';
import type { SourceWord } from './passage.ts';
import { isOneWord, isSlip, type NumberRun, numberRuns, spellingKey } from './variants.ts';

/**
 * One step of an alignment: quote words q0..q1 stand for source words s0..s1.
 * `same`: letter for letter; `variant`: written otherwise; `replace`, `insert`, `delete`: words changed;
 * `gap`: left out where the quotation shows an ellipsis; `skip`: the other reading of a printed correction.
 */
export interface Step {
  readonly op: 'same' | 'variant' | 'replace' | 'insert' | 'delete' | 'gap' | 'skip';
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
}

export interface Alignment {
  readonly steps: readonly Step[];
  /** lower is better; 100 is one word added */
  readonly cost: number;
}

// Costs in hundredths of an added word. A changed word (130) is cheaper than one added and one left out (100 + 115); at the ends
// of the quotation, where leaving out is free, it must still be (95 < 100), or a changed last word would read as an added one.
export const INSERT = 100;
export const REPLACE = 130;
const REPLACE_ALIKE = 85;
export const REPLACE_AT_END = 95;
export const DELETE_OPEN = 80;
export const DELETE = 35;
const GAP_OPEN = 10;
const GAP = 1;
const VARIANT = 12;
const BRACKET_INSERT = 15;
const BRACKET_DELETE = 15;
const SKIP_CORRECTION = 1;
const SKIP_STRUCK = 4;
const UNMARKED_CORRECTION = 30;
export const INFINITE = 1 << 29;

/** Everything about two word lists that the inner loop needs, as numbers. */
export function alignWords(
  quote: readonly QuoteWord[],
  source: readonly SourceWord[],
  lexicon: Lexicon,
  isKnown: (word: string) => boolean,
): Alignment {
  const m = quote.length;
  const k = source.length;
  const width = k + 1;
  const cost = new Int32Array((m + 1) * width);
  const gapCost = new Int32Array((m + 1) * width).fill(INFINITE);
  const from = new Uint8Array((m + 1) * width);
  const gapFrom = new Uint8Array((m + 1) * width);
  const qWords = quote.map((w) => w.word);
  const sWords = source.map((w) => w.word);
  const qKeys = qWords.map((w) => spellingKey(w, lexicon));
  const sKeys = sWords.map((w) => spellingKey(w, lexicon));
  const qRuns = numberRuns(qWords, lexicon);
  const sRuns = qRuns.some((r) => r) ? numberRuns(sWords, lexicon) : [];

  // words written together are of use only where the other side has the whole: most have not, and no cell asks for them
  const [qSet, sSet] = [new Set(qWords), new Set(sWords)];
  const sJoined = [2, 3].map((n) => joinWords(sWords, n, qSet));
  // words on both sides of an ellipsis, or in brackets, are not written together
  const qJoined = [2, 3].map((n) =>
    joinWords(qWords, n, sSet).map((w, i) => (w !== undefined && noGap(quote, i, n) ? w : undefined)),
  );
  const qShort = qWords.map((w) => lexicon.contractions.has(w));
  const sShort = sWords.map((w) => lexicon.contractions.has(w));
  const [qLook, sLook] = [qWords.map(lookOf), sWords.map(lookOf)];
  const isOdd = qWords.map((w) => !isKnown(w) || (/\d/.test(w) && /\p{L}/u.test(w)));

  for (let i = 0; i <= m; i++) for (let j = i === 0 ? k + 1 : 0; j <= k; j++) cost[i * width + j] = INFINITE;
  for (let i = 0; i <= m; i++) {
    const q = quote[i];
    const gapHere = i > 0 && q?.gapBefore === true;
    const nearBracket = q?.bracketed === true || (i > 0 && quote[i - 1]!.bracketed);
    for (let j = 0; j <= k; j++) {
      const at = i * width + j;
      const best = Math.min(cost[at]!, gapCost[at]!);
      if (best >= INFINITE) continue;
      const s = source[j];
      if (s && i > 0 && i < m) {
        // leave out a source word
        if (s.correction) relax(cost, from, at + 1, cost[at]! + SKIP_CORRECTION, OP_SKIP);
        else if (s.struck) relax(cost, from, at + 1, cost[at]! + SKIP_STRUCK, OP_SKIP);
        const open = gapHere ? GAP_OPEN : nearBracket ? BRACKET_DELETE : DELETE_OPEN;
        const more = gapHere ? GAP : nearBracket ? BRACKET_DELETE : DELETE;
        const fresh = cost[at]! + open + more;
        const on = gapCost[at]! + more;
        if (fresh < gapCost[at + 1]! || on < gapCost[at + 1]!) {
          gapCost[at + 1] = Math.min(fresh, on);
          gapFrom[at + 1] = fresh <= on ? OPENED : CONTINUED;
        }
      }
      if (!q) continue;
      // add a quote word
      relax(cost, from, at + width, best + (q.bracketed ? BRACKET_INSERT : INSERT), OP_INSERT);
      if (!s) continue;
      // set a quote word against a source word
      const down = at + width + 1;
      if (q.hash === s.hash && q.word === s.word && !isOtherCase(q, s)) {
        relax(cost, from, down, best + correctionCost(q, s), OP_SAME);
      } else {
        if (qKeys[i] === sKeys[j] && !isOtherCase(q, s))
          relax(cost, from, down, best + VARIANT + correctionCost(q, s), OP_VARIANT);
        else {
          const atEnd = i === 0 || i === m - 1;
          const price = isAlike(q, s, qLook[i]!, sLook[j]!) ? REPLACE_ALIKE : atEnd ? REPLACE_AT_END : REPLACE;
          const across = (i === m - 1 && s.opensSentence && i > 0) || q.bracketed;
          if (!across) relax(cost, from, down, best + price, OP_REPLACE);
          if (
            isOdd[i] &&
            Math.abs(q.word.length - s.word.length) <= 1 &&
            maybeSlip(q, s) &&
            isSlip(q.word, s.word, isKnown)
          )
            relax(cost, from, down, best + 2 * VARIANT, OP_VARIANT);
        }
        for (let n = 2; n <= 3; n++) {
          const isLong =
            sJoined[n - 2]![j] === q.word ||
            (qShort[i] && j + n <= k && isOneWord(q.word, sWords.slice(j, j + n), lexicon));
          if (isLong) relax(cost, from, at + width + n, best + VARIANT, OP_RUN + 8 + n);
          const isWide =
            qJoined[n - 2]![i] === s.word ||
            (sShort[j] && i + n <= m && noGap(quote, i, n) && isOneWord(s.word, qWords.slice(i, i + n), lexicon));
          if (isWide) relax(cost, from, at + n * width + 1, best + VARIANT, OP_RUN + 8 * n + 1);
        }
      }
      const [a, b] = [qRuns[i], sRuns[j]];
      if (a && b && a.value === b.value && a.length * b.length > 1 && noGap(quote, i, a.length))
        relax(
          cost,
          from,
          at + a.length * width + b.length,
          best + runCost(quote, source, i, j, a, b),
          OP_RUN + 8 * a.length + b.length,
        );
    }
  }
  let end = 0;
  for (let j = 0; j <= k; j++) if (cost[m * width + j]! < cost[m * width + end]!) end = j;
  return { steps: trace(quote, source, cost, gapCost, from, gapFrom, m, end, width), cost: cost[m * width + end]! };
}

/** words[i] … words[i + n - 1] written together, undefined where the list ends or that is none of `wanted`. */
function joinWords(words: readonly string[], n: number, wanted: ReadonlySet<string>): (string | undefined)[] {
  // most are told from all that is wanted by their first letter and their length, without being written together
  const looks = new Set<number>();
  for (const w of wanted) looks.add(w.length * 65_536 + w.charCodeAt(0));
  return words.map((w, i) => {
    if (i + n > words.length) return undefined;
    const length = w.length + words[i + 1]!.length + (n === 3 ? words[i + 2]!.length : 0);
    if (!looks.has(length * 65_536 + w.charCodeAt(0))) return undefined;
    const joined = n === 2 ? w + words[i + 1]! : w + words[i + 1]! + words[i + 2]!;
    return wanted.has(joined) ? joined : undefined;
  });
}

const OP_SAME = 1;
const OP_VARIANT = 2;
const OP_REPLACE = 3;
const OP_INSERT = 4;
const OP_SKIP = 5;
/** OP_RUN + 8 * quote words + source words, each below 8 */
const OP_RUN = 32;
const OPENED = 1;
const CONTINUED = 2;

function relax(cost: Int32Array, from: Uint8Array, at: number, price: number, op: number) {
  if (price < cost[at]!) {
    cost[at] = price;
    from[at] = op;
  }
}

const correctionCost = (q: QuoteWord, s: SourceWord) => (s.correction && !q.bracketed ? UNMARKED_CORRECTION : 0);
const runCost = (
  quote: readonly QuoteWord[],
  source: readonly SourceWord[],
  i: number,
  j: number,
  a: NumberRun,
  b: NumberRun,
) =>
  a.length === b.length && quote.slice(i, i + a.length).every((q, n) => q.word === source[j + n]!.word) ? 0 : VARIANT;
const noGap = (quote: readonly QuoteWord[], i: number, n: number) =>
  !quote.slice(i + 1, i + n).some((w) => w.gapBefore) && !quote.slice(i, i + n).some((w) => w.bracketed);

/** "us" and "U.S.": initials in capitals are no pronoun. */
function isOtherCase(q: QuoteWord, s: SourceWord): boolean {
  return q.word.length === 2 && q.word === 'us' && q.capital !== s.capital && !q.bracketed;
}
/** What a word looks like: its first four letters, or that it opens with a digit; empty for short ones. */
const lookOf = (word: string): string => (/^\d/.test(word) ? '0' : word.length >= 4 ? word.slice(0, 4) : '');
/** Words that look alike change each other rather than come and go: talk/talks, 55/27, Lavrov/Ryabkov. */
function isAlike(q: QuoteWord, s: SourceWord, a: string, b: string): boolean {
  if (a === b && a !== '') return true;
  return q.capital && s.capital && !s.opensSentence;
}
const maybeSlip = (q: QuoteWord, s: SourceWord) =>
  q.word.length >= 4 && (!s.capital || s.opensSentence || /\d/.test(q.word));

function trace(
  quote: readonly QuoteWord[],
  source: readonly SourceWord[],
  cost: Int32Array,
  gapCost: Int32Array,
  from: Uint8Array,
  gapFrom: Uint8Array,
  m: number,
  end: number,
  width: number,
): Step[] {
  const steps: Step[] = [];
  let [i, j] = [m, end];
  let inGap = false;
  const step = (op: Step['op'], a: number, b: number) => steps.push({ op, q0: i - a, q1: i, s0: j - b, s1: j });
  while (i > 0) {
    const at = i * width + j;
    if (inGap) {
      step(quote[i]?.gapBefore ? 'gap' : 'delete', 0, 1);
      inGap = gapFrom[at] === CONTINUED;
      j--;
      continue;
    }
    const op = from[at]!;
    if (op === OP_SKIP) {
      step('skip', 0, 1);
      j--;
      continue;
    }
    let [a, b] = [1, 1];
    if (op === OP_INSERT) b = 0;
    else if (op >= OP_RUN) [a, b] = [(op - OP_RUN) >> 3, (op - OP_RUN) & 7];
    if (op >= OP_RUN && a === b && quote.slice(i - a, i).every((q, n) => q.word === source[j - b + n]!.word))
      for (let n = a; n > 0; n--) {
        step('same', 1, 1);
        i--;
        j--;
      }
    else {
      step(op === OP_SAME ? 'same' : op === OP_REPLACE ? 'replace' : op === OP_INSERT ? 'insert' : 'variant', a, b);
      i -= a;
      j -= b;
    }
    // every step but a skip may start after a gap
    const before = i * width + j;
    inGap = i > 0 && gapCost[before]! < cost[before]!;
  }
  return steps.reverse();
}

import type { Piece } from './find-edits.ts';
import { type CueName, cueAt, type Lexicon } from './lexicon.ts';
import { type Passage, textOf } from './passage.ts';

/** Index of the word that opens the sentence in which word `at` stands. */
export function sentenceStart(passage: Passage, at: number): number {
  let i = at;
  while (i > 0 && !passage.words[i]!.opensSentence) i--;
  return i;
}
/** Index after the last word of the sentence in which word `at` stands. */
export function sentenceEnd(passage: Passage, at: number): number {
  let i = at + 1;
  while (i < passage.words.length && !passage.words[i]!.opensSentence) i++;
  return i;
}

/** What the cut leaves off, as a named feature; null when nothing of weight. */
export interface Cut {
  readonly side: 'before' | 'after' | 'inside';
  readonly what: 'negation' | 'condition' | 'frame' | 'hedge' | 'reported-view';
  readonly words: string;
}

const CLAUSE_MARK = /[,;:.!?()—–]|\s-\s/;

/** Does a list's run end exactly before word `at`, nothing but an optional "that" between? Returns where it starts. */
function runBefore(words: readonly string[], at: number, name: CueName, lexicon: Lexicon, low: number): number | null {
  for (let i = Math.max(low, at - 7); i < at; i++) {
    const n = cueAt(lexicon, name, words, i);
    if (n && i + n === at) return i;
  }
  return null;
}

/**
 * The words that the beginning of the quotation cuts off its sentence: "I do not think that | X", "if | X", "not | X",
 * "the other side says that | X".
 * @param asWhole the quotation is printed as a sentence of its own, or reads as a clause
 */
export function cutBefore(piece: Piece, lexicon: Lexicon, asWhole: boolean): Cut | null {
  const { passage } = piece;
  const low = sentenceStart(passage, piece.s0);
  if (low === piece.s0) return null;
  const words = passage.words.map((w) => w.word);
  const between = (i: number) => textOf(passage, passage.words[i - 1]!.end, passage.words[i]!.start);
  const show = (i: number) => textOf(passage, passage.words[i]!.start, passage.words[piece.s0 - 1]!.end);
  let at = piece.s0;
  const isOpen = !CLAUSE_MARK.test(between(at));
  if (isOpen && lexicon.words.negation.has(words[at - 1]!))
    return { side: 'before', what: 'negation', words: show(at - 1) };
  const that = THAT.has(words[at - 1]!);
  if (that) at--;
  if (at > low) {
    const reported = reportedBy(passage, words, at, low, lexicon, that);
    if (reported !== null && (asWhole || that)) return { side: 'before', what: 'reported-view', words: show(reported) };
    const frame = runBefore(words, at, 'leading-frames', lexicon, low);
    if (frame !== null && (isOpen || that) && (asWhole || at - frame > 1))
      return {
        side: 'before',
        what: lexicon.words.conditionals.has(words[frame]!) ? 'condition' : 'frame',
        words: show(frame),
      };
  }
  if (!asWhole) return null;
  const hedge = runBefore(words, piece.s0, 'hedges', lexicon, low);
  if (hedge !== null && hedge <= low + 1) return { side: 'before', what: 'hedge', words: show(hedge) };
  return null;
}

const THAT = new Set(['that', 'что']);
const FIRST = new Set([
  'i',
  'we',
  'me',
  'my',
  'us',
  'our',
  'let',
  'lets',
  'to',
  'я',
  'мы',
  'мне',
  'хочу',
  'хотел',
  'as',
  'как',
  'can',
  'must',
  'should',
  'be',
  'would',
]);

/** "the Americans claim that", "they say": where the report of another's words starts; null when the speaker speaks for himself. */
function reportedBy(
  passage: Passage,
  words: readonly string[],
  at: number,
  low: number,
  lexicon: Lexicon,
  that: boolean,
): number | null {
  const verb = lexicon.words['report-verbs'].has(words[at - 1]!) ? at - 1 : null;
  if (verb === null || verb === low) return null;
  const mark = textOf(passage, passage.words[verb]!.end, passage.words[verb + 1]!.start);
  if (!that && !/[:,“"«]/.test(mark)) return null;
  for (let i = Math.max(low, verb - 5); i < verb; i++) if (FIRST.has(words[i]!)) return null;
  return Math.max(low, verb - 3);
}

/** The words that the end of the quotation cuts off: "X | unless Y", "X | they say". */
export function cutAfter(piece: Piece, lexicon: Lexicon, asWhole: boolean): Cut | null {
  const { passage } = piece;
  const high = sentenceEnd(passage, piece.s1 - 1);
  if (high === piece.s1) return null;
  const words = passage.words.map((w) => w.word);
  const next = LINKS.has(words[piece.s1]!) && piece.s1 + 1 < high ? piece.s1 + 1 : piece.s1;
  const show = (n: number) =>
    textOf(passage, passage.words[piece.s1]!.start, passage.words[Math.min(high, n + 4) - 1]!.end);
  for (const i of new Set([piece.s1, next])) {
    const strong = cueAt(lexicon, 'strong-conditionals', words, i);
    if (strong && (asWhole || piece.s1 - piece.s0 >= 5))
      return { side: 'after', what: 'condition', words: show(i + strong) };
    const qualifier = asWhole && i === piece.s1 ? cueAt(lexicon, 'trailing-qualifiers', words, i) : 0;
    if (qualifier && i + qualifier <= high) return { side: 'after', what: 'hedge', words: show(i + qualifier) };
  }
  return null;
}
const LINKS = new Set(['and', 'but', 'и', 'но', 'а']);

/** What an ellipsis swallowed inside source words s0..s1; null when whole sentences or harmless words were left out. */
export function cutInside(passage: Passage, s0: number, s1: number, lexicon: Lexicon): Cut | null {
  const words = passage.words.map((w) => w.word);
  const show = () => textOf(passage, passage.words[s0]!.start, passage.words[s1 - 1]!.end).slice(0, 160);
  // whole sentences may go: only the cut tail of the first and the cut head of the last count
  const tail = passage.words[s0]!.opensSentence ? s0 : Math.min(s1, sentenceEnd(passage, s0));
  const nextOpens = s1 >= passage.words.length || passage.words[s1]!.opensSentence;
  const head = nextOpens ? s1 : Math.max(tail, sentenceStart(passage, s1));
  const parts =
    head <= tail && !nextOpens
      ? [[s0, s1]]
      : [
          [s0, tail],
          [head, s1],
        ];
  for (const [a, b] of parts as [number, number][]) {
    if (a >= b) continue;
    const parenthetical = isParenthetical(passage, a, b);
    for (const [name, what] of SWALLOWED) {
      if (parenthetical && what !== 'condition') continue;
      for (let i = a; i < b; i++) if (cueAt(lexicon, name, words, i)) return { side: 'inside', what, words: show() };
    }
  }
  return null;
}
const SWALLOWED: readonly (readonly [CueName, Cut['what']])[] = [
  ['negation', 'negation'],
  ['negative-verbs', 'negation'],
  ['strong-conditionals', 'condition'],
  ['hedges', 'hedge'],
  ['modals', 'hedge'],
];

/** A clause between two commas or dashes, opened by a relative word: it may go without turning what is around it. */
function isParenthetical(passage: Passage, a: number, b: number): boolean {
  if (a === 0 || b >= passage.words.length) return false;
  const before = textOf(passage, passage.words[a - 1]!.end, passage.words[a]!.start);
  const after = textOf(passage, passage.words[b - 1]!.end, passage.words[b]!.start);
  return /[,—–(]|\s-\s/.test(before) && /[,—–).;]|\s-\s/.test(after) && RELATIVE.test(passage.words[a]!.word);
}
const RELATIVE = /^(?:which|who|whom|whose|where|as|of|котор\p{L}+|где|как|по)$/u;

import { type CueName, cueAt, type Lexicon } from '../lexicon.ts';
import { type Passage, textOf } from '../passage.ts';
import { CLAUSE_MARK, type Cut, gapBefore, sentenceEnd, sentenceStart } from './cut.ts';
import { findDenial, findListedFrame, findReport } from './find-frame.ts';

/** What an ellipsis swallowed inside source words s0..s1; null when whole sentences or harmless words were left out. */
export function cutInside(passage: Passage, s0: number, s1: number, lexicon: Lexicon): Cut | null {
  const words = passage.words.map((w) => w.word);
  const cut = (what: Cut['what']): Cut => ({
    side: 'inside',
    what,
    words: textOf(passage, passage.words[s0]!.start, passage.words[s1 - 1]!.end).slice(0, 160),
  });
  for (const [a, b] of partsOf(passage, s0, s1)) {
    if (a >= b) continue;
    const parenthetical = isParenthetical(passage, a, b, lexicon);
    for (const [name, what] of SWALLOWED) {
      if (parenthetical && what !== 'condition') continue;
      for (let i = a; i < b; i++) if (cueAt(lexicon, name, words, i)) return cut(what);
    }
    if (parenthetical || b !== s1) continue;
    // what stands last in the gap governs the words behind it
    if (governs(words, a, b, lexicon)) return cut('hedge');
    const frame = frameOf(passage, words, a, b, lexicon);
    if (frame) return cut(frame);
    if (lexicon.words['that-words'].has(words[b - 1]!) && !isOwnView(words, a, b - 1, lexicon)) return cut('frame');
  }
  return null;
}

const SWALLOWED: readonly (readonly [CueName, Cut['what']])[] = [
  ['negation', 'negation'],
  ['negative-verbs', 'negation'],
  ['strong-conditionals', 'condition'],
  ['leading-conditions', 'condition'],
  ['hedges', 'hedge'],
  ['modals', 'hedge'],
];

/** Whole sentences may go: only the cut tail of the first and the cut head of the last count. */
function partsOf(passage: Passage, s0: number, s1: number): [number, number][] {
  const tail = passage.words[s0]!.opensSentence ? s0 : Math.min(s1, sentenceEnd(passage, s0));
  const nextOpens = s1 >= passage.words.length || passage.words[s1]!.opensSentence;
  const head = nextOpens ? s1 : Math.max(tail, sentenceStart(passage, s1));
  return head <= tail && !nextOpens
    ? [[s0, s1]]
    : [
        [s0, tail],
        [head, s1],
      ];
}

/** "I think | that", "we know | that", or nothing but the "that": the clause behind it is the speaker's own. */
function isOwnView(words: readonly string[], a: number, that: number, lexicon: Lexicon): boolean {
  if (that === a) return true;
  for (let i = that - 1; i >= Math.max(a, that - FRAME_REACH); i--)
    if (
      ['own-subjects', 'own-voice', 'assertive-negations'].some((list) => cueAt(lexicon, list as 'own-voice', words, i))
    )
      return true;
  return false;
}

/** How far before the end of the gap a frame may end whose clause goes on behind it: "… they think it | hurts us". */
const FRAME_REACH = 6;

/** A frame in the gap that holds what stands behind it. */
function frameOf(
  passage: Passage,
  words: readonly string[],
  a: number,
  b: number,
  lexicon: Lexicon,
): Cut['what'] | null {
  for (let at = b; at > Math.max(a, b - FRAME_REACH); at--) {
    const before = { passage, words, low: a, at };
    if (findDenial(before, lexicon) !== null) return 'frame';
    if (findReport(before, lexicon) !== null) return 'reported-view';
    const frame = findListedFrame(before, lexicon);
    // "what they had | was": of one word only those that can be nothing else
    if (frame !== null && (at - frame > 1 || !lexicon.words.tense.has(words[frame]!))) return 'frame';
    if (CLAUSE_MARK.test(gapBefore(passage, at))) return null;
  }
  return null;
}

/** "some … people", "hope to … sign": a limit whose head stands behind the ellipsis, with a small word between at most. */
function governs(words: readonly string[], a: number, b: number, lexicon: Lexicon): boolean {
  const last = lexicon.words['small-words'].has(words[b - 1]!) ? b - 2 : b - 1;
  if (last < a) return false;
  for (let i = Math.max(a, last - 2); i <= last; i++) {
    const n = cueAt(lexicon, 'limiters', words, i);
    if (n && i + n > last) return true;
  }
  return false;
}

/** A clause between two commas or dashes, opened by a relative word: it may go without turning what is around it. */
function isParenthetical(passage: Passage, a: number, b: number, lexicon: Lexicon): boolean {
  if (a === 0 || b >= passage.words.length) return false;
  const isSet = /[,—–(]|\s-\s/.test(gapBefore(passage, a)) && /[,—–).;]|\s-\s/.test(gapBefore(passage, b));
  return isSet && lexicon.words.relatives.has(passage.words[a]!.word);
}

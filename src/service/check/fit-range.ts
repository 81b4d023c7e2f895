import type { Lexicon } from '../../core/quotes/lexicon.ts';
import { type Fit, fitPiece } from '../../core/quotes/make-piece.ts';
import type { ParsedQuote } from '../../core/quotes/parse-quote.ts';
import type { PassageTurn } from '../../core/quotes/passage.ts';
import type { Candidate, IndexedPassage, QuoteIndex, SearchDepth } from '../../core/quotes/quote-index.ts';
import { type Sketch, sketchWords } from '../../core/quotes/sketch.ts';
import { spellingKey } from '../../core/quotes/variants.ts';
import { wordId } from '../../core/quotes/word-id.ts';
import { hashWord } from '../../core/text/words.ts';

/** Words of context read on both sides: a long sentence, and room for an ellipsis. */
export const CONTEXT = 100;
/** While candidates are weighed against each other a little is enough. */
const LITTLE_CONTEXT = 16;
/** Places weighed by the ids of their words. */
const CANDIDATES: Readonly<Record<SearchDepth, number>> = { rare: 8, usual: 24, thorough: 60 };
const EXACT = 250;

export interface Search {
  readonly index: QuoteIndex;
  readonly quote: ParsedQuote;
  readonly lexicon: Lexicon;
  /** documents in which the claimed speaker takes part; null when nobody known is claimed */
  readonly among: ReadonlySet<string> | null;
  /** prefers one of equally good passages: larger is better, CLAIMED and more where the claimed speaker speaks */
  readonly prefer: (document: string, turn: PassageTurn) => Promise<number>;
}

export const CLAIMED = 300;

export interface Weights {
  readonly bits: readonly number[];
  readonly isKnown: (word: string) => boolean;
}

/** What each word of the quotation tells, in bits. */
export async function weigh({ index, quote }: Search): Promise<Weights> {
  const { frequency, total } = await index.frequency(Uint32Array.from(quote.words, (w) => w.hash));
  const known = new Map(quote.words.map((w, i) => [w.word, frequency[i]! > 0]));
  return {
    // a word the record lacks tells no more than a rare one
    bits: quote.words.map((w, i) =>
      w.bracketed ? 0 : Math.min(16, Math.max(1, Math.log2((total + 1) / (frequency[i]! + 1)))),
    ),
    isKnown: (word) => known.get(word) ?? true,
  };
}

/**
 * The best fits of quote words a..b, best first; all exact places when the words stand somewhere just so.
 * @param isQuick common words are not asked: for a stretch that must stand nearly word for word to be of use
 */
export async function fitRange(
  search: Search,
  a: number,
  b: number,
  weights: Weights,
  isQuick = false,
): Promise<Fit[]> {
  const range = rangeOf(search, a, b, weights);
  if (range.hashes.length === 0) return [];
  const exact: Candidate[] = [];
  let sketched: Sketched[] = [];
  const look = async (depth: SearchDepth) => {
    const { hashes } = range;
    const query = { hashes, limit: CANDIDATES[depth], exactLimit: EXACT, depth, among: search.among };
    const { candidates } = await search.index.candidates(query);
    if (candidates[0]?.isExact) exact.push(...candidates);
    else sketched = await sketchAll(search, range, candidates, sketched);
    // where the last of the list is as good as the first there were more of them, and the best may not be among these
    return candidates.length < CANDIDATES[depth] || candidates.at(-1)!.bits < FEWER_BITS * candidates[0]!.bits;
  };
  const isSettled = await look('rare');
  if (exact.length === 0 && !(isSettled && (sketched[0]?.strength ?? 0) >= WELL_MET)) await look('usual');
  let fits = await fitAll(
    search,
    range,
    exact.length > 0 ? await chooseExact(search, exact, range) : choose(sketched),
    weights,
  );
  // a place whose keys alone agree is none
  if (exact.length > 0 && fits.some((f) => f.isWhole)) fits = fits.filter((f) => f.isWhole);
  const strength = fits[0] ? strengthOf(fits[0]) : 0;
  // a long quotation has rare words enough: what they do not find is not there
  const isWeak = strength < (b - a <= SHORT_WORDS ? GOOD_ENOUGH : UNLIKELY);
  if (isWeak && !isQuick && (b - a <= THOROUGH_WORDS || fits.length === 0)) {
    const before = new Set(sketched);
    await look('thorough');
    const fresh = choose(sketched).filter((s) => !before.has(s));
    fits = dedupe([...fits, ...(await fitAll(search, range, fresh, weights))]);
  }
  return fits.sort((x, y) => strengthOf(y) - strengthOf(x) || x.cost - y.cost || placeOf(x) - placeOf(y));
}
/** Under this the rarest grams were not the quotation's own, and common words are asked too. */
export const GOOD_ENOUGH = 0.72;
const SHORT_WORDS = 9;
/** Under this a longer one is about to be refused. */
const UNLIKELY = 0.6;
const THOROUGH_WORDS = 16;
const WELL_MET = 0.8;
const FEWER_BITS = 0.6;
const FAR_FEWER_BITS = 0.35;

/** Quote words a..b as the index asks for them: those in brackets are not the source's. */
interface Range {
  readonly a: number;
  readonly b: number;
  readonly hasBrackets: boolean;
  readonly hashes: Uint32Array;
  readonly ids: Uint32Array;
  /** of each word the id of its usual spelling */
  readonly spelled: Uint32Array;
  readonly bits: readonly number[];
  /** sum of bits */
  readonly total: number;
}
function rangeOf({ quote, lexicon }: Search, a: number, b: number, weights: Weights): Range {
  const at: number[] = [];
  for (let i = a; i < b; i++) if (!quote.words[i]!.bracketed) at.push(i);
  const hashes = Uint32Array.from(at, (i) => quote.words[i]!.hash);
  const bits = at.map((i) => weights.bits[i]!);
  const total = sumBits(bits, 0, bits.length);
  const spelled = Uint32Array.from(at, (i) => wordId(hashWord(spellingKey(quote.words[i]!.word, lexicon))));
  return { a, b, hasBrackets: at.length < b - a, hashes, ids: hashes.map(wordId), spelled, bits, total };
}

/** A candidate worth reading. */
type Chosen = Pick<Sketched, 'candidate' | 'from' | 'to'>;

/** A candidate with what the ids of its words tell. */
interface Sketched {
  readonly candidate: Candidate;
  readonly sketch: Sketch;
  /** as `strengthOf`, without spelling and numbers */
  readonly strength: number;
  /** in a document in which the claimed speaker takes part */
  readonly isAmong: boolean;
  /** places between which its words are to be set against the quotation's */
  readonly from: number;
  readonly to: number;
}
/** Words may be written in two, and a first or last one may be found a little further on. */
const MARGIN = 4;

async function sketchAll(
  { index, among }: Search,
  range: Range,
  candidates: readonly Candidate[],
  known: readonly Sketched[],
): Promise<Sketched[]> {
  const m = range.ids.length;
  const slack = slackOf(m);
  const all = [...known];
  const places = new Set(known.map((k) => k.candidate.place));
  let best = known.reduce((most, s) => Math.max(most, s.strength), 0);
  for (const c of candidates) {
    // votes tell the good from the rest: far fewer bits than the best one has, and a good one is in hand
    if (c.bits < (best >= WELL_MET ? FEWER_BITS : FAR_FEWER_BITS) * candidates[0]!.bits) break;
    if (places.has(c.place)) continue;
    const stretch = await index.words(c.place - slack, c.place + m + slack, c.met);
    if (!stretch) continue;
    const sketch = sketchWords(range.ids, range.spelled, stretch.ids, c.place - stretch.place, slack);
    let [bits, count] = [0, 0];
    for (let i = 0; i < m; i++)
      if (sketch.matched[i]) {
        bits += range.bits[i]!;
        count++;
      }
    const strength = (bits / Math.max(1e-9, range.total) + count / m) / 2;
    best = Math.max(best, strength);
    const from = stretch.place + sketch.s0 - MARGIN;
    const isAmong = among?.has(stretch.document) ?? false;
    all.push({ candidate: c, sketch, strength, isAmong, from, to: stretch.place + sketch.s1 + MARGIN });
  }
  return all.sort(
    (x, y) => y.strength - x.strength || Number(y.isAmong) - Number(x.isAmong) || x.sketch.cost - y.sketch.cost,
  );
}

/** Under this a quotation of ten words and more is refused, whatever spelling adds: only what may be a part of it is read. */
const HOPELESS = 0.45;
/** Passages worth reading beside the best: those that spelling, numbers or the claimed speaker may put before it. */
const NEARLY = 0.2;
/** so many of the claimed speaker's, and so many of others */
const MOST_READ = 3;
/** A run of so many words that the best one lacks: the other half of a splice. */
const OTHER_RUN = 4;
const MOST_OTHERS = 3;

function choose(sketched: readonly Sketched[]): Sketched[] {
  const [best, ...rest] = sketched;
  if (!best) return [];
  const isHopeless = best.strength < HOPELESS && best.sketch.matched.length > SHORT_WORDS;
  if (isHopeless && best.sketch.run < OTHER_RUN) return [best];
  const like = isHopeless ? [] : rest.filter((s) => s.strength >= best.strength - NEARLY);
  const near = [
    ...like.filter((s) => s.isAmong).slice(0, MOST_READ),
    ...like.filter((s) => !s.isAmong).slice(0, MOST_READ),
  ];
  const others = rest.filter((s) => !near.includes(s) && addsRun(s.sketch, best.sketch)).slice(0, MOST_OTHERS);
  return [best, ...near, ...others];
}
function addsRun(s: Sketch, best: Sketch): boolean {
  let run = 0;
  for (let i = 0; i < s.matched.length; i++) {
    run = s.matched[i] && !best.matched[i] ? run + 1 : 0;
    if (run >= OTHER_RUN) return true;
  }
  return false;
}

/** So many places of an exact phrase are read; of a common one those of the claimed speaker first, and one of each other. */
const EXACT_READ = 24;
const EXACT_OTHERS = 8;
/** Turns looked at to choose them, once enough of the claimed speaker's are found. */
const EXACT_TURNS = 120;

async function chooseExact(search: Search, exact: readonly Candidate[], range: Range): Promise<Chosen[]> {
  const m = range.b - range.a;
  const slack = range.hasBrackets ? slackOf(m) : 0;
  const all = exact.map((c) => ({ candidate: c, from: c.place - slack, to: c.place + m + slack }));
  if (all.length <= EXACT_READ) return all;
  const scored: (Chosen & { score: number; who: string })[] = [];
  let wanted = 0;
  for (const [i, c] of all.entries()) {
    if (i >= EXACT_TURNS && wanted >= EXACT_READ) break;
    const at = await search.index.turnAt(c.candidate.place);
    if (!at) continue;
    const score = await search.prefer(at.document, at.turn);
    if (score >= CLAIMED) wanted++;
    scored.push({ ...c, score, who: at.turn.person ?? at.turn.speaker ?? '' });
  }
  scored.sort((x, y) => y.score - x.score);
  const first = scored.slice(0, EXACT_READ);
  const met = new Set(first.map((s) => s.who));
  const others = scored.slice(EXACT_READ).filter((s) => !met.has(s.who) && met.add(s.who));
  return [...first, ...others.slice(0, EXACT_OTHERS)];
}

/** How far from its place a word is looked for. */
const slackOf = (words: number) => 6 + Math.ceil(words / 4);

async function fitAll(search: Search, range: Range, chosen: readonly Chosen[], weights: Weights): Promise<Fit[]> {
  const fits: Fit[] = [];
  // a passage that has no other beside it will be judged: it is read with all its context at once
  const context = chosen.length === 1 ? CONTEXT : LITTLE_CONTEXT;
  for (const c of chosen) {
    const fit = await fitCandidate(search, range, c, weights, context);
    if (fit) fits.push(fit);
  }
  return dedupe(fits).sort((x, y) => strengthOf(y) - strengthOf(x) || x.cost - y.cost);
}

async function fitCandidate(
  search: Search,
  range: Range,
  c: Chosen,
  weights: Weights,
  context: number,
): Promise<Fit | null> {
  const { quote, index, lexicon } = search;
  const passage = await index.passage(c.from - context, c.to + context, c.candidate.met);
  if (!passage) return null;
  const s0 = Math.max(0, c.from - passage.place);
  const s1 = Math.min(passage.words.length, c.to - passage.place);
  if (s1 <= s0) return null;
  return fitPiece(quote, range.a, range.b, passage, s0, s1, weights.bits, lexicon, weights.isKnown);
}

/** Place of the first source word of a fit in the record. */
export const placeOf = (f: Fit) => (f.piece.passage as IndexedPassage).place + f.piece.s0;

function dedupe(fits: readonly Fit[]): Fit[] {
  const seen = new Map<number, Fit>();
  for (const f of fits) {
    const known = seen.get(placeOf(f));
    if (!known || f.cost < known.cost) seen.set(placeOf(f), f);
  }
  return [...seen.values()];
}

/** How much of its stretch a fit explains: half by what the words tell, half by their number. */
export const strengthOf = (f: Fit) => (f.share + f.count) / 2;

/** Bits of quote words a..b. */
export function sumBits(bits: readonly number[], a: number, b: number): number {
  let s = 0;
  for (let i = a; i < b; i++) s += bits[i]!;
  return s;
}

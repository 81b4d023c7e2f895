import type { Rules, Span, VersionRecord } from '../model/index.ts';
import { contentStems } from '../text/content-words.ts';
import { foldLetters } from '../text/fold.ts';
import { romaniseName } from '../text/romanise-name.ts';
import { stemOf } from '../text/stem-words.ts';
import {
  type Lexicon,
  learnLexicon,
  lengthFit,
  numbered,
  sharedTokens,
  tabulate,
  tokenWeights,
  translatedTokens,
} from './align-likeness.ts';
import { type AlignUnit, alignUnits, type Bead, type GroupLikeness } from './align-units.ts';
import { cutGlued } from './cut-glued.ts';

/** How two passages of two versions stand to each other. */
export type CollationRelation = 'same' | 'changed' | 'moved' | 'added' | 'removed';
export interface CollatedPair {
  readonly relation: CollationRelation;
  readonly a: readonly Span[];
  readonly b: readonly Span[];
  readonly why: string;
}

/** Two sentences of one language are the same passage from here; under it they are two. Tuned on news in two translations. */
const SAME_LANGUAGE_FLOOR = 0.18;
/** Across languages length speaks as well, so the floor is on the mixture. */
const TRANSLATION_FLOOR = 0.3;

/**
 * Two versions of one text, passage by passage (collation, in the Gothenburg sense: tokenise, normalise, align, analyse).
 * In one language: by shared words. In two: by numbers, names written in either script, length, and a lexicon learned
 * from the pair itself. Every sentence of both stands in one pair or is `added` or `removed`.
 */
export function collateVersions(a: VersionRecord, b: VersionRecord, rules: Rules): CollatedPair[] {
  const languages = [languageOf(a), languageOf(b)] as const;
  const across = languages[0] !== languages[1];
  const left = unitsOf(a, languages[0], across, rules);
  const right = unitsOf(b, languages[1], across, rules);
  const beads = across
    ? alignAcross(left, right, knownPairs(languages[0], languages[1], rules))
    : alignWithin(left, right);
  return pairsFrom(beads, left, right, a.text, b.text, across);
}

const languageOf = (r: VersionRecord): string => r.document.language?.split('-')[0] ?? 'en';

function unitsOf(record: VersionRecord, language: string, across: boolean, rules: Rules): AlignUnit[] {
  const skip = new Set(record.turns.filter((t) => t.kind === 'boilerplate' || t.kind === 'comment').map((t) => t.id));
  const units: AlignUnit[] = [];
  for (const sentence of record.sentences)
    for (const s of skip.has(sentence.turn) ? [] : cutGlued(record.text, sentence, language, rules)) {
      const text = record.text.slice(s.start, s.end);
      const body = text.trimEnd();
      const start = s.start + (text.length - text.trimStart().length);
      if (body.trim() === '') continue;
      units.push({
        start,
        end: s.start + body.length,
        size: s.start + body.length - start,
        tokens: across ? skeletons(body, language, rules) : counted(contentStems(body, language, rules), body),
      });
    }
  return units;
}

/** Stems, and, where a passage has none ("Not at all."), its bare words. */
function counted(stems: ReadonlySet<string>, text: string): ReadonlySet<string> {
  return stems.size > 0 ? stems : new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** What looks alike in two scripts: digits, and the first letters of words brought to one spelling; plus the stems of each. */
function skeletons(text: string, language: string, rules: Rules): ReadonlySet<string> {
  const tokens = new Set<string>();
  const marker = /^\s*(?:\(?([a-z])\)|(\d{1,3})[.)])\s/iu.exec(text);
  if (marker) tokens.add(`^${(marker[1] ?? marker[2]!).toLowerCase()}`);
  for (const m of text.matchAll(/\d+(?:[.,]\d+)*/gu)) tokens.add(`#${m[0].replace(/[.,]/gu, '')}`);
  for (const stem of contentStems(text, language, rules)) {
    if (/^\d/u.test(stem)) continue;
    const sound = romaniseName(stem)
      .replace(/[^\p{L}]/gu, '')
      .replace(/c/gu, 'k')
      .replace(/z/gu, 's');
    if (sound.length >= 4) tokens.add(`~${sound.slice(0, 5)}`);
    tokens.add(`${language}:${stem}`);
  }
  return tokens;
}

function alignWithin(a: readonly AlignUnit[], b: readonly AlignUnit[]): Bead[] {
  return alignUnits(a, b, sharedTokens(tabulate(a, b, tokenWeights([...a, ...b]))), SAME_LANGUAGE_FLOOR);
}

/** Rounds of aligning and learning; more change nothing on resolutions and news. */
const ROUNDS = 3;

/** Numbered paragraphs keep their numbers in translation: "5." does not stand beside "6.", nor beside an unnumbered one. */
function markersAgree(a: readonly AlignUnit[], b: readonly AlignUnit[]): GroupLikeness {
  const markersOf = (units: readonly AlignUnit[]) =>
    units.map((u) => [...u.tokens].find((t) => t.startsWith('^')) ?? '');
  const left = markersOf(a);
  const right = markersOf(b);
  const join = (list: readonly string[], from: number, to: number): string => {
    let all = '';
    for (let i = from; i < to; i++) all += list[i]!;
    return all;
  };
  return (i0, i1, j0, j1) => {
    const x = join(left, i0, i1);
    const y = join(right, j0, j1);
    if (x === y) return 1;
    return x !== '' && y !== '' ? 0.55 : 0.85;
  };
}

/** Length and words together. A single pair may have no known word in common; a group whose words do not meet is none. */
const mix = (fit: number, words: number): number => 0.45 * fit + 0.55 * words;

function alignAcross(
  a: readonly AlignUnit[],
  b: readonly AlignUnit[],
  known: readonly (readonly [string, string])[],
): Bead[] {
  const fit = lengthFit(a, b);
  const agree = markersAgree(a, b);
  const inA = new Set(a.flatMap((u) => [...u.tokens]));
  const inB = new Set(b.flatMap((u) => [...u.tokens]));
  const shared = [...inA].filter((t) => inB.has(t));
  const idf = tokenWeights([...a, ...b]);
  const start = known.filter(([t, u]) => inA.has(t) && inB.has(u));
  let lexicon: Lexicon = new Map();
  let beads: Bead[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // only what can be met on the other side counts: a word without a known counterpart says nothing either way
    const met = new Set<string>([
      ...shared,
      ...start.flat(),
      ...lexicon.keys(),
      ...[...lexicon.values()].flatMap((r) => [...r.keys()]),
    ]);
    const table = tabulate(a, b, (t) => (met.has(t) ? idf(t) : 0));
    const renderings = numbered(merged(lexicon, start), table);
    const words = translatedTokens(table, renderings);
    beads = alignUnits(a, b, (...r) => mix(fit(...r), words(...r)) * agree(...r), TRANSLATION_FLOOR);
    lexicon = learnLexicon(beads.map((d) => ({ a: tokensOf(a, d.a), b: tokensOf(b, d.b), sure: d.score })));
  }
  return beads;
}

/** The words of a group; numbers, names and markers are left out, for they are met as they are and need no lexicon. */
const tokensOf = (units: readonly AlignUnit[], [from, to]: readonly [number, number]): Set<string> =>
  new Set(units.slice(from, to).flatMap((u) => [...u.tokens].filter((t) => t.includes(':'))));

/** What was learned from the pair, and what is known beforehand. */
function merged(lexicon: Lexicon, known: readonly (readonly [string, string])[]): Lexicon {
  const all = new Map([...lexicon].map(([t, row]): [string, Map<string, number>] => [t, new Map(row)]));
  for (const [t, u] of known) {
    const row = all.get(t) ?? new Map<string, number>();
    all.set(t, row);
    row.set(u, Math.max(row.get(u) ?? 0, KNOWN));
  }
  return all;
}
/** A word pair of the vocabulary is rarely wrong, but a word has more renderings than it lists. */
const KNOWN = 0.9;

/** Word pairs of the vocabulary (`to-ru:` of cues.en.yaml and the like) as tokens of the two sides. */
function knownPairs(from: string, to: string, rules: Rules): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [a, b, turned] of [
    [from, to, false],
    [to, from, true],
  ] as const)
    for (const [word, renderings] of Object.entries(rules.cues[a]?.[`to-${b}`] ?? {}))
      for (const rendering of renderings) {
        const pair: [string, string] = [`${a}:${stemOf(word, a)}`, `${b}:${stemOf(rendering, b)}`];
        pairs.push(turned ? [pair[1], pair[0]] : pair);
      }
  return pairs;
}

function pairsFrom(
  beads: readonly Bead[],
  a: readonly AlignUnit[],
  b: readonly AlignUnit[],
  textA: string,
  textB: string,
  across: boolean,
): CollatedPair[] {
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const pairs: CollatedPair[] = beads.map((bead) => {
    const as = a.slice(...bead.a);
    const bs = b.slice(...bead.b);
    for (let i = bead.a[0]; i < bead.a[1]; i++) usedA.add(i);
    for (let j = bead.b[0]; j < bead.b[1]; j++) usedB.add(j);
    const equal = !across && foldLetters(words(textA, as)) === foldLetters(words(textB, bs));
    return {
      relation: equal ? 'same' : across ? 'same' : 'changed',
      a: as.map(span),
      b: bs.map(span),
      why: equal ? 'the same words' : across ? 'rendered in the other language' : 'other words',
    };
  });
  const aloneA = a.map((_, i) => i).filter((i) => !usedA.has(i));
  const aloneB = b.map((_, j) => j).filter((j) => !usedB.has(j));
  if (!across) pairs.push(...movedPairs(aloneA, aloneB, a, b, usedA, usedB));
  for (const i of aloneA)
    if (!usedA.has(i)) pairs.push({ relation: 'removed', a: [span(a[i]!)], b: [], why: 'stands in the first only' });
  for (const j of aloneB)
    if (!usedB.has(j)) pairs.push({ relation: 'added', a: [], b: [span(b[j]!)], why: 'stands in the second only' });
  return pairs.sort(
    (x, y) =>
      (x.a[0]?.start ?? Number.MAX_SAFE_INTEGER) - (y.a[0]?.start ?? Number.MAX_SAFE_INTEGER) ||
      (x.b[0]?.start ?? 0) - (y.b[0]?.start ?? 0),
  );
}

/** Passages out of order: alone on both sides and plainly alike. */
function movedPairs(
  as: readonly number[],
  bs: readonly number[],
  a: readonly AlignUnit[],
  b: readonly AlignUnit[],
  usedA: Set<number>,
  usedB: Set<number>,
): CollatedPair[] {
  const alike = sharedTokens(tabulate(a, b, tokenWeights([...a, ...b])));
  const found: { i: number; j: number; value: number }[] = [];
  for (const i of as)
    for (const j of bs) {
      const value = alike(i, i + 1, j, j + 1);
      if (value >= 0.6 && a[i]!.tokens.size >= 3) found.push({ i, j, value });
    }
  found.sort((x, y) => y.value - x.value || x.i - y.i || x.j - y.j);
  const pairs: CollatedPair[] = [];
  for (const { i, j } of found) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    pairs.push({ relation: 'moved', a: [span(a[i]!)], b: [span(b[j]!)], why: 'the passage stands elsewhere' });
  }
  return pairs;
}

const span = (u: AlignUnit): Span => ({ start: u.start, end: u.end });
const words = (text: string, units: readonly AlignUnit[]): string =>
  units.map((u) => text.slice(u.start, u.end)).join(' ');

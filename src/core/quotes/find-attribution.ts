import { foldWord, scanWords } from '../text/words.ts';
import { cueAt, type Lexicon } from './lexicon.ts';

/** Who the draft says spoke, and where it says so. */
export interface FoundAttribution {
  /** as printed; null for a pronoun */
  readonly name: string | null;
  readonly pronoun: string | null;
  readonly verb: string;
  /** UTF-16 offsets of the name or pronoun */
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

function wordsOf(text: string, from: number, to: number): Word[] {
  const scanned = scanWords(text, from, to);
  return Array.from(scanned.start, (start, i) => ({
    word: foldWord(text, start, scanned.end[i]),
    start,
    end: scanned.end[i]!,
    capital: /^\p{Lu}/u.test(text.slice(start, start + 2)),
  }));
}

/** Small words inside names. */
const PARTICLES = new Set(['de', 'la', 'van', 'von', 'der', 'bin', 'al', 'el', 'da', 'di', 'du', 'ibn', 'ter']);
/** How far from the quotation its attribution may stand, in words. */
const REACH = 14;

/**
 * Look for the attribution in the words right after the quotation ("…," Marenko said; "…," said the minister), then right
 * before it (Marenko said: "…"), then for "according to". Null where nothing says who spoke.
 */
export function findAttribution(
  text: string,
  after: readonly [number, number],
  before: readonly [number, number],
  lexicon: Lexicon,
): FoundAttribution | null {
  const tail = wordsOf(text, after[0], after[1]).slice(0, REACH);
  const head = wordsOf(text, before[0], before[1]).slice(-REACH);
  return (
    nearVerb(text, tail, lexicon, 'after') ??
    nearVerb(text, head, lexicon, 'before') ??
    according(text, [head, tail], lexicon) ??
    byColon(text, head, before[1], lexicon)
  );
}

function nearVerb(
  text: string,
  words: readonly Word[],
  lexicon: Lexicon,
  side: 'after' | 'before',
): FoundAttribution | null {
  const folded = words.map((w) => w.word);
  const verbs = folded.flatMap((_, i) => (cueAt(lexicon, 'report-verbs', folded, i) ? [i] : []));
  // the nearest verb to the quotation decides
  if (side === 'before') verbs.reverse();
  for (const v of verbs) {
    if (side === 'after' && v > 8) return null;
    if (side === 'before' && words.length - v > 12) return null;
    const left = nameEndingAt(text, words, v - 1, lexicon);
    const right = nameStartingAt(text, words, v + 1, lexicon);
    const name = side === 'after' && v === 0 ? (right ?? left) : (left ?? right);
    if (name) return { ...name, verb: words[v]!.word };
  }
  return null;
}

/** "Foreign Minister Ilse Marenko was firm: “…": a colon hands the word to the only name before it. */
function byColon(text: string, head: readonly Word[], at: number, lexicon: Lexicon): FoundAttribution | null {
  if (head.length === 0 || !/^[^.!?]*:\s*$/.test(text.slice(head[head.length - 1]!.end, at))) return null;
  const names: Named[] = [];
  for (let e = head.length - 1; e >= 0; ) {
    const named = head[e]!.capital && !isTitle(head[e]!, lexicon) ? nameEndingAt(text, head, e, lexicon) : null;
    if (named?.name) names.push(named);
    e = named ? head.findIndex((w) => w.start === named.start) - 1 : e - 1;
  }
  return names.length === 1 ? { ...names[0]!, verb: ':' } : null;
}

function according(text: string, sides: readonly (readonly Word[])[], lexicon: Lexicon): FoundAttribution | null {
  for (const words of sides) {
    const folded = words.map((w) => w.word);
    for (let i = 0; i < words.length; i++) {
      const n = cueAt(lexicon, 'according', folded, i);
      if (n < 2) continue;
      const name = nameStartingAt(text, words, i + n, lexicon);
      if (name) return { ...name, verb: folded.slice(i, i + n).join(' ') };
    }
  }
  return null;
}

type Named = Pick<FoundAttribution, 'name' | 'pronoun' | 'start' | 'end'>;

/** The name that ends before the verb: "Marenko | said", "Marenko, the minister, | said". */
function nameEndingAt(text: string, words: readonly Word[], at: number, lexicon: Lexicon): Named | null {
  const last = words[at];
  const pronoun = last ? asPronoun(last, lexicon) : null;
  if (pronoun) return pronoun;
  // "the Varnian government": of a state the adjective alone is no name
  const adjective = words[at - 1];
  if (last && lexicon.words['body-nouns'].has(last.word) && adjective?.capital && isJoined(text, adjective, last))
    return body(text, words, at, lexicon);
  for (let e = at; e >= 0 && e > at - APPOSITION; e--) {
    if (!words[e]!.capital || isTitle(words[e]!, lexicon) || isPossessive(text, words[e]!)) continue;
    let s = e;
    while (
      s > 0 &&
      (words[s - 1]!.capital || (PARTICLES.has(words[s - 1]!.word) && words[s - 2]?.capital)) &&
      isJoined(text, words[s - 1]!, words[s]!)
    )
      s--;
    const name = asName(text, words.slice(s, e + 1), lexicon);
    if (name) return name;
  }
  for (let e = at; e >= 0 && e > at - 3; e--)
    if (lexicon.words['speech-nouns'].has(words[e]!.word)) return body(text, words, e, lexicon);
  return null;
}
/** Words that may stand between a name and its verb: "Reval, the deputy minister, said". */
const APPOSITION = 6;
/** "Marenko's spokesman said": the name is not who speaks. */
const isPossessive = (text: string, w: Word) =>
  /['’]s?$/.test(text.slice(w.start, w.end)) || /^['’](?:s\b|\s)/.test(text.slice(w.end, w.end + 2));

/** "said | Marenko", "said | the foreign minister, Ilse Marenko", "said | he". */
function nameStartingAt(text: string, words: readonly Word[], at: number, lexicon: Lexicon): Named | null {
  for (let s = at; s < words.length && s < at + 6; s++) {
    const pronoun = s === at ? asPronoun(words[s]!, lexicon) : null;
    if (pronoun) return pronoun;
    if (!words[s]!.capital || isTitle(words[s]!, lexicon)) continue;
    let e = s;
    while (
      e + 1 < words.length &&
      (words[e + 1]!.capital || (PARTICLES.has(words[e + 1]!.word) && words[e + 2]?.capital)) &&
      isJoined(text, words[e]!, words[e + 1]!)
    )
      e++;
    // "the Varnian minister Ilse Marenko": an adjective of a state is none of the name when a noun follows
    if (e === s && words[e + 1] && lexicon.words['speech-nouns'].has(words[e + 1]!.word)) continue;
    const name = asName(text, words.slice(s, e + 1), lexicon);
    if (name) return name;
  }
  const noun = words.slice(at, at + 4).findIndex((w) => lexicon.words['speech-nouns'].has(w.word));
  return noun < 0 ? null : body(text, words, at + noun, lexicon);
}

const isTitle = (w: Word, lexicon: Lexicon) => lexicon.words.titles.has(w.word);
const isJoined = (text: string, a: Word, b: Word) => /^[\s\-.]*$/.test(text.slice(a.end, b.start));

function asPronoun(w: Word, lexicon: Lexicon): Named | null {
  return lexicon.words['third-persons'].has(w.word)
    ? { name: null, pronoun: w.word, start: w.start, end: w.end }
    : null;
}

function asName(text: string, words: readonly Word[], lexicon: Lexicon): Named | null {
  const said = words.filter((w) => !NO_NAMES.has(w.word) && !lexicon.words['number-words'].has(w.word));
  const named = said.filter((w) => !isTitle(w, lexicon));
  if (named.length === 0) return null;
  // "Foreign Ministry": of a body every word is its name
  const core = named.every((w) => lexicon.words['body-nouns'].has(w.word)) ? said : named;
  const [start, end] = [core[0]!.start, core[core.length - 1]!.end];
  return { name: text.slice(start, end).replace(/['’]s$/, ''), pronoun: null, start, end };
}
const NO_NAMES = new Set([
  'the',
  'in',
  'on',
  'at',
  'but',
  'and',
  'a',
  'an',
  'as',
  'when',
  'asked',
  'later',
  'then',
  'of',
  'после',
  'в',
  'на',
  'но',
  'и',
  'как',
]);

/** "the ministry": the body is who spoke. "the minister", "a spokesman": somebody in that role, as "he" is somebody. */
function body(text: string, words: readonly Word[], at: number, lexicon: Lexicon): Named {
  let s = at;
  while (s > 0 && words[s - 1]!.capital && !NO_NAMES.has(words[s - 1]!.word)) s--;
  const [start, end] = [words[s]!.start, words[at]!.end];
  const printed = text.slice(start, end);
  const isRole = s === at && lexicon.words['role-nouns'].has(words[at]!.word);
  return isRole ? { name: null, pronoun: printed, start, end } : { name: printed, pronoun: null, start, end };
}

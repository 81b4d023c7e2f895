import type { Block } from '../model/index.ts';
import { foldWords } from '../text/words.ts';
import type { FoundAttribution } from './find-attribution.ts';
import type { Lexicon } from './lexicon.ts';

/** Whom a reference means. */
export interface Resolved {
  readonly name: string | null;
  /** how, in words for the report */
  readonly how: string;
}

/** What was quoted before a reference. */
export interface QuotedBefore {
  /** the speaker of the last quotation of this paragraph, and where it ends, its attribution included; -1 where none stands */
  readonly inParagraph: string | null;
  readonly end: number;
  /** the speaker of the last quotation of the article */
  readonly last: string | null;
}

/** Whom an attribution names: the name as printed, or whom its pronoun or role means. */
export const whoIs = (
  text: string,
  block: Pick<Block, 'start'>,
  found: FoundAttribution,
  before: QuotedBefore,
  isPerson: (name: string) => boolean,
  lexicon: Lexicon,
): Resolved =>
  found.name !== null
    ? { name: found.name, how: `"${text.slice(found.start, found.end)}" (${found.verb})` }
    : resolveReference(text, block, found.start, found.pronoun!, before, isPerson, lexicon);

/**
 * Resolve "he" or "the minister" where only one person can be meant: nobody else named since the quotation before it, else the
 * only one named in this paragraph, else the last one quoted.
 */
function resolveReference(
  text: string,
  block: Pick<Block, 'start'>,
  at: number,
  reference: string,
  before: QuotedBefore,
  isPerson: (name: string) => boolean,
  lexicon: Lexicon,
): Resolved {
  const resolved = resolve(text, block, at, reference, before, isPerson);
  if (resolved.name === null || !isOther(genderOf(reference, lexicon), printedGender(resolved.name, text, lexicon)))
    return resolved;
  return { name: null, how: `"${reference}" does not fit ${resolved.name}, and nobody else is named before it` };
}

function resolve(
  text: string,
  block: Pick<Block, 'start'>,
  at: number,
  reference: string,
  before: QuotedBefore,
  isPerson: (name: string) => boolean,
): Resolved {
  const since = before.inParagraph ? namesIn(text.slice(Math.max(block.start, before.end), at), isPerson) : null;
  const again = (name: string): Resolved => ({ name, how: `"${reference}" is the speaker quoted before` });
  if (before.inParagraph && since!.length === 0) return again(before.inParagraph);
  const named = namesIn(text.slice(block.start, at), isPerson);
  if (named.length === 1)
    return { name: named[0]!, how: `"${reference}" is the only person named before it in the paragraph` };
  if (named.length === 0 && before.last) return again(before.last);
  const how =
    named.length > 1 ? `"${reference}" may be ${named.join(' or ')}` : `nobody is named before "${reference}"`;
  return { name: null, how };
}

type Gender = 'f' | 'm' | null;
const isOther = (a: Gender, b: Gender) => a !== null && b !== null && a !== b;

/** What "she", "the spokesman", "Ms" tell. */
function genderOf(words: string, lexicon: Lexicon): Gender {
  const folded = foldWords(words);
  if (folded.some((w) => lexicon.words['feminine-words'].has(w))) return 'f';
  return folded.some((w) => lexicon.words['masculine-words'].has(w)) ? 'm' : null;
}

/** What the draft prints before the name tells ("Ms Perrin"), else the ending of a Slavic surname. */
function printedGender(name: string, text: string, lexicon: Lexicon): Gender {
  const surname = foldWords(name).at(-1) ?? '';
  const printed = name.split(/\s+/).at(-1)!;
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const told = genderOf(titlesBefore(text.slice(Math.max(0, at - 60), at)), lexicon);
    if (told) return told;
  }
  const ends = (list: ReadonlySet<string>) => [...list].some((e) => surname.length > e.length && surname.endsWith(e));
  if (ends(lexicon.words['feminine-name-endings'])) return 'f';
  return ends(lexicon.words['masculine-name-endings']) ? 'm' : null;
}
/** The words of a name before its last one, back to the first that no name begins with: "the spokeswoman Nadia". */
function titlesBefore(text: string): string {
  const words = text.split(/\s+/).slice(0, -1);
  const low = words.findLastIndex((w) => /^[^\p{Lu}]/u.test(w));
  return words
    .slice(Math.max(0, low))
    .filter((w) => !/^(?:s?he|они?|она)$|[,;:!?…]$/iu.test(w))
    .join(' ')
    .replaceAll('.', ' ');
}

/** The people named in a stretch, outside quotation marks, each once, in the fullest form of two words. */
function namesIn(text: string, isPerson: (name: string) => boolean): string[] {
  const named = new Map<string, string>();
  const outside = text.replace(/["“«][^"”»]{0,2000}["”»]/g, ' ');
  for (const m of outside.matchAll(/\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3}/gu)) {
    const name = m[0].replace(/['’]s$/, '');
    const words = name.split(/\s+/);
    const surname = words[words.length - 1]!.toLowerCase();
    if (!isPerson(name) && !(words.length > 1 && isPerson(words.slice(-2).join(' ')))) continue;
    const short = words.length > 2 ? words.slice(-2).join(' ') : name;
    if ((named.get(surname)?.length ?? 0) < short.length) named.set(surname, short);
  }
  return [...named.values()];
}

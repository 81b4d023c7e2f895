import { nameTokens, surnameOf } from '../../text/compare-names.ts';
import { foldName } from '../../text/romanise-name.ts';
import { isOfficeWord, type VoiceWords } from './voice-words.ts';

/** A full name (given name and surname) somewhere in the text, with the office printed before it. */
export interface PrintedName {
  readonly name: string;
  readonly surname: string;
  readonly office: string | null;
  readonly gender: 'f' | 'm' | null;
  readonly start: number;
  readonly end: number;
}

/** A run of capitalised words with what may stand inside a name; bounded, so that it stays linear. */
const RUN =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’'-]{0,40}\.?(?:(?:[ \u00a0\t]{1,3}\n?[ \t]{0,8}|\n[ \t]{0,8})(?:(?:van|von|der|den|de|da|di|du|dos|la|le|el|al|bin|ibn|ben|zu|und|of|the|for|and)[ \u00a0]){0,3}\p{Lu}[\p{L}\p{M}’'-]{0,40}\.?){1,9}/gu;
const WORD = /\p{L}[\p{L}\p{M}’'-]*\.?/gu;
const PATRONYMIC = /(?:ович|евич|овна|евна|инична|ична|івна|ївна|йович)$/u;
/** So many names of one surname are enough to see whether they agree. */
const MAX_PER_SURNAME = 100;

/**
 * Find the full forms in which the wanted surnames (folded) are printed, with the office words before them.
 * Words that the document also writes in lower case (`And`, `With`) are no given names.
 */
export function findPrintedNames(text: string, wanted: ReadonlySet<string>, words: VoiceWords): PrintedName[] {
  const found: PrintedName[] = [];
  if (!wanted.size) return found;
  const common = lowerCaseWords(text, wanted.size > 0);
  const counts = new Map<string, number>();
  for (const run of text.matchAll(RUN)) {
    const tokens = [...run[0].matchAll(WORD)].map((m) => ({
      text: m[0].replace(/[’']s$/u, ''),
      key: foldName(m[0]).replace(/\.$/, '').replace(/'s$/, ''),
      start: run.index + m.index,
      isJoined: JOINT.test(run[0].slice(Math.max(0, m.index - 6), m.index)),
    }));
    for (let k = 0; k < tokens.length; k++) {
      const token = tokens[k]!;
      if (!wanted.has(token.key) || (counts.get(token.key) ?? 0) >= MAX_PER_SURNAME) continue;
      const name = backwards(tokens, k, words, common) ?? surnameFirst(tokens, k);
      if (!name) continue;
      counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
      found.push({ ...name, surname: token.key });
    }
  }
  return found;
}

interface Token {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  /** "of", "for" or "and" stands before it */
  readonly isJoined: boolean;
}

const JOINT = /(?:of|the|for|and)[ \u00a0\t\n]{1,3}$/u;
const isOfOffice = (tokens: readonly Token[], words: VoiceWords): boolean =>
  tokens.some((t) => isOfficeWord(t.key, words) || words.titles.has(t.key) || words.bodies.has(t.key));

/** `Press Secretary Ilse Marenko`: given names stand between the office and the surname. */
function backwards(
  tokens: readonly Token[],
  k: number,
  words: VoiceWords,
  common: ReadonlySet<string>,
): Omit<PrintedName, 'surname'> | null {
  let i = k;
  const most = givenNamesBefore(tokens, k);
  const shouted = tokens[k]!.text === tokens[k]!.text.toUpperCase();
  while (
    i > 0 &&
    k - i < most &&
    tokens[i - 1]!.key !== tokens[k]!.key &&
    isGiven(tokens[i - 1]!, words, common, shouted)
  )
    i--;
  // "Department for Trade and Arms Control Ilse Marenko": what an office's joint leads to goes on being the office
  let first = i;
  while (first > 0 && !tokens[first]!.isJoined && isGiven(tokens[first - 1]!, words, common, shouted)) first--;
  if (k - i > 1 && tokens[first]!.isJoined && isOfOffice(tokens.slice(0, first), words)) i = k - 1;
  if (i === k) return null;
  const before = tokens.slice(0, i);
  const officeWords = before.filter((t) => isOfficeWord(t.key, words) || words.titles.has(t.key));
  return {
    name: tokens
      .slice(i, k + 1)
      .map((t) => t.text)
      .join(' ')
      .replace(/(?<=\p{L}{2})\.$/u, ''),
    office: officeWords.length ? before.map((t) => t.text).join(' ') : null,
    gender: before.some((t) => words.feminine.has(t.key))
      ? 'f'
      : before.some((t) => words.masculine.has(t.key))
        ? 'm'
        : null,
    start: tokens[i]!.start,
    end: tokens[k]!.start + tokens[k]!.text.length,
  };
}

/**
 * How many given names may stand before the surname: in Cyrillic one, and a patronymic; capitalised neighbours of a
 * flattened page are other people's.
 */
function givenNamesBefore(tokens: readonly Token[], k: number): number {
  if (!/\p{Script=Cyrillic}/u.test(tokens[k]!.key)) return 3;
  return k > 0 && PATRONYMIC.test(tokens[k - 1]!.key) ? 2 : /^\p{Lu}\.$/u.test(tokens[k - 1]?.text ?? '') ? 2 : 1;
}

/** `Маренко Ольга Борисовна`, as lists and tooltips of Russian and Ukrainian pages print it. */
function surnameFirst(tokens: readonly Token[], k: number): Omit<PrintedName, 'surname'> | null {
  const [given, patronymic] = [tokens[k + 1], tokens[k + 2]];
  if (!given || !patronymic || !PATRONYMIC.test(patronymic.key)) return null;
  return {
    name: `${given.text} ${patronymic.text} ${tokens[k]!.text}`,
    office: null,
    gender: patronymic.key.endsWith('на') ? 'f' : 'm',
    start: tokens[k]!.start,
    end: patronymic.start + patronymic.text.length,
  };
}

function isGiven(token: Token, words: VoiceWords, common: ReadonlySet<string>, shouted: boolean): boolean {
  const { key } = token;
  if (isOfficeWord(key, words) || words.honorifics.has(key) || words.feminine.has(key) || words.masculine.has(key))
    return false;
  if (words.titles.has(key) || words.questions.has(key) || common.has(key)) return false;
  // an outlet or body in capitals at the end of the line above: `Interview with VTR↩Ilse Marenko`
  if (/^\p{Lu}{3,}$/u.test(token.text) && !shouted) return false;
  // a stop after a whole word ends a sentence
  return /^\p{Lu}\.?$/u.test(token.text) || (key.length > 1 && !token.text.endsWith('.'));
}

/** The words which a document writes without a capital; bounded, so that a huge text costs bounded memory. */
function lowerCaseWords(text: string, needed: boolean): Set<string> {
  const seen = new Set<string>();
  if (!needed) return seen;
  const printed = new Set<string>();
  for (const m of text.matchAll(/(?<![\p{L}'’-])\p{Ll}[\p{L}\p{M}’'-]{0,40}/gu)) {
    if (printed.has(m[0])) continue;
    printed.add(m[0]);
    seen.add(foldName(m[0]));
    if (seen.size > 200_000) break;
  }
  return seen;
}

/** The surnames of names, folded, for `findPrintedNames`. */
export function surnamesOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((n) => surnameOf(nameTokens(n)) ?? []));
}

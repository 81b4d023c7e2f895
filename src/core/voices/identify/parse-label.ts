import { foldName } from '../../text/romanise-name.ts';
import { isOfficeWord, type VoiceWords } from './voice-words.ts';

export type GenericVoice = 'question' | 'answer' | 'crowd' | 'moderator' | 'reader';

/** A printed label taken apart. `name` and `office` are words as printed; both null for `Q`. */
export interface ParsedLabel {
  readonly printed: string;
  /** the label without its colon, as a speaker's name when nothing better is known */
  readonly plain: string;
  readonly generic: GenericVoice | null;
  readonly name: string | null;
  readonly office: string | null;
  readonly gender: 'f' | 'm' | null;
  /** what stands in parentheses and is no name: through interpreter, a party */
  readonly note: string | null;
}

const WORD = /\p{L}[\p{L}\p{M}'’-]*\.?/gu;
const INITIALS_NAME = /^((?:\p{Lu}\.\s?){1,3})(\p{Lu}[\p{L}\p{M}’'-]+)/u;
const MAX_LABEL = 400;

/**
 * Take a label apart into honorific, office, name and note.
 * @example parseLabel('Deputy Minister Ilse Marenko (through interpreter):') // name `Ilse Marenko`, office `Deputy Minister`
 */
export function parseLabel(printed: string, words: VoiceWords): ParsedLabel {
  const plain = printed
    .slice(0, MAX_LABEL)
    .replace(/\.[-–—]$/u, '')
    .replace(/[\s:：.\-–—]+$/u, (tail) => (tail.includes('.') && /\b\p{Lu}\.$/u.test(printed.trim()) ? '.' : ''))
    .replace(/\s+/gu, ' ')
    .trim();
  const own = withoutAsking(plain, words);
  const nothing = { printed, plain: own, generic: null, name: null, office: null, gender: null, note: null };
  const bare = foldName(plain.replace(/^[*_#\s]+|[*_\s]+$/g, '').replace(/\s*(?:\([^)]*\)|\[[^\]]*\])/g, ''));
  const generic = genericVoice(bare, words);
  if (generic) return { ...nothing, generic };
  const swallowed = swallowedTooltip(plain);
  if (swallowed) return { ...nothing, ...swallowed };
  const note = /\(([^)]*)\)|\[([^\]]*)\]/u.exec(plain);
  const inside = note ? (note[1] ?? note[2])!.trim() : null;
  const outside = own.replace(/\s*(?:\([^)]*\)|\[[^\]]*\])\s*/gu, ' ').trim();
  const [head, ...tail] = outside.split(/\s*,\s*/u);
  const first = splitOffice(head ?? '', words);
  // `The PRESIDING OFFICER (Mr. Marenko)`: the office is outside, the name is inside
  const within = inside && !first.name ? splitOffice(inside, words) : null;
  // `A deputy (Jan Oster, Coast Party)`: which of them
  const oneOf = words.oneOfMany.has(foldName(outside.split(' ')[0]!))
    ? splitOffice(inside?.split(',')[0] ?? '', words)
    : null;
  const told = oneOf?.name && /^\p{Lu}\S*(?:\s\p{Lu}\S*){1,3}$/u.test(oneOf.name) ? oneOf : null;
  // `The Secretary of State (Ilse Marenko)`: minutes of a house print the office first
  const behind = /^the\s/i.test(outside) && within?.name && isPlainName(inside!, words) ? within : null;
  const insideIsName = told ?? behind ?? (within?.name && (within.gender || within.honorific) ? within : null);
  const office = [first.office, ...tail].filter(Boolean).join(', ') || null;
  const gender = first.gender ?? insideIsName?.gender ?? null;
  return {
    ...nothing,
    name: first.name ?? insideIsName?.name ?? null,
    office,
    gender,
    note: insideIsName ? null : inside,
  };
}

/** Two or three capitalised words, none of a body or an office. */
const isPlainName = (text: string, words: VoiceWords) =>
  /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,2}$/u.test(text) &&
  !text.split(' ').some((t) => words.bodies.has(foldName(t)) || isOfficeWord(foldName(t), words));

/** `Frage Jung`, `Question Anna Cole`: the word says what he does, the rest who he is. */
function withoutAsking(plain: string, words: VoiceWords): string {
  const [first, ...rest] = plain.split(' ');
  return rest.length > 0 && words.questions.has(foldName(first!)) && /^\p{Lu}/u.test(rest[0]!) ? rest.join(' ') : plain;
}

function genericVoice(bare: string, words: VoiceWords): GenericVoice | null {
  // `Question 3`, `REPORTER #2`, `Вопрос` with a number are still nobody
  const key = bare.replace(/\s*(?:#|no\.?|№|nr\.?)?\s*\d+$/u, '').replace(/[.:]+$/u, '');
  if (words.questions.has(key)) return 'question';
  if (words.answers.has(key)) return 'answer';
  if (words.crowd.has(key)) return 'crowd';
  if (words.moderators.has(key)) return 'moderator';
  if (words.readers.has(key)) return 'reader';
  return null;
}

/** `И.Маренко Маренко Ильза Павловна Министр финансов`: a page's tooltip flattened into the label. */
function swallowedTooltip(plain: string): { name: string; office: string | null; plain?: string } | null {
  const initials = INITIALS_NAME.exec(plain);
  if (!initials) {
    // `Патриарх Иона Иона Патриарх Варнийский`: the tooltip repeats the name after a title
    const titled = /^(\p{Lu}\p{Ll}+)\s(\p{Lu}\p{Ll}+)\s\2\s(\S.*)$/u.exec(plain);
    return titled ? { name: titled[2]!, office: titled[3]!, plain: `${titled[1]} ${titled[2]}` } : null;
  }
  const rest = plain.slice(initials[0].length).trim();
  const surname = initials[2]!;
  const full = new RegExp(`^${surname}((?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]+){1,2})`, 'u').exec(rest);
  if (!full) return rest ? null : { name: plain, office: null };
  // the third capitalised word may already be the office: a given name and a patronymic are two words
  const given = full[1]!.trim().split(/\s+/u);
  const patronymic = given[1] && /(?:вич|вна|чна|ич|оглы|кызы|углы)$/u.test(given[1]);
  const names = patronymic ? given : given.slice(0, 1);
  const used = surname.length + names.reduce((n, g) => n + 1 + g.length, 0);
  return {
    name: `${names.join(' ')} ${surname}`,
    office: rest.slice(used).trim() || null,
    plain: initials[0],
  };
}

interface Split {
  readonly name: string | null;
  readonly office: string | null;
  readonly gender: 'f' | 'm' | null;
  readonly honorific: boolean;
}

/** Leading honorifics and office words are no part of the name; a label that ends in an office word has no name. */
function splitOffice(part: string, words: VoiceWords): Split {
  const tokens = [...part.matchAll(WORD)].map((m) => ({
    text: m[0],
    key: foldName(m[0]).replace(/\.$/, ''),
    start: m.index,
  }));
  let gender: 'f' | 'm' | null = null;
  let honorific = false;
  let i = 0;
  const isOffice = (key: string) => isOfficeWord(key, words);
  for (; i < tokens.length; i++) {
    const key = tokens[i]!.key;
    // before honorifics: `the` is no `Mr.`
    if (words.joints.has(key) && (i === 0 || tokens.slice(0, i).some((t) => isOffice(t.key))) && i < tokens.length - 1)
      continue;
    if (words.feminine.has(key)) gender = 'f';
    if (words.masculine.has(key)) gender = 'm';
    if (words.honorifics.has(key) || words.feminine.has(key) || words.masculine.has(key)) {
      honorific = true;
      continue;
    }
    if (isOffice(key)) continue;
    if (words.titles.has(key) && i < tokens.length - 1) continue;
    break;
  }
  const last = tokens.at(-1);
  const officeOnly = i >= tokens.length || (!honorific && last !== undefined && isOffice(last.key));
  if (officeOnly) return { name: null, office: part.trim() || null, gender, honorific };
  // `Foreign Ministry of the Republic of Varnia`: a body speaks; `White House Spokesman Marenko` is a man
  const bodyNamed = tokens.slice(i).some((t) => words.bodies.has(t.key));
  const bodyBefore =
    tokens.slice(0, i).some((t) => words.bodies.has(t.key)) &&
    !tokens.slice(0, i).some((t) => words.offices.has(t.key));
  if (!honorific && (bodyNamed || bodyBefore)) return { name: null, office: part.trim(), gender, honorific };
  const start = i === 0 ? 0 : tokens[i]!.start;
  const name = part.slice(start).trim();
  const before = part.slice(0, start).trim();
  const officeWords = tokens.slice(0, i).some((t) => isOffice(t.key) || words.titles.has(t.key));
  return { name, office: officeWords ? before : null, gender, honorific };
}

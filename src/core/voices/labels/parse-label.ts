import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';

/** What a label-like phrase says by its form alone. */
export interface LabelForm {
  /** folded name or word without its notes in parentheses: the key under which repeats are counted */
  readonly key: string;
  /** which list of label words holds it */
  readonly role: 'question' | 'answer' | 'interviewer' | 'moderator' | 'group' | null;
  /** opens with Mr., Dr., Senator … */
  readonly titled: boolean;
  /** an office without a name: The Minister of Trade */
  readonly office: boolean;
  /** every letter of the name is a capital, and there are at least two */
  readonly capitals: boolean;
  /** words of the name, titles aside */
  readonly size: number;
  /** what stands behind the name is the work of a journalist, or the name of an outlet; `self`: the name is an outlet's */
  readonly press?: 'role' | 'outlet' | 'self';
  /** an office of a state or body stands before or behind the name: Minister Marenko; Ilse Marenko, Spokesperson */
  readonly holds?: boolean;
}

const ROLES = ['question', 'answer', 'interviewer', 'moderator', 'group'] as const;
// Longer labels exist (name, office, country), but beyond this a phrase before a colon is a sentence.
const MAX_WORDS = 10;

/**
 * Read a phrase as a label: a word of the lists, or a name with titles, offices and notes.
 * @example parseLabel('MR. ARDEN (through interpreter)', words) // → {key: 'mr. arden', titled: true, capitals: true, size: 1}
 * Null when it cannot be one: 'He added', 'Note', 'The talks in Varnia ended'.
 */
export function parseLabel(phrase: string, words: VoiceWords): LabelForm | null {
  const bare = unwrap(phrase)
    .replace(/[([][^()[\]]{0,80}[)\]]/g, ' ')
    .replace(/[*_]+/g, '')
    .trim();
  const key = foldLabel(bare);
  if (!/^["'“‘«[(]?(?:\p{Lu}|\p{N}|(?:al|el|ad|as|bin|d|l|von|van|de)['’\s-]|\p{Lo})/u.test(bare)) return null;
  if (!key || listOf(words, 'not-labels').has(key)) return null;
  // `«К.»: …`: an outlet by its letter
  if (/^[«"“„]\p{Lu}{1,4}\.?[»"”“]$/u.test(bare))
    return { key, role: null, titled: false, office: false, capitals: true, size: 1 };
  const role = roleOf(key, words);
  if (role) return { key, role, titled: false, office: false, capitals: isCapitals(bare), size: key.split(' ').length };
  const asked = askedBy(bare, words);
  if (asked) return { key, role: 'question', titled: false, office: false, capitals: isCapitals(bare), size: asked };
  const reporter = reporterOf(bare, words);
  if (reporter) return reporter;
  const comma = bare.indexOf(',');
  const apart = comma > 0 ? parseLabel(bare.slice(0, comma), words) : null;
  // `Anna Cole, Varnia Herald`: what follows the name is his office or his paper, and need not be printed each time.
  if (apart && !apart.role && isOfficeLike(bare.slice(comma + 1), words)) {
    const press = pressOf(bare.slice(comma + 1), words);
    if (press) return { ...apart, press };
    // `Nikkei Shimbun, Baba`: the paper first
    if (isOutlet(bare.slice(0, comma), words)) return { ...apart, key, press: 'self' };
    const holds = apart.holds || wordsOf(bare.slice(comma + 1)).some((w) => isOffice(w, words));
    if (apart.titled || apart.size >= 2) return holds ? { ...apart, holds } : apart;
  }
  const tokens = bare.split(/[\s,]+/).filter(Boolean);
  if (tokens.length === 0 || tokens.length > MAX_WORDS) return null;
  const titles = listOf(words, 'titles');
  const particles = listOf(words, 'name-particles');
  let at = 0;
  while (at < tokens.length - 1 && titles.has(foldLabel(tokens[at]!))) at++;
  const named = at < tokens.length && !particles.has(foldLabel(tokens[at]!));
  const office = tokens.every((t) => titles.has(foldLabel(t)))
    ? tokens.length > 1 || foldLabel(tokens[0]!) !== 'the'
    : !named && foldLabel(tokens[at - 1] ?? 'the') !== 'the';
  const titled = named && (at > 1 || (at === 1 && foldLabel(tokens[0]!) !== 'the'));
  const name = tokens.slice(at);
  if (!name.every((t, i) => isNameToken(t) || ((i > 0 || at > 0) && particles.has(foldLabel(t))))) return null;
  if (name.some((t) => listOf(words, 'not-names').has(foldLabel(t)))) return null;
  const letters = name.join('').replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return null;
  // "On the Costs": small words that belong to offices make no name of what has no title.
  const offices = listOf(words, 'office-particles');
  const plain = !name.some((t) => offices.has(foldLabel(t)));
  const capitals = isCapitals(name.filter((t) => !particles.has(foldLabel(t))).join(''));
  // A name in ideographs is one word, surname and given name.
  const size = /^\p{Script=Han}/u.test(name[0]!) ? 2 : plain || titled ? name.length : 1;
  const form = { key, role: null, titled, office, capitals, size };
  const holds = tokens
    .slice(0, office ? tokens.length : at)
    .some((t) => listOf(words, 'office-words').has(foldLabel(t)));
  if (!holds && isOutlet(bare, words)) return { ...form, press: 'self' };
  return holds ? { ...form, holds } : form;
}

/** `CCTV reporter`, `AFP correspondent`: the outlet, and whom it sent. */
function reporterOf(bare: string, words: VoiceWords): LabelForm | null {
  const m = /^(.*\S)\s+(\p{Ll}[\p{L}-]+)$/u.exec(bare);
  if (!m || !listOf(words, 'press-roles').has(m[2]!)) return null;
  const outlet = parseLabel(m[1]!, words);
  return outlet && !outlet.role ? { ...outlet, key: foldLabel(bare), press: 'self' } : null;
}

/** `Phoenix TV`, `Global Times`: several words, the last of an outlet; `Press Secretary` is none. */
function isOutlet(name: string, words: VoiceWords): boolean {
  const tokens = wordsOf(name);
  return (
    tokens.length >= 2 &&
    listOf(words, 'outlet-words').has(tokens.at(-1)!) &&
    !tokens.some((t) => isOffice(t, words) || listOf(words, 'titles').has(t))
  );
}

const wordsOf = (text: string) => foldLabel(text).match(/[\p{L}\p{M}-]+/gu) ?? [];

/** `Frage Jung`, `Question (Anna Cole)`, `Zusatzfrage Dr. Orn`: a word for a question, then who asks; how many words he has. */
function askedBy(bare: string, words: VoiceWords): number | null {
  const [first, ...name] = bare.split(/\s+/);
  if (name.length === 0 || name.length > 4 || !listOf(words, 'question-labels').has(foldLabel(first!))) return null;
  const titles = listOf(words, 'titles');
  const particles = listOf(words, 'name-particles');
  const isName = (t: string) => isNameToken(t) || titles.has(foldLabel(t)) || particles.has(foldLabel(t));
  return name.every(isName) && name.some(isNameToken) ? name.length : null;
}

/**
 * What stands behind a name is of the press: `Anna Cole, Host` asks whatever she says; `Anna Cole, Varnia Today` probably
 * does. A press secretary is neither, nor is a `Regierungspressesprecher`.
 */
export function pressOf(tail: string, words: VoiceWords): LabelForm['press'] | null {
  const tokens = wordsOf(tail);
  if (tokens.some((t) => listOf(words, 'press-roles').has(t))) return 'role';
  return tokens.some((t) => listOf(words, 'outlet-words').has(t)) && !tokens.some((t) => isOffice(t, words))
    ? 'outlet'
    : null;
}

const isOffice = (word: string, words: VoiceWords) =>
  listOf(words, 'office-words').has(word) ||
  [...listOf(words, 'office-suffixes')].some((end) => word.length > end.length + 2 && word.endsWith(end));

/** Capitalised words and the small words between them. */
const isOfficeLike = (text: string, words: VoiceWords) => {
  const tokens = text.split(/[\s,]+/).filter(Boolean);
  const particles = listOf(words, 'name-particles');
  return (
    tokens.length > 0 &&
    tokens.length <= MAX_WORDS &&
    !listOf(words, 'not-names').has(foldLabel(tokens[0]!)) &&
    tokens.every((t) => /^\p{Lu}/u.test(t) || particles.has(foldLabel(t)))
  );
};

/** `[Anna Cole]:`, brackets around the whole. */
const unwrap = (phrase: string) => /^\[([^[\]]*)\]$/.exec(phrase.trim())?.[1] ?? phrase;

/** `Question 3`, `Participant #2` and `SPEAKER` are words of the lists. */
function roleOf(key: string, words: VoiceWords): LabelForm['role'] {
  const plain = key.replace(/\s*#?\d{1,3}$/, '').replace(/^(?:an?|the) (?=.)/, '');
  for (const role of ROLES) if (listOf(words, `${role}-labels`).has(plain)) return role;
  // `A deputy (Jan Oster, Coast Party)`: one of many, whoever stands in the brackets
  const [article, ...rest] = key.split(' ');
  const one = rest.length > 0 && listOf(words, 'one-of-many').has(article!);
  return one && rest.every((word) => listOf(words, 'titles').has(word)) ? 'group' : null;
}

/** Ivanova, O'Neill, J., K.V., al-Hadi, Smith-Jones, BRÜCK, d'Arc, "Mac"; no digits, no stop in the middle of a word. */
const isNameToken = (token: string) =>
  /^\p{Script=Han}{2,10}$/u.test(token) ||
  (token.length <= 30 &&
    /^["'“‘«]?(?:\p{Lu}[\p{L}\p{M}'’ʼ-]*\.?|(?:\p{Lu}\p{Ll}?\.-?){1,4}|(?:al|el|ad|as|bin|d|l|von|van|de)['’-]\p{Lu}[\p{L}\p{M}'’-]*|(?:\p{Lu}\.){1,3}\p{Lu}[\p{L}\p{M}'’-]+)["'”’»]?$/u.test(
      token,
    ));

const isCapitals = (name: string) => {
  const letters = name.replace(/[^\p{L}]/gu, '').replace(/^M[ac]c?(?=\p{Lu})/u, '');
  return letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
};

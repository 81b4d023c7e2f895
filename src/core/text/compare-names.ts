import { foldName, romaniseName } from './romanise-name.ts';

/** same: one person can carry both; conflict: one surname, two people; different: nothing in common. */
export type NameRelation = 'same' | 'conflict' | 'different';

/** `В.И. Маренко` → [`в`, `и`, `маренко`]; a hyphenated name is one token. */
export function nameTokens(name: string): string[] {
  return foldName(name).match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? [];
}

const isInitial = (token: string) => token.length === 1;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** A patronymic at the end means that the surname stands first: `Маренко Ольга Борисовна`. */
const PATRONYMIC = /(?:ович|евич|ич|овна|евна|инична|ична|івна|ївна|йович)$/u;

/** The surname as the order of the name shows it; a list because it may have two words (`wasserman schultz`). */
export function surnameOf(tokens: readonly string[]): string | null {
  const long = tokens.filter((t) => !isInitial(t));
  if (long.length >= 3 && PATRONYMIC.test(long.at(-1)!)) return long[0]!;
  return long.at(-1) ?? null;
}

/** `MARENKO Ilse`: the one name in capitals beside others that are not is the surname, wherever it stands. Folded; else null. */
export function surnameInCapitals(name: string): string | null {
  const words = name.match(/\p{L}[\p{L}\p{M}'’-]+/gu) ?? [];
  const capitals = words.filter((w) => w.length > 2 && w === w.toUpperCase() && w !== w.toLowerCase());
  return words.length > 1 && capitals.length === 1 ? (nameTokens(capitals[0]!)[0] ?? null) : null;
}

/**
 * May these two names be one person? Surnames must agree, and given names and initials must not contradict.
 * @example compareNames('И. Маренко', 'Ilse Marenko') // → 'same'
 * @example compareNames('Ilse Marenko', 'Pavel Marenko') // → 'conflict'
 */
export function compareNames(first: string, second: string): NameRelation {
  const cross = CYRILLIC.test(first) !== CYRILLIC.test(second);
  const key = (tokens: string[]) =>
    cross ? tokens.map((t) => (isInitial(t) ? romaniseName(t).slice(0, 1) : romaniseName(t))) : tokens;
  const a = key(nameTokens(first));
  const b = key(nameTokens(second));
  if (!a.length || !b.length) return 'different';
  const surname = agreedSurname(a, b, cross ? [] : [surnameInCapitals(first), surnameInCapitals(second)]);
  if (surname === null) return 'different';
  const rest = (tokens: readonly string[]) => tokens.filter((t) => t !== surname);
  const [ra, rb] = [rest(a), rest(b)];
  if (!ra.length || !rb.length) return 'same';
  return givenNamesAgree(ra, rb) ? 'same' : 'conflict';
}

function agreedSurname(
  a: readonly string[],
  b: readonly string[],
  [shownA, shownB]: readonly (string | null)[],
): string | null {
  const [sa, sb] = [shownA ?? surnameOf(a), shownB ?? surnameOf(b)];
  if (sa === null || sb === null) return null;
  if (sa === sb) return sa;
  // `Marenko Ilse` beside `Ilse Marenko`: the same words in another order
  const long = (tokens: readonly string[]) => tokens.filter((t) => !isInitial(t));
  const [la, lb] = [long(a), long(b)];
  return la.length >= 2 && la.length === lb.length && la.every((t) => lb.includes(t)) ? sa : null;
}

function givenNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  // every given name of the shorter list needs a partner that begins alike; the longer may have more
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // initials stand for the first names in order: `И. Маренко` is not `Павел Иван Маренко`
  if (isInitial(short[0]!) && !agree(short[0]!, long[0]!)) return false;
  return short.every((t) => long.some((u) => agree(t, u)));
}

/** Short forms (`Alex`, `Alexander`) and spellings (`Sergey`, `Sergei`) of one given name. No letter is forgiven: `Maria` is not `Marina`. */
function agree(t: string, u: string): boolean {
  if (isInitial(t) || isInitial(u)) return t[0] === u[0];
  if (t.length >= 3 && u.length >= 3 && (t.startsWith(u) || u.startsWith(t))) return true;
  return romaniseName(t) === romaniseName(u);
}

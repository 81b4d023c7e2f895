/**
 * Russian names as a user types them ("Рябковым", "Варнии") beside the forms vocabularies and labels have ("Рябков", "Варния").
 * Endings of the declensions of nouns and adjectives; words with a vowel that comes and goes ("Павел", "Павла") are not met.
 */

/** Endings of a name as it stands in a list or label. */
const BASE = new Set([
  '',
  'а',
  'я',
  'о',
  'е',
  'й',
  'ь',
  'ы',
  'и',
  'ий',
  'ый',
  'ой',
  'ая',
  'яя',
  'ое',
  'ее',
  'ые',
  'ие',
]);
/** Endings of the other cases. */
const OBLIQUE = new Set(
  'а я у ю е и ы ой ей ою ею ом ем ым им ого его ому ему ую юю ых их ыми ими ам ям ами ями ах ях'.split(' '),
);
/** Letters that both forms share, at least. */
const STEM = 3;

/** Is a word a case form of the base form: "варнии" of "варния"? Both folded; equal words are, other scripts are not. */
export function isCaseForm(word: string, base: string): boolean {
  if (word === base) return true;
  if (!isCyrillic(word) || !isCyrillic(base)) return false;
  let shared = 0;
  while (shared < word.length && word[shared] === base[shared]) shared++;
  // the ending may begin before the first letter that differs: "ий" and "им"
  for (let stem = shared; stem >= Math.max(STEM, shared - 1); stem--)
    if (BASE.has(base.slice(stem)) && OBLIQUE.has(word.slice(stem))) return true;
  return false;
}

const isCyrillic = (word: string): boolean => /^[\u0400-\u04ff]+$/u.test(word);

/** Endings that `*` stands for in a name of a vocabulary; without them "Дани*" would find Daniil. */
const NAME_ENDING =
  /^(?:|[аяыиуюеоьй]|о[еёйюмв]|ие|е[йюмв]|ам|ям|ами|ями|ах|ях|и[яиюейхм]|ией|иями?|иях|ая|ую|ые|ых|ым|ыми|ого|ому|его|ему|ими|яя|юю)$/u;
/** How many letters an ending of an adjective may have: "китайс*" finds "китайскими". */
export const LONGEST_ENDING = 5;

/** May these letters follow a stem written with `*`? A name takes case endings, an adjective (no capital) any short one. */
export const isEnding = (letters: string, isName: boolean): boolean =>
  isName ? NAME_ENDING.test(letters) : letters.length <= LONGEST_ENDING;

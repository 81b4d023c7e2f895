/** Cyrillic to Latin, near ALA-LC; facts of the scripts, not of a vocabulary. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  "'": '',
  '’': '',
};

/** What romanisation systems write differently for one sound, brought to one spelling. Order matters: long before short. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/tch|tsch|cz/g, 'ch'],
  [/kh/g, 'h'],
  [/ts|tz/g, 'c'],
  [/ks/g, 'x'],
  [/er$/g, 'r'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/j/g, 'i'],
  [/y/g, 'i'],
  [/ii+/g, 'i'],
  [/i([aeou])/g, '$1'],
  [/(\p{L})\1/gu, '$1'],
];

/** Case, diacritics, ё and apostrophes do not make two names: `Özoğuz` → `ozoguz`, `Лихачёв` → `лихачев`. Letters of other scripts stay. */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  // most words of most texts need nothing more
  if (/^[a-zа-я'. -]*$/.test(lower)) return lower;
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (c) => c.normalize('NFD').replace(/\p{M}/gu, ''));
}

/**
 * A key under which the spellings of one name in Latin and Cyrillic meet.
 * @example romaniseName('Рябков') === romaniseName('Riabkov') === romaniseName('Ryabkov')
 * It is coarse on purpose, so equal keys are a reason to look, never proof of identity.
 */
export function romaniseName(name: string): string {
  let key = [...foldName(name)].map((c) => LETTERS[c] ?? c).join('');
  for (const [from, to] of SPELLINGS) key = key.replace(from, to);
  return key;
}

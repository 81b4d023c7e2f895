import { foldWords } from '../text/words.ts';

/** Cyrillic letters as press agencies romanise them; what differs between systems is folded away afterwards. */
const ROMAN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '',
  э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'i', є: 'ye', ґ: 'g', ў: 'u',
}; // biome-ignore format: a table

/** A name word as it sounds: Sergei, Sergey and Сергей; Zelenskyy, Zelensky and Зеленский meet. */
export function nameKey(word: string): string {
  const roman = Array.from(word, (c) => ROMAN[c] ?? c).join('');
  return roman
    .replace(/shch|sch/g, 'sh')
    .replace(/kh/g, 'h')
    .replace(/ks|x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/[yj]/g, 'i')
    .replace(/i+/g, 'i')
    .replace(/(.)\1/g, '$1')
    .replace(/ie/g, 'e')
    .replace(/ei$/, 'i')
    .replace(/i$/, '');
}

export interface NameParts {
  readonly given: readonly string[];
  readonly surname: string;
}

/** Name words without titles: the last one is the surname; "Jr" and the like are none. */
export function nameParts(name: string, titles: ReadonlySet<string>): NameParts | null {
  const [surnameFirst, rest] = name.split(',', 2);
  const ordered =
    rest && !/^\s*(?:jr|sr|i{1,3}|iv)\b/i.test(rest) ? `${rest} ${surnameFirst}` : name.replace(/,.*$/, '');
  const words = foldWords(ordered.replace(/\([^)]*\)/g, ' ').replace(/[.]/g, '. ')).filter(
    (w) => !titles.has(w) && !/^(?:jr|sr|ii|iii|iv|the|of|q|a)$/.test(w),
  );
  const last = words.pop();
  return last === undefined ? null : { given: words.map(nameKey), surname: nameKey(last) };
}

/** May two names be one person's? Surnames sound alike, given names agree as far as both print them (an initial will do). */
export function mayBeSame(a: NameParts, b: NameParts): boolean {
  if (a.surname !== b.surname) return false;
  const [x, y] = [a.given[0], b.given[0]];
  if (!x || !y) return true;
  return (
    x === y ||
    (x.length === 1 && y.startsWith(x)) ||
    (y.length === 1 && x.startsWith(y)) ||
    (x.length > 2 && y.length > 2 && x.startsWith(y.slice(0, 3)) && x[0] === y[0])
  );
}

/** Names by surname, so that one name is not set against thousands. */
export class NameBook<T> {
  readonly #bySurname = new Map<string, { parts: NameParts; value: T }[]>();
  readonly #titles: ReadonlySet<string>;

  constructor(titles: ReadonlySet<string>) {
    this.#titles = titles;
  }
  add(name: string, value: T): void {
    const parts = nameParts(name, this.#titles);
    if (!parts) return;
    const list = this.#bySurname.get(parts.surname);
    if (list) list.push({ parts, value });
    else this.#bySurname.set(parts.surname, [{ parts, value }]);
  }
  /** What stands under names that may be this one. */
  find(parts: NameParts): T[] {
    return (this.#bySurname.get(parts.surname) ?? []).filter((e) => mayBeSame(e.parts, parts)).map((e) => e.value);
  }
}

import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';

export interface GenitiveTitle {
  /** the name in the nominative: Н.Н.Иванова, Семён Маров */
  readonly who: string;
  /** the name as printed */
  readonly printed: string;
  /** a briefing or press conference, where others may speak too */
  readonly briefing: boolean;
}

/** Between the speech and the name stand the words of an office; UTF-16 units and words. */
const MAX_LINE = 400;
const MAX_OFFICE = 24;

/**
 * Whose words a Slavic title announces: `Брифинг официального представителя … Н.Н.Ивановой`, `Выступление Министра …
 * С.В.Марова на сессии`. The speech stands first, an office in the genitive follows, then one name in the genitive, whose
 * nominative the endings of data/ give. Null when the name is not certain: two of them, an ending that is not listed, a
 * given name and a surname of different gender (law V1).
 */
export function readGenitiveTitle(line: string, words: VoiceWords): GenitiveTitle | null {
  const tokens = line
    .slice(0, MAX_LINE)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\.(?=\p{Lu}\p{Ll})/gu, '. ')
    .replace(/([,;:()–—«»"])/g, ' $1 ')
    .split(/\s+/)
    .filter(Boolean);
  const first = foldLabel(tokens[0] ?? '');
  const briefing = listOf(words, 'briefing-words').has(first);
  const fillers = listOf(words, 'speech-fillers');
  const speech = briefing || listOf(words, 'speech-words').has(first) || fillers.has(first);
  if (!speech || !/^\p{Script=Cyrillic}/u.test(first)) return null;
  // `Заявление МИД Варнии в связи с …`: a body that is not declined
  const [, body, of, then] = tokens;
  if (
    listOf(words, 'undeclined-bodies').has(foldLabel(body ?? '')) &&
    /^\p{Lu}/u.test(of ?? '') &&
    !/^\p{Lu}/u.test(then ?? '')
  )
    return { who: `${body} ${of}`, printed: `${body} ${of}`, briefing };
  let office = 0;
  for (let i = 1; i < Math.min(tokens.length, MAX_OFFICE); i++) {
    const token = tokens[i]!;
    if (/^[,;:()–—]$/.test(token)) return null;
    if (office > 0) {
      const name = nameAt(tokens, i, words);
      // "… С.В.Марова и Президента …": two speak
      if (name)
        return foldLabel(tokens[name.next] ?? '') === 'и' ? null : { who: name.who, printed: name.printed, briefing };
    }
    if (listOf(words, 'office-genitives').has(foldLabel(token))) office++;
    else if (office === 0 && !fillers.has(foldLabel(token)) && !isAdjective(token)) return null;
  }
  return null;
}

/** `официального`, `первого`, `чрезвычайного`: before the noun of an office. */
const isAdjective = (token: string) => /(?:ого|его|ой|ей)$/u.test(foldLabel(token));

/** `Семёна Марова` → `Семён Маров`; null when these are no given name and surname in the genitive of one gender. */
export function nominativeName(name: string, words: VoiceWords): string | null {
  const tokens = name.split(' ');
  const found = /^\p{Script=Cyrillic}/u.test(name) && !/\p{Lu}\./u.test(name) ? nameAt(tokens, 0, words) : null;
  return found?.next === tokens.length ? found.who : null;
}

interface Name {
  readonly who: string;
  readonly printed: string;
  readonly next: number;
}

/** `С. В. Марова`, `Семёна Марова`, `Семёна Викторовича Марова` at this token. */
function nameAt(tokens: readonly string[], at: number, words: VoiceWords): Name | null {
  const initials: string[] = [];
  let i = at;
  while (i < tokens.length && /^(?:\p{Lu}\.){1,2}$/u.test(tokens[i]!)) initials.push(tokens[i++]!);
  if (initials.length > 0 && initials.length <= 2) {
    const forms = [
      ...nominatives(tokens[i] ?? '', 'surname', 'm', words),
      ...nominatives(tokens[i] ?? '', 'surname', 'f', words),
    ];
    const surnames = [...new Set(forms)];
    if (surnames.length !== 1) return null;
    return { who: initials.join('') + surnames[0]!, printed: initials.join('') + tokens[i]!, next: i + 1 };
  }
  const patronymic = /(?:ича|вны|чны)$/u.test(tokens[at + 1] ?? '') ? 1 : 0;
  const [given, surname] = [tokens[at] ?? '', tokens[at + 1 + patronymic] ?? ''];
  const found = (['m', 'f'] as const).flatMap((g) =>
    nominatives(given, 'given', g, words).flatMap((a) =>
      nominatives(surname, 'surname', g, words).map((b) => `${a} ${b}`),
    ),
  );
  if (new Set(found).size !== 1) return null;
  return { who: found[0]!, printed: tokens.slice(at, at + 2 + patronymic).join(' '), next: at + 2 + patronymic };
}

/** The nominative that the longest listed ending of this gender gives; several languages may list one ending alike. */
function nominatives(token: string, part: 'surname' | 'given', gender: 'm' | 'f', words: VoiceWords): string[] {
  if (!/^\p{Lu}\p{Ll}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)?$/u.test(token)) return [];
  const rules = [...listOf(words, `${part}-genitives-${gender}`)].map((rule) => rule.split('=') as [string, string]);
  const [ending, nominative] = rules
    .filter(([end]) => token.length > end.length + 1 && token.endsWith(end))
    .reduce((best, rule) => (rule[0].length > best[0].length ? rule : best), ['', '']);
  return ending ? [token.slice(0, -ending.length) + nominative] : [];
}

import type { Rules } from '../../model/index.ts';
import { contentStems } from '../../text/content-words.ts';
import { Heard } from '../../text/phrases.ts';
import { conceptAt, conceptLexicon } from './concept-lexicon.ts';
import { keyOf, type Named } from './name-key.ts';
import type { Passage } from './proposition.ts';
import { type Proposition, type Spoken, TURNS } from './proposition.ts';
import { readAnswer } from './read-answer.ts';
import { type Numeral, readNumbers } from './read-numbers.ts';
import { actorOf, clauseMates, ownersOf } from './read-roles.ts';
import { readWords, type Word } from './scope-negation.ts';
import { signKeys } from './sign-keys.ts';

/** Read one statement. Pure: the same words and rules give the same keys. */
export function readProposition(spoken: Spoken, rules: Rules): Proposition {
  const { text, language } = spoken;
  const words = readWords(text, language);
  const keys = new Map<string, -1 | 0 | 1>();
  const put = (key: string, sign: -1 | 0 | 1) => {
    const known = keys.get(key);
    keys.set(key, known === undefined || known === sign ? sign : 0);
  };
  const { held, keys: all } = signKeys(text, words, language, rules);
  // the words of a name or day speak through its one key, except those that name an act or a concept
  const named = spoken.mentions.filter((m) => isProper(text, m) && keyOf(m) !== null);
  // "New START" starts nothing
  const signed = all.filter(({ at }) => !named.some((m) => isAcronymIn(text, words[at]!, m)));
  const spokenKeys = signed.filter(
    ({ key, at }) => /^[~&]/.test(key) || !named.some((m) => words[at]!.start >= m.start && words[at]!.end <= m.end),
  );
  for (const { key, sign, isSupposed } of spokenKeys) if (!isSupposed) put(key, sign);
  for (const { key, sign, isSupposed } of spokenKeys) if (isSupposed && keys.get(key) !== sign) keys.set(key, 0);
  for (const m of spoken.mentions) {
    const key = keyOf(m);
    if (key) put(key, held[words.findIndex((w) => w.end > m.start)] ? -1 : 1);
  }
  const numbers = readNumbers(text, words, language, rules);
  const heard = new Heard(text, rules, language, 'relations');
  const isWrong = new Heard(spoken.after, rules, language, 'relations').says('is-wrong');
  for (const { value } of numbers) put(`#${value}`, 1);
  const mates = clauseMates(signed, spoken.mentions, words);
  const denied = new Set(signed.filter((k) => k.isDenied).map((k) => k.key));
  const answered = keys.size <= ELLIPTICAL ? readAnswer(spoken, rules) : null;
  if (answered) {
    for (const key of answered.keys) if (!keys.has(key)) keys.set(key, answered.sign);
    const rest = new Set([...answered.keys].filter((key) => key !== answered.act));
    mates.withActs.set(answered.act, rest);
    mates.behindActs.set(answered.act, rest);
    // what it goes on to say of the same act may be the contrary
    if (keys.get(answered.act) !== answered.sign) keys.set(answered.act, 0);
    else if (answered.sign < 0) denied.add(answered.act);
  }
  return {
    keys,
    ...mates,
    owners: ownersOf(signed, words, spoken, rules),
    ceiling: ceilingOf(signed, numbers),
    denied,
    context: new Set(plainKeys(spoken.context, language, rules)),
    actor: actorOf(words, spoken, rules),
    deeds: new Set([...keys.keys()].filter((key) => deedKeys(language, rules).has(key))),
    turns: new Set(
      TURNS.filter((t) =>
        t === 'is-wrong' ? isWrong : heard.says(t) || (t === 'past' && leansBack(spoken, rules)?.says(t)),
      ),
    ),
  };
}

/** Keys of an answer at the most that says too little for itself: "No, and it is not expected." */
const ELLIPTICAL = 12;

/** "This is the same as the drafts": what is said of "this" stands in the sentence before. */
function leansBack({ text, context, language }: Spoken, rules: Rules): Heard | null {
  const [first] = readWords(text.slice(0, 20), language);
  const pointers = rules.cues[language]?.relations?.pointers ?? [];
  if (!first || !pointers.includes(first.text)) return null;
  const before = context.text.trim().split(/(?<=[.!?])\s+/u);
  return new Heard(before.at(-1) ?? '', rules, language, 'relations');
}

/** A name is one thing whatever words it has; "the draft protocol" keeps its words. */
const isProper = (text: string, m: Named): boolean =>
  m.kind === 'date' || (m.kind !== 'count' && /\p{Lu}/u.test(text.slice(m.start, m.end)));

/** A word in capitals within a name. */
const isAcronymIn = (text: string, { start, end }: Word, m: Named): boolean =>
  start >= m.start && end <= m.end && end - start > 1 && /^\p{Lu}+$/u.test(text.slice(start, end));

/** Words between a limit and its number at the most: "a ceiling for the staff of our embassy of forty". */
const LIMIT_WITHIN = 8;

function ceilingOf(signed: readonly { key: string; at: number }[], numbers: readonly Numeral[]): number | null {
  for (const { key, at } of signed) {
    if (key !== '&ceiling') continue;
    const after = numbers.find((n) => n.at > at && n.at - at <= LIMIT_WITHIN);
    if (after) return after.value;
  }
  return null;
}

const deeds = new WeakMap<object, Map<string, ReadonlySet<string>>>();
function deedKeys(language: string, rules: Rules): ReadonlySet<string> {
  const byLanguage = deeds.get(rules.cues) ?? new Map<string, ReadonlySet<string>>();
  deeds.set(rules.cues, byLanguage);
  const words = rules.cues[language]?.relations?.deeds ?? [];
  const known =
    byLanguage.get(language) ?? new Set(words.flatMap((text) => plainKeys({ text, mentions: [] }, language, rules)));
  byLanguage.set(language, known);
  return known;
}

/** Keys of words whose signs do not matter: of a question, or of what stands around. */
export function plainKeys({ text, mentions }: Passage, language: string, rules: Rules): string[] {
  const words = readWords(text, language);
  const lexicon = conceptLexicon(language, rules);
  const content = contentStems(text, language, rules);
  const spoken = words.flatMap(({ stem }, i) => {
    const concept = conceptAt(words, i, lexicon);
    return concept ? [concept.key] : content.has(stem) ? [stem] : [];
  });
  const numbers = readNumbers(text, words, language, rules).map((n) => `#${n.value}`);
  return [...spoken, ...numbers, ...mentions.flatMap((m) => keyOf(m) ?? [])];
}

import type { TurnKind } from '../../model/index.ts';
import { type Detector, isOpen, type Opening, type Scene, WEIGHT } from '../proposal.ts';
import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';
import { publisherFurniture } from './publisher-furniture.ts';

/**
 * `И.Маренко:`, `И.П. Маренко (как переведено):`, and with a page's tooltip in it, `И.Маренко Маренко Ильза Павловна
 * Министр финансов :`. The tooltip repeats the surname; 220 units hold the longest offices seen.
 */
const INITIALS =
  /(?<![\p{L}\p{N}.])((?:\p{Lu}\.[ \u00a0]?){1,2})(\p{Script=Cyrillic}[\p{Script=Cyrillic}’'-]+)(?:\s\2\s[^:.!?]{3,220}?)?(?:\s?\([^()\n]{2,60}\))?\s?:(?=\s|$)/gu;
/** `Патриарх Иона Иона Патриарх Варнийский :`: a title, a name, and the tooltip that repeats the name. */
const TITLED = /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+)\s(\p{Script=Cyrillic}{3,30})\s\2\s[^:.!?]{3,160}?\s?:(?=\s|$)/gu;
/** `Вопрос:`, `Из зала:`, `Ильза Маренко (как переведено):` in Cyrillic. */
const WORDS =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{Script=Cyrillic}+(?:[ -]\p{Script=Cyrillic}{2,30}){0,3})(\s?\([^()\n]{2,60}\))?\s?:(?=\s|$)/gu;

/** From so many labels on, the form is the habit of the document. */
const HABIT = 3;

/** Labels of Russian and Ukrainian stenographers, also where a page was flattened into one line. */
export const initialLabels: Detector = {
  name: 'initial-labels',
  reason: 'Initials, surname and colon open a turn in Cyrillic transcripts wherever they stand, even inside a line.',
  detect: (scene) => {
    // what follows a link or menu opens anew, though no stop stands before it
    const ends = new Set(publisherFurniture.detect(scene).map((p) => p.end ?? -1));
    const sure = scene.blocks.filter(isOpen).flatMap((block) => {
      const text = scene.text.slice(block.start, block.end);
      return /\p{Script=Cyrillic}/u.test(text.slice(0, 2000)) ? findInitials(text, block.start, scene, ends) : [];
    });
    if (!sure.length) return [];
    const words = scene.blocks
      .filter(isOpen)
      .flatMap((b) => findWords(scene.text.slice(b.start, b.end), b.start, scene));
    const places = [...sure, ...keepRepeated(words)].sort((a, b) => a.start - b.start);
    return closeTurns(nameKinds(places), sure.length, scene);
  },
};

interface Place {
  readonly start: number;
  readonly bodyStart: number;
  readonly label: string;
  readonly role: 'question' | 'answer' | 'name' | 'other';
}

/** In a transcript of this habit a sentence with a colon opens nothing: each turn reaches to the next of its labels. */
function closeTurns(openings: readonly Opening[], sure: number, { blocks, text }: Scene): Opening[] {
  if (sure < HABIT) return [...openings];
  const foreign = blocks.filter((b) => !isOpen(b)).map((b) => b.start);
  let at = 0;
  return openings.map((o, i) => {
    while (at < foreign.length && foreign[at]! <= o.bodyStart) at++;
    return { ...o, end: Math.min(openings[i + 1]?.start ?? text.length, foreign[at] ?? text.length) };
  });
}

function findInitials(text: string, offset: number, { words }: Scene, ends: ReadonlySet<number>): Place[] {
  const opens = (at: number) =>
    opensSentence(text, at) ||
    ends.has(offset + text.slice(Math.max(0, at - 4), at).trimEnd().length + Math.max(0, at - 4));
  const places: Place[] = [];
  const loose: Place[] = [];
  for (const m of text.matchAll(INITIALS)) {
    const place = placeOf(m, text, offset, 'name');
    if (opens(m.index)) places.push(place);
    // the first label of a flattened page follows a caption without a stop, and a stenographer may forget one
    else if (/^\s*\p{Lu}/u.test(text.slice(m.index + m[0].length, m.index + m[0].length + 3))) loose.push(place);
  }
  const known = new Set(places.map((p) => p.label));
  const first = places[0]?.start ?? Number.POSITIVE_INFINITY;
  loose.forEach((p, i) => {
    if (known.has(p.label) || (i === 0 && p.start < first)) places.push(p);
  });
  for (const m of text.matchAll(TITLED))
    if (opens(m.index) && isTitle(m[1]!, words)) places.push(placeOf(m, text, offset, 'name'));
  return places;
}

function findWords(text: string, offset: number, { words }: Scene): Place[] {
  const places: Place[] = [];
  for (const m of text.matchAll(WORDS)) {
    const role = roleOf(m[1]!, words);
    if (!opensSentence(text, m.index)) {
      // the first question of a flattened page stands after its dateline: `17:05 Варнополь Вопрос:`
      const last = places.length ? null : questionAtEnd(m, words);
      if (last) places.push(placeOf(last, text, offset, 'question'));
      continue;
    }
    if (role || isPlainName(m[1]!, words)) places.push(placeOf(m, text, offset, role ?? 'name'));
  }
  return places;
}

/** The match cut to its last word, when that is a question's label. */
function questionAtEnd(m: RegExpExecArray, words: VoiceWords): RegExpExecArray | null {
  const at = m[1]!.search(/\p{Lu}\p{Ll}+$/u);
  if (at < 0 || roleOf(m[1]!.slice(at), words) !== 'question') return null;
  return Object.assign([m[0].slice(at)], { index: m.index + at, input: m.input }) as RegExpExecArray;
}

/** A full name as a label must come back or carry a note; words of the lists need neither. */
function keepRepeated(places: readonly Place[]): Place[] {
  const counts = new Map<string, number>();
  for (const p of places) counts.set(p.label, (counts.get(p.label) ?? 0) + 1);
  return places.filter((p) => p.role !== 'name' || p.label.includes('(') || counts.get(p.label)! > 1);
}

/** Answers follow questions; everything else in such a sitting is speech, also when it asks. */
function nameKinds(places: readonly Place[]): Opening[] {
  let asked = false;
  return places.map(({ role, ...p }): Opening => {
    const kind: TurnKind =
      role === 'question' ? 'question' : role === 'answer' || (asked && role === 'name') ? 'answer' : 'speech';
    asked = kind === 'question';
    return { form: 'opening', ...p, kind, weight: WEIGHT.label + 3, rule: `initial-label-${role}` };
  });
}

function placeOf(m: RegExpExecArray, text: string, offset: number, role: Place['role']): Place {
  let body = m.index + m[0].length;
  while (body < text.length && /\s/u.test(text[body]!)) body++;
  return {
    start: offset + m.index,
    bodyStart: offset + body,
    label: m[0].replace(/\s+:$/u, ':').replace(/\s+/gu, ' '),
    role,
  };
}

/** At the start, after the end of a sentence, a quotation, a bracket, or a row of stars. */
function opensSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[ \u00a0\t]/u.test(text[i]!)) i--;
  return i < 0 || /[.!?…»”")\]>*\n—–]/u.test(text[i]!);
}

function roleOf(name: string, words: VoiceWords): Place['role'] | null {
  const key = foldLabel(name);
  if (listOf(words, 'question-labels').has(key) || listOf(words, 'interviewer-labels').has(key)) return 'question';
  if (listOf(words, 'answer-labels').has(key)) return 'answer';
  return listOf(words, 'group-labels').has(key) || listOf(words, 'moderator-labels').has(key) ? 'other' : null;
}

const isTitle = (word: string, words: VoiceWords) =>
  ['title-words', 'office-words', 'honorifics'].some((list) => listOf(words, list).has(foldLabel(word)));

/** Two to four capitalised words, none of them a word that no name has. */
function isPlainName(name: string, words: VoiceWords): boolean {
  const tokens = name.split(' ');
  if (tokens.length < 2 || !tokens.every((t) => /^\p{Lu}\p{Ll}/u.test(t))) return false;
  return !tokens.some(
    (t) => listOf(words, 'not-names').has(foldLabel(t)) || listOf(words, 'not-labels').has(foldLabel(t)),
  );
}

import type { MentionKind } from '../../model/index.ts';
import { isTitle, type NameCues } from '../names/name-cues.ts';
import { isAllCapitals, isCapitalised, type Token } from '../names/tokens.ts';
import type { NameDraft } from './detect-names.ts';

/** A name longer than this is a line in capitals, not a name. */
const MOST_WORDS = 9;

/**
 * Names that no vocabulary holds, by form: a run of capitalised words with a given name, a title, initials, or a word
 * that says what it is (Treaty, Council, Conference). A run that says nothing of itself is left alone.
 */
export function detectUnknownNames(text: string, tokens: readonly Token[], cues: NameCues): NameDraft[] {
  const drafts: NameDraft[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isCapitalised(tokens[i]!.text)) continue;
    const numbered = numberedInstrument(text, tokens, i, cues);
    if (numbered) {
      drafts.push(numbered);
      i += 2;
      continue;
    }
    const run = runFrom(text, tokens, i, cues);
    const draft = nameOfRun(text, tokens, i, run, cues);
    if (draft) drafts.push(draft);
    // "Viktor Marenko and Ilse Tarr": the run goes on behind the first of them
    while (i < run - 1 && (!draft || tokens[i + 1]!.start < draft.end)) i++;
  }
  return drafts;
}

/** "START-2026 treaty": letters with a number before a small word that says what they are. */
function numberedInstrument(text: string, tokens: readonly Token[], i: number, cues: NameCues): NameDraft | null {
  const [letters, number, head] = [tokens[i]!, tokens[i + 1], tokens[i + 2]];
  if (!head || !isAllCapitals(letters.text) || !/^\d+$/.test(number!.text)) return null;
  if (!cues.instrumentHeads.has(head.folded) || !/^[-‑–]$/u.test(text.slice(letters.end, number!.start))) return null;
  if (!/^ $/.test(text.slice(number!.end, head.start))) return null;
  const span = { start: letters.start, end: head.end };
  const name = text.slice(span.start, span.end);
  return {
    kind: 'instrument',
    ...span,
    value: null,
    name: tidy(name),
    entity: `name:${slug(name)}`,
    rule: 'instrument-by-form',
  };
}

/** The end (exclusive) of the run of capitalised words from `from`; small words may stand inside, not at its end. */
function runFrom(text: string, tokens: readonly Token[], from: number, cues: NameCues): number {
  let end = from + 1;
  for (let i = from + 1; i < tokens.length && i - from < MOST_WORDS; i++) {
    const gap = text.slice(tokens[i - 1]!.end, tokens[i]!.start);
    if (!/^(?:[ \u00a0]|\s?\n|[-‑’']|\.\s?)$/u.test(gap)) break;
    if (gap.startsWith('.') && !(tokens[i - 1]!.text.length === 1 || cues.personTitles.has(tokens[i - 1]!.folded)))
      break;
    if (isCapitalised(tokens[i]!.text)) end = i + 1;
    else if (!cues.particles.has(tokens[i]!.folded)) break;
  }
  return end;
}

function nameOfRun(text: string, tokens: readonly Token[], from: number, to: number, cues: NameCues): NameDraft | null {
  let start = from;
  const words = tokens.slice(from, to);
  // the first word of a sentence has a capital anyway
  while (start < to && cues.notNames.has(tokens[start]!.folded)) start++;
  if (start >= to) return null;
  const named = headed(text, tokens, start, to, cues);
  if (named) return named;
  // "US Secretary of State Viktor Marenko": the given name opens the person, whatever stands before it
  const given0 = indexIn(
    start,
    to - 1,
    (k) => cues.givenNames.has(tokens[k]!.folded) && tokens[k]!.text.length > 1 && isCapitalised(tokens[k + 1]!.text),
  );
  let titles = given0 >= 0 ? given0 : start;
  while (given0 < 0 && titles < to && isTitle(tokens[titles]!.folded, cues)) titles++;
  const before = tokens[from - 1];
  const titled =
    titles > start ||
    (before !== undefined &&
      /^\s{1,2}$/.test(text.slice(before.end, tokens[from]!.start)) &&
      isTitle(before.folded, cues));
  const rest = untilTitle(untilParticle(tokens.slice(titles, to), cues), cues);
  const reversed = surnameFirst(text, tokens, given0, start, rest, cues);
  if (reversed) return reversed;
  if (
    !rest.length ||
    rest.length > 5 ||
    rest.some((t) => isAllCapitals(t.text) && t.text.length > 3 && !words.every((w) => isAllCapitals(w.text)))
  )
    return null;
  const given = cues.givenNames.has(rest[0]!.folded) && rest.length >= 2 && rest[1]!.text.length > 1;
  const initials =
    rest.length >= 2 && rest[0]!.text.length === 1 && rest.at(-1)!.text.length > 2 && text[rest[0]!.end] === '.';
  if (!given && !initials && !(titled && rest.every((t) => /^[\p{L}\p{M}]+$/u.test(t.text)))) return null;
  if (rest.some((t) => cues.organisationHeads.has(t.folded))) return null;
  const name = text.slice(rest[0]!.start, rest.at(-1)!.end);
  if (rest.length === 1 && rest[0]!.text.length < 3) return null;
  const rule = given ? 'given-name' : initials ? 'initials' : 'title';
  return {
    kind: 'person',
    start: rest[0]!.start,
    end: rest.at(-1)!.end,
    value: null,
    name: tidy(name),
    entity: `name:${slug(name)}`,
    rule: `person-by-${rule}`,
  };
}

function indexIn(from: number, to: number, holds: (i: number) => boolean): number {
  for (let i = from; i < to; i++) if (holds(i)) return i;
  return -1;
}

/** "Marenko Viktor Petrovich": a surname before a given name and a patronymic. */
function surnameFirst(
  text: string,
  tokens: readonly Token[],
  given: number,
  start: number,
  rest: readonly Token[],
  cues: NameCues,
): NameDraft | null {
  const surname = tokens[given - 1];
  const last = rest.at(-1);
  if (given <= start || !surname || !last || rest.length !== 2 || isTitle(surname.folded, cues)) return null;
  if (![...cues.patronymicEndings].some((e) => last.folded.endsWith(e))) return null;
  const name = `${text.slice(rest[0]!.start, last.end)} ${surname.text}`;
  return {
    kind: 'person',
    start: surname.start,
    end: last.end,
    value: null,
    name: tidy(name),
    entity: `name:${slug(name)}`,
    rule: 'person-surname-first',
  };
}

/** ... and before the office that follows it on the next line. */
function untilTitle(words: readonly Token[], cues: NameCues): readonly Token[] {
  const end = words.findIndex((t, i) => i > 0 && isTitle(t.folded, cues));
  return end < 0 ? words : words.slice(0, end);
}

/** A person's name ends before "and", "of", "for"; "de", "van", "bin" belong to it. */
function untilParticle(words: readonly Token[], cues: NameCues): readonly Token[] {
  const end = words.findIndex((t) => cues.particles.has(t.folded) && !cues.nameParticles.has(t.folded));
  return end < 0 ? words : words.slice(0, end);
}

/** "Council of Europe Convention" ends with the word that says what it is; "Ministry of Justice" begins with it. */
function headed(text: string, tokens: readonly Token[], from: number, to: number, cues: NameCues): NameDraft | null {
  if (to - from < 2) return null;
  const last = tokens[to - 1]!.folded;
  const first = tokens[from]!.folded;
  const kind =
    kindOfHead(last, cues) ??
    (tokens[from + 1] && cues.particles.has(tokens[from + 1]!.folded) ? kindOfHead(first, cues) : null);
  if (!kind) return null;
  const name = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  return {
    kind,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    value: null,
    name: tidy(name),
    entity: `name:${slug(name)}`,
    rule: `${kind}-by-form`,
  };
}
function kindOfHead(word: string, cues: NameCues): MentionKind | null {
  if (cues.instrumentHeads.has(word)) return 'instrument';
  if (cues.eventHeads.has(word)) return 'event';
  if (cues.organisationHeads.has(word)) return 'organization';
  return null;
}

export const tidy = (name: string): string => name.replace(/\s+/g, ' ').trim();
export const slug = (name: string): string =>
  tidy(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

import type { Scene } from '../proposal.ts';
import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';

/** A label of a house: who, and from where its words end. */
export interface HouseLabel {
  readonly label: string;
  readonly length: number;
  readonly form: 'member' | 'holder' | 'chair' | 'bare';
}

/** Name, then party or constituency in parentheses; titles and particles are capitalised words or words of the lists. */
const MEMBER = /^([^\n:(),]{3,70})(?:\s?\(\p{L}[^()\n]{1,60}\)){1,3}\s?:(?=\s|$)/u;
const HOLDER = /^([^\n:(),]{3,70}),\s([^\n:!?–—]{3,140}):(?=\s|$)/u;
/** A whole word and a stop: the end of a sentence, which no office holds. */
const SENTENCE = /\p{Ll}{6}\.\s/u;
const CHAIR = /^([^\n:(),]{5,90}):(?=\s|$)/u;

/**
 * Read the label of a member (`Ilse Marenko (KP):`), of an office-holder (`Ilse Marenko, Bundesministerin der Finanzen:`)
 * or of the chair (`Präsidentin Ilse Marenko:`) at the start of `text`.
 */
export function readHouseLabel(text: string, words: VoiceWords): HouseLabel | null {
  const head = text.slice(0, 240);
  for (const [form, pattern, isLabel] of FORMS) {
    const m = pattern.exec(head);
    if (m && isLabel(m, words)) return { label: m[0], length: m[0].length, form };
  }
  return null;
}

type Test = (m: RegExpExecArray, words: VoiceWords) => boolean;
const FORMS: readonly (readonly [HouseLabel['form'], RegExp, Test])[] = [
  ['member', MEMBER, (m, words) => isFullName(m[1]!, words)],
  ['holder', HOLDER, (m, words) => isFullName(m[1]!, words) && !SENTENCE.test(m[2]!) && startsWithOffice(m[2]!, words)],
  ['chair', CHAIR, (m, words) => isChair(m[1]!, words)],
];

const tokensOf = (part: string) => part.trim().split(/\s+/);
const isName = (token: string) => /^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(token) || /^(?:\p{Lu}\.-?){1,3}$/u.test(token);

/** `Ilse Marenko:` alone on its line, which counts only in minutes that are sure by their other labels. */
export function readBareLabel(line: string, words: VoiceWords): HouseLabel | null {
  const m = /^([^\n:(),]{5,70}):$/u.exec(line.trimEnd());
  return m && isFullName(m[1]!, words) ? { label: m[0], length: m[0].length, form: 'bare' } : null;
}

/** `Präsident:`, `Zuruf:`: a place in the house without a name, opening a line. */
export function readPlaceLabel(text: string, words: VoiceWords): HouseLabel | null {
  const m = /^(\p{Lu}[^\n:.,()]{1,40}):(?=\s|$)/u.exec(text.slice(0, 60));
  if (!m) return null;
  const key = foldLabel(m[1]!);
  const known = ['moderator-labels', 'group-labels', 'question-labels', 'answer-labels', 'interviewer-labels'];
  return known.some((list) => listOf(words, list).has(key)) ? { label: m[0], length: m[0].length, form: 'bare' } : null;
}

/** At least two names, titles before them, particles between. */
function isFullName(part: string, words: VoiceWords): boolean {
  const tokens = tokensOf(part);
  const titles = listOf(words, 'honorifics');
  const particles = listOf(words, 'name-particles');
  const bare = (t: string) => foldLabel(t).replace(/\.$/, '');
  let at = 0;
  while (at < tokens.length && (titles.has(bare(tokens[at]!)) || listOf(words, 'titles').has(foldLabel(tokens[at]!))))
    at++;
  const name = tokens.slice(at);
  if (name.length < 2 || name.length > 6 || !name.every((t, i) => isName(t) || (i > 0 && particles.has(foldLabel(t)))))
    return false;
  return !name.some((t) => listOf(words, 'not-names').has(foldLabel(t)));
}

const isOffice = (token: string, words: VoiceWords) => {
  const bare = foldLabel(token).replace(/\.$/, '');
  return listOf(words, 'office-words').has(bare) || listOf(words, 'presiding-words').has(bare);
};

function startsWithOffice(part: string, words: VoiceWords): boolean {
  return tokensOf(part)
    .slice(0, 2)
    .some((t) => isOffice(t, words));
}

/** An office, then a name: `Vizepräsident Dr. Ilse Marenko`. */
function isChair(part: string, words: VoiceWords): boolean {
  const tokens = tokensOf(part);
  if (tokens.length < 2 || !listOf(words, 'presiding-words').has(foldLabel(tokens[0]!))) return false;
  return isFullName(tokens.slice(1).join(' '), words);
}

/** Every label of this form in the document, at the start of blocks and lines. */
export function findHouseLabels(scene: Scene, read = readHouseLabel): { start: number; label: HouseLabel }[] {
  const { text, blocks, words } = scene;
  const found: { start: number; label: HouseLabel }[] = [];
  for (const block of blocks) {
    if (block.utterance || (block.zone && block.zone !== 'article')) continue;
    for (let start = block.start; start < block.end; ) {
      const label = read(text.slice(start, Math.min(block.end, start + 240)), words);
      if (label) found.push({ start, label });
      const line = text.indexOf('\n', start);
      if (line < 0 || line >= block.end) break;
      start = line + 1;
      while (start < block.end && (text[start] === ' ' || text[start] === '\t')) start++;
    }
  }
  return found;
}

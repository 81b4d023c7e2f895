import { foldLabel, listOf, type VoiceWords } from '../voice-words.ts';

export interface SpeechTitle {
  /** the person or body as the title prints it */
  readonly who: string;
  /** the title opens with the word for a speech */
  readonly leads: boolean;
}

// "Presented to the National Assembly of … by": so many words may stand between the speech and its "by".
const REACH = 8;
// "Speech and answers to questions of the media offered by": so many before a word that can only name who spoke.
const REACH_OF_AGENT = 12;

/**
 * Whose words a title announces.
 * @example readSpeechTitle(['Remarks by Minister Ilse Marenko at the Forum'], words) // → {who: 'Ilse Marenko', leads: true}
 * Null when no title says so: 'Marenko visits Kestoria', 'Minister to make a statement on Monday'.
 */
export function readSpeechTitle(
  lines: readonly string[],
  words: VoiceWords,
  kind: 'speech-words' | 'briefing-words' | 'interview-words' = 'speech-words',
): SpeechTitle | null {
  const speech = listOf(words, kind);
  const by = listOf(words, kind === 'interview-words' ? 'interview-with' : 'speech-by');
  const about = listOf(words, 'speech-about');
  const agents = kind === 'interview-words' ? by : listOf(words, 'speech-agents');
  // A line break parts names as a comma does.
  const tokens = lines
    .join(' , ')
    .replace(/\//g, ' , ')
    .replace(/([,;:()–—])/g, ' $1 ')
    .split(/\s+/)
    .filter(Boolean);
  for (let i = 0; i < tokens.length; i++) {
    if (!speech.has(foldLabel(tokens[i]!))) continue;
    const leads = i === 0 || tokens[i - 1] === ',' || foldLabel(tokens[i - 1]!) === 'the';
    // "Statement on the Release of Three Hostages": behind what it is about "of" names no speaker
    let matter = false;
    for (let j = i + 1; j < Math.min(tokens.length, i + REACH_OF_AGENT); j++) {
      const word = foldLabel(tokens[j]!);
      matter ||= about.has(word) && !by.has(word);
      if (!by.has(word) || ((matter || j >= i + REACH) && !agents.has(word))) continue;
      const who = pickName(tokens.slice(j + 1, j + 24), words);
      if (who) return { who, leads };
    }
    const owner = tokens.slice(Math.max(0, i - 6), i).join(' ');
    const possessive = /^(.*\S)['’]s?$/u.exec(owner);
    if (possessive) {
      const who = pickName(possessive[1]!.split(' '), words);
      if (who) return { who, leads: false };
    }
  }
  return null;
}

/** The longest run of name words; a body's name ("the Ministry of …") where there is no person. */
function pickName(tokens: readonly string[], words: VoiceWords): string | null {
  const offices = listOf(words, 'titles');
  const particles = listOf(words, 'name-particles');
  const parts: string[] = [];
  const runs: string[][] = [[]];
  for (const token of tokens) {
    const folded = foldLabel(token);
    const isName = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)$/u.test(token);
    const isParticle =
      particles.has(folded) ||
      offices.has(folded) ||
      (folded.includes('-') && folded.split('-').every((t) => offices.has(t)));
    if (!isName && !isParticle && !/^[,(]$/.test(token)) break;
    parts.push(token);
    if (isName && !isParticle && !listOf(words, 'body-words').has(folded)) runs.at(-1)!.push(token);
    else runs.push([]);
  }
  const run = runs.reduce((best, r) => (weigh(r) > weigh(best) ? r : best), []);
  if (weigh(run) >= 2) return run.join(' ');
  const whole = parts
    .join(' ')
    .replace(/\s+,.*$/, '')
    .replace(/^the\s+/i, '')
    .replace(/[\s,(]+$/, '')
    .replace(/(?:\s\p{Ll}+)+$/u, '');
  return /\p{Lu}/u.test(whole) &&
    whole.split(' ').some((t) => listOf(words, 'body-words').has(foldLabel(t)) || offices.has(foldLabel(t)))
    ? whole
    : null;
}

/** Initials are a name: V.Arden, V. Arden. */
const weigh = (run: readonly string[]) => run.length + (run.some((t) => /^\p{Lu}\./u.test(t)) ? 1 : 0);

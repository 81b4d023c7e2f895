import type { DocumentHead, Rules } from '../../core/model/index.ts';
import type { Lexicon } from '../../core/quotes/lexicon.ts';
import { mayBeSame, type NameBook, type NameParts, nameParts } from '../../core/quotes/match-names.ts';
import type { PassageTurn } from '../../core/quotes/passage.ts';
import { foldWords } from '../../core/text/words.ts';
import { type Body, relateBody, resolveBody } from './body.ts';

/** Whom the draft names. */
export interface ClaimedSpeaker {
  readonly printed: string;
  readonly persons: ReadonlySet<string>;
  readonly names: readonly NameParts[];
  /** "Moscow", "the ministry", "the newspaper": no person but a body; null for a person */
  readonly body: Body | null;
  /** somebody of that name speaks in the record, or stands in the vocabulary */
  readonly isKnown: boolean;
}

/** Names are few and compared again and again: with every person and body of the vocabulary for each new speaker. */
const keys = new Map<string, string>();
const MAX_KEYS = 50_000;
function key(name: string): string {
  let known = keys.get(name);
  if (known === undefined) {
    known = foldWords(name).join(' ');
    if (keys.size >= MAX_KEYS) keys.clear();
    keys.set(name, known);
  }
  return known;
}

/** Endings of cases under which Russian print names a speaker: "по словам Орлова", "Орловым". */
const CASE_ENDINGS = /(?<=\p{Script=Cyrillic}{3})(?:а|у|ым|ом|е|ой|я|ю|ем)$/u;

/** As `resolveName`; a Russian name that nobody bears is tried without the ending of its case. */
export function resolveSpeaker(
  printed: string,
  rules: Rules,
  lexicon: Lexicon,
  speakers: NameBook<string>,
  outlets: readonly string[],
): ClaimedSpeaker {
  const known = resolveName(printed, rules, lexicon, speakers, outlets);
  const base = printed.replace(CASE_ENDINGS, '');
  if (known.isKnown || base === printed) return known;
  const other = resolveName(base, rules, lexicon, speakers, outlets);
  return other.isKnown ? { ...other, printed } : known;
}

/** Resolve a printed name: any alias in any script, an office, a ministry or capital. */
function resolveName(
  printed: string,
  rules: Rules,
  lexicon: Lexicon,
  speakers: NameBook<string>,
  outlets: readonly string[],
): ClaimedSpeaker {
  const wanted = key(printed);
  const titles = lexicon.words.titles;
  const persons = new Set<string>();
  const names = [nameParts(printed, titles)].filter((n) => n !== null);
  for (const p of rules.people) {
    const all = [p.name, ...Object.values(p.names), ...p.aliases];
    if (!all.some((n) => key(n) === wanted)) continue;
    persons.add(p.id);
    for (const n of all) {
      const parts = nameParts(n, titles);
      if (parts && parts.given.length > 0) names.push(parts);
    }
  }
  const speaks = names.some((n) => speakers.find(n).length > 0);
  const body = persons.size === 0 ? resolveBody(printed, rules, lexicon, outlets) : null;
  return { printed, persons, names, body, isKnown: persons.size > 0 || body !== null || speaks };
}

const isNamed = (names: readonly NameParts[], other: NameParts | null) =>
  other !== null && names.some((n) => mayBeSame(n, other));

const OTHER_VOICES = new Set(['interviewer', 'moderator', 'editor', 'reader', 'site']);
const OTHER_KINDS = new Set(['question', 'heading', 'title', 'comment', 'commentary', 'boilerplate', 'metadata']);

export const isOtherVoice = (turn: PassageTurn) => OTHER_VOICES.has(turn.voice) || OTHER_KINDS.has(turn.kind);

/** Is this turn in the claimed speaker's voice? */
export function relate(
  claimed: ClaimedSpeaker,
  turn: PassageTurn,
  head: DocumentHead | null,
  lexicon: Lexicon,
  rules: Rules,
): 'same' | 'other' | 'unknown' {
  if (turn.person !== null && claimed.persons.has(turn.person)) return 'same';
  if (turn.speaker !== null) {
    if (key(turn.speaker) === key(claimed.printed)) return 'same';
    if (isNamed(claimed.names, nameParts(turn.speaker, lexicon.words.titles))) return 'same';
  }
  if (claimed.body) return relateBody(claimed.body, turn, head, isOtherVoice(turn), rules);
  if (turn.speaker === null && turn.voice === 'unknown') return 'unknown';
  if (turn.speaker === null && turn.voice !== 'unknown' && !isOtherVoice(turn)) return 'unknown';
  return 'other';
}

import {
  type Claim,
  type Mention,
  type Rules,
  type Span,
  TALK,
  type Turn,
  type VersionRecord,
} from '../../model/index.ts';
import { contentStems } from '../../text/content-words.ts';
import { Heard } from '../../text/phrases.ts';
import { LONGEST_SENTENCE } from '../longest-sentence.ts';
import { isOwnText } from '../party-of-speaker.ts';
import { mentionsWithin } from '../statement.ts';

/** A clause somebody speaks, with what was found in it: the smallest piece a ledger entry rests on. Offsets are UTF-16. */
export interface TalkClause {
  /** place among the clauses of the text */
  readonly index: number;
  /** number of the sentence among those spoken */
  readonly sentenceIndex: number;
  /** a question with the answers to it; a speech is one exchange */
  readonly exchange: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string };
  readonly turn: Turn;
  /** false for questions and for voices that are no official's: an interviewer's words are premises, never his claims */
  readonly isOfficial: boolean;
  readonly mentions: readonly Mention[];
  readonly sentenceMentions: readonly Mention[];
  readonly claims: readonly Claim[];
  /** does a cue list of `ledger:` stand in the clause; `whole` looks at the sentence */
  says(cue: string, whole?: boolean): boolean;
  /** where a cue of a list stands first in the clause (offsets in the text), null when none does */
  find(cue: string): Span | null;
  /** every place of a list's cues in the clause */
  findAll(cue: string): Span[];
}

/** Everything the detectors share about one version. */
export interface LedgerView {
  readonly record: VersionRecord;
  readonly rules: Rules;
  readonly language: string;
  readonly clauses: readonly TalkClause[];
  /** the party "we" stands for in a turn; null when unsure */
  partyOf(turn: Turn): string | null;
  /** name of a party or other entity for people to read */
  nameOf(entity: string): string;
  /** kind of a known party (`state`, `alliance` ...), null for anything else */
  partyKind(entity: string): string | null;
  /** clauses before this one in its exchange, nearest first: of its own turn at most `sentences` back, of the question all */
  before(clause: TalkClause, sentences?: number): TalkClause[];
  /** does a cue of a list stand in some words; where does the first stand (offsets in those words) */
  saysIn(words: string, cue: string): boolean;
  findIn(words: string, cue: string): Span | null;
  findAllIn(words: string, cue: string): Span[];
  /** the words of a list as alternatives of an expression, for lists that stand beside something else; `$^` when empty */
  oneOf(cue: string): string;
  /** stems that carry the subject of some words; no stop words */
  stemsOf(words: string): string[];
}

/** How many sentences back "it", "the draft", "this proposal" may point inside a turn. */
const REACH = 4;

/** Where a clause ends: a stop of thought, or a comma before a word that opens a clause (cues, `ledger: clause-openers`). */
const HARD_STOP = /[;:]\s|\s[–—-]\s/gu;

export function viewForLedger(
  record: VersionRecord,
  rules: Rules,
  partyOfTalk: (turn: Turn) => string | null,
  house: string | null,
): LedgerView {
  const ownText = isOwnText(record, house);
  const partyOf = (turn: Turn) => (ownText && turn.kind === 'commentary' ? house : partyOfTalk(turn));
  return buildView(record, rules, partyOf, ownText);
}

function buildView(
  record: VersionRecord,
  rules: Rules,
  partyOf: (turn: Turn) => string | null,
  ownText: boolean,
): LedgerView {
  const language = record.document.language?.split('-')[0] ?? 'en';
  const hear = (words: string) => new Heard(words, rules, language, 'ledger');
  const mentions = [...record.mentions].sort((a, b) => a.start - b.start);
  const turns = new Map(record.turns.map((t) => [t.id, t]));
  const claims = groupBy(record.claims, (c) => c.turn);
  const clauses: TalkClause[] = [];
  let sentenceIndex = 0;
  let exchange = 0;
  let lastKind: string | null = null;
  for (const s of record.sentences) {
    const turn = turns.get(s.turn);
    if (!turn || !(TALK.has(turn.kind) || (turn.kind === 'commentary' && ownText))) continue;
    const sentence = trimSpan(record.text, s.start, s.end);
    if (!sentence || sentence.end - sentence.start > LONGEST_SENTENCE) continue;
    if (turn.kind === 'question' && lastKind !== 'question') exchange++;
    lastKind = turn.kind;
    sentenceIndex++;
    const text = record.text.slice(sentence.start, sentence.end);
    const sentenceMentions = mentionsWithin(mentions, sentence.start, sentence.end);
    const isInName = (at: number) =>
      sentenceMentions.some((m) => m.start < sentence.start + at && sentence.start + at < m.end);
    const heardWhole = hear(text);
    for (const [from, to] of cutClauses(text, heardWhole, isInName)) {
      const span = trimSpan(record.text, sentence.start + from, sentence.start + to);
      if (!span) continue;
      const words = record.text.slice(span.start, span.end);
      const heard = hear(words);
      clauses.push({
        index: clauses.length,
        sentenceIndex,
        exchange,
        ...span,
        text: words,
        sentence: { ...sentence, text },
        turn,
        isOfficial:
          turn.kind === 'commentary' ||
          (turn.kind !== 'question' && turn.speaker !== null && (turn.voice === 'official' || turn.voice === 'guest')),
        mentions: sentenceMentions.filter((m) => m.start >= span.start && m.end <= span.end),
        sentenceMentions,
        claims: (claims.get(turn.id) ?? []).filter((c) => c.start < span.end && c.end > span.start),
        says: (cue, whole = false) => (whole ? heardWhole : heard).says(cue),
        find: (cue) => moved(heard.all(cue)[0], span.start),
        findAll: (cue) => heard.all(cue).map((m) => moved(m, span.start)!),
      });
    }
  }
  const names = new Map<string, string>();
  // a topic may have the id of a state: the state's name stands
  for (const p of [...rules.topics, ...rules.people, ...rules.things, ...rules.parties]) names.set(p.id, p.name);
  for (const m of mentions) if (m.entity && m.name && !names.has(m.entity)) names.set(m.entity, m.name);
  const kinds = new Map<string, string>(rules.parties.map((p) => [p.id, p.kind]));
  const stop = new Set((rules.cues[language]?.pages?.stopwords ?? []).map((w) => w.toLowerCase()));
  return {
    record,
    rules,
    language,
    clauses,
    partyOf,
    nameOf: (entity) => names.get(entity) ?? entity,
    partyKind: (entity) => kinds.get(entity) ?? null,
    before: (clause, sentences = REACH) => clausesBefore(clauses, clause, sentences),
    saysIn: (words, cue) => hear(words).says(cue),
    findIn: (words, cue) => hear(words).all(cue)[0] ?? null,
    findAllIn: (words, cue) => [...hear(words).all(cue)],
    oneOf: (cue) => (rules.cues[language]?.ledger?.[cue] ?? ['$^']).map((w) => w.replaceAll('*', '\\p{L}*')).join('|'),
    stemsOf: (words) => [
      ...contentStems(
        words.replace(/[\p{L}'’]+/gu, (w) => (stop.has(w.toLowerCase()) ? '' : w)),
        language,
        rules,
      ),
    ],
  };
}

function clausesBefore(clauses: readonly TalkClause[], clause: TalkClause, sentences: number): TalkClause[] {
  const found: TalkClause[] = [];
  for (let i = clause.index - 1; i >= 0; i--) {
    const c = clauses[i]!;
    if (c.exchange !== clause.exchange) break;
    if (c.turn.kind === 'question' || clause.sentenceIndex - c.sentenceIndex <= sentences) found.push(c);
  }
  return found;
}

const moved = (m: Span | undefined, by: number): Span | null => (m ? { start: m.start + by, end: m.end + by } : null);

/** Where a sentence falls into clauses; never inside a name ("the A - B Council"). */
function cutClauses(text: string, heard: Heard, isInName: (at: number) => boolean): [number, number][] {
  const cuts = new Set<number>();
  for (const m of text.matchAll(HARD_STOP)) cuts.add(m.index + m[0].length);
  for (const m of heard.all('clause-openers'))
    if (/,\s*$/u.test(text.slice(Math.max(0, m.start - 3), m.start))) cuts.add(m.start);
  const ends = [...cuts].filter((c) => c > 0 && c < text.length && !isInName(c)).sort((a, b) => a - b);
  return [0, ...ends].map((c, i): [number, number] => [c, ends[i] ?? text.length]);
}

function trimSpan(text: string, start: number, end: number): { start: number; end: number } | null {
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const list = groups.get(k);
    if (list) list.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}

import { type Claim, type Mention, type Rules, TALK, type Turn, type VersionRecord } from '../../model/index.ts';
import { phrasesOf, says } from '../../text/phrases.ts';
import { mentionsWithin } from '../statement.ts';

/** A clause somebody speaks, with what was found in it: the smallest piece a ledger entry rests on. Offsets are UTF-16. */
export interface TalkClause {
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
}

/** Where a clause ends: a stop of thought, or a comma before a word that opens a clause (cues, `ledger: clause-openers`). */
const HARD_STOP = /[;:]\s|\s[–—-]\s/gu;

/** A ministry's own readout, statement or correction is the ministry's word, though no person speaks in it. */
const OWN_TEXTS: ReadonlySet<string> = new Set(['readout', 'statement', 'communique', 'press-release', 'correction']);

export function viewForLedger(
  record: VersionRecord,
  rules: Rules,
  partyOfTalk: (turn: Turn) => string | null,
  house: string | null,
): LedgerView {
  const ownText = house !== null && record.document.kind !== null && OWN_TEXTS.has(record.document.kind);
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
  const mentions = [...record.mentions].sort((a, b) => a.start - b.start);
  const turns = new Map(record.turns.map((t) => [t.id, t]));
  const claims = groupBy(record.claims, (c) => c.turn);
  const clauses: TalkClause[] = [];
  for (const s of record.sentences) {
    const turn = turns.get(s.turn);
    if (!turn || !(TALK.has(turn.kind) || (turn.kind === 'commentary' && ownText))) continue;
    const sentence = trimSpan(record.text, s.start, s.end);
    if (!sentence) continue;
    const text = record.text.slice(sentence.start, sentence.end);
    const sentenceMentions = mentionsWithin(mentions, sentence.start, sentence.end);
    for (const [from, to] of cutClauses(text, language, rules)) {
      const span = trimSpan(record.text, sentence.start + from, sentence.start + to);
      if (!span) continue;
      const words = record.text.slice(span.start, span.end);
      clauses.push({
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
        says: (cue, whole = false) => says(whole ? text : words, phrasesOf(rules, language, 'ledger', cue)),
      });
    }
  }
  const names = new Map<string, string>();
  for (const p of [...rules.parties, ...rules.things, ...rules.people, ...rules.topics]) names.set(p.id, p.name);
  for (const m of mentions) if (m.entity && m.name && !names.has(m.entity)) names.set(m.entity, m.name);
  return { record, rules, language, clauses, partyOf, nameOf: (entity) => names.get(entity) ?? entity };
}

function cutClauses(text: string, language: string, rules: Rules): [number, number][] {
  const cuts = new Set<number>();
  for (const m of text.matchAll(HARD_STOP)) cuts.add(m.index + m[0].length);
  const openers = phrasesOf(rules, language, 'ledger', 'clause-openers');
  if (openers)
    for (const m of text.matchAll(openers))
      if (/,\s*$/u.test(text.slice(Math.max(0, m.index - 3), m.index))) cuts.add(m.index);
  const ends = [...cuts].filter((c) => c > 0 && c < text.length).sort((a, b) => a - b);
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

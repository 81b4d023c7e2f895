import type { z } from 'zod';
import type { Claim, Mention, Rules, TranslationKind, Turn, VersionRecord } from '../model/index.ts';
import { LONGEST_SENTENCE } from './longest-sentence.ts';
import type { Proposition } from './propositions/proposition.ts';
import { readOrdinals } from './propositions/read-numbers.ts';
import { plainKeys, readProposition } from './propositions/read-proposition.ts';

/** A claim with what is needed to set it beside another: its words, its day, whose rendering it is, what it speaks of. */
export interface Statement {
  readonly claim: Claim;
  readonly document: string;
  readonly event: string;
  /** UTF-16 offsets in the document */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** day of speaking, else of publication (EDTF) */
  readonly date: string | null;
  readonly language: string;
  /** who answers for the words: publisher and kind of rendering; two different renderings cannot be compared shade by shade */
  readonly rendering: { readonly kind: z.infer<typeof TranslationKind>; readonly publisher: string | null };
  /** the state or body for which the speaker speaks, an id in data/, when known */
  readonly party: string | null;
  /** what it says, in keys that another statement can be set beside */
  readonly proposition: Proposition;
  /** what it is about: entity keys of instruments, bodies, places named in it; where it names no treaty, those its question asks about */
  readonly entities: ReadonlySet<string>;
  /** numbers and days named in it, in normal form (`count:31 flight`, `nth:5 consecut`) */
  readonly values: ReadonlySet<string>;
  readonly question: string | null;
  /** keys of the question it answers, as of a proposition */
  readonly asked: ReadonlySet<string>;
}

interface Asked {
  readonly text: string;
  /** its last sentence that ends in a question mark, if any */
  readonly ask: { readonly text: string; readonly mentions: readonly Mention[] } | null;
  readonly keys: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
}
const NOTHING_ASKED: ReadonlySet<string> = new Set();

function readQuestion(
  { text }: VersionRecord,
  turn: Turn,
  mentions: readonly Mention[],
  language: string,
  rules: Rules,
): Asked {
  const words = text.slice(turn.bodyStart, turn.end).trim();
  const within = mentionsWithin(mentions, turn.bodyStart, turn.end);
  const body = text.indexOf(words, turn.bodyStart);
  const names = within.filter((m) => m.start >= body && /\p{Lu}/u.test(text.slice(m.start, m.end)));
  const asked = startOfQuestion(words);
  const from = body + (asked ?? 0);
  return {
    text: words,
    ask:
      asked === null ? null : { text: words.slice(asked).trim(), mentions: mentionsWithin(mentions, from, turn.end) },
    keys: new Set(plainKeys({ text: blanked(words, names, body), mentions: within }, language, rules)),
    mentions: within,
  };
}

/** Where the sentence begins that asks at the very end of these words; null where none does. */
export function startOfQuestion(words: string): number | null {
  if (!words.endsWith('?')) return null;
  let start = words.length - 1;
  while (start > 0 && !'.!?'.includes(words[start - 1]!)) start--;
  return start;
}

/** The words of a name speak through its one key: they are blanked, so that two questions share a name once. */
const blanked = (words: string, names: readonly Mention[], from: number): string =>
  names.reduce(
    (left, m) => `${left.slice(0, m.start - from)}${' '.repeat(m.end - m.start)}${left.slice(m.end - from)}`,
    words,
  );

/** How far back in its turn a statement's pronouns may point: about two sentences, in UTF-16 units. */
const LEANS_ON = 240;

/** Words right after a statement in which it may be called wrong, in UTF-16 units. */
const SAID_AFTER = 40;

/** All claims of one version that have a speaker (or those asked for), as statements, in order. */
export function statementsOf(
  record: VersionRecord,
  rules: Rules,
  party: (claim: Claim) => string | null,
  isMeant: (claim: Claim) => boolean = (c) => c.speaker !== null,
): Statement[] {
  const { document, text } = record;
  const language = document.language?.split('-')[0] ?? 'en';
  const mentions = [...record.mentions].sort((a, b) => a.start - b.start);
  const turns = new Map(record.turns.map((t) => [t.id, t]));
  const asked = new Map<string, Asked>();
  for (const t of record.turns)
    if (t.kind === 'question') asked.set(t.id, readQuestion(record, t, mentions, language, rules));
  return record.claims
    .filter((c) => isMeant(c) && c.end - c.start <= LONGEST_SENTENCE)
    .map((claim) => {
      const words = text.slice(claim.start, claim.end);
      const within = mentionsWithin(mentions, claim.start, claim.end);
      const question = claim.inReplyTo ? (asked.get(claim.inReplyTo) ?? null) : null;
      const opensTurn = text.slice(turns.get(claim.turn)?.bodyStart ?? 0, claim.start).trim() === '';
      const leansFrom = Math.max(turns.get(claim.turn)?.bodyStart ?? claim.start, claim.start - LEANS_ON);
      const speaksFor = party(claim);
      return {
        claim,
        document: document.id,
        event: document.event,
        start: claim.start,
        end: claim.end,
        text: words,
        date: document.date ?? document.published,
        language,
        rendering: { kind: document.translation, publisher: document.publisher },
        party: speaksFor,
        proposition: readProposition(
          {
            text: words,
            language,
            context: {
              text: `${question?.text ?? ''}\n${text.slice(leansFrom, claim.start)}`,
              mentions: [...(question?.mentions ?? []), ...mentionsWithin(mentions, leansFrom, claim.start)],
            },
            mentions: within.map((m) => ({ ...m, start: m.start - claim.start, end: m.end - claim.start })),
            answers: opensTurn ? (question?.ask ?? null) : null,
            after: text.slice(claim.end, claim.end + SAID_AFTER),
            party: speaksFor,
          },
          rules,
        ),
        entities: keysOf([...within, ...askedAbout(within, question)], isNamed),
        values: new Set([...valuesOf(within), ...readOrdinals(words, language, rules)]),
        question: question?.text ?? null,
        asked: question?.keys ?? NOTHING_ASKED,
      };
    });
}

const isNamed = (m: Mention): boolean =>
  m.kind !== 'date' && m.kind !== 'count' && m.kind !== 'reference' && m.kind !== 'insertion';

/** The treaties that a question names, for an answer that names none: "There are no projects of this kind today." */
function askedAbout(own: readonly Mention[], question: Asked | null): readonly Mention[] {
  if (question === null || own.some((m) => m.kind === 'instrument')) return [];
  return question.mentions.filter((m) => m.kind === 'instrument');
}

/** Mentions that lie in a stretch; the list is sorted by start. */
export function mentionsWithin(mentions: readonly Mention[], start: number, end: number): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.start < start) low = mid + 1;
    else high = mid;
  }
  const found: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start < end; i++)
    if (mentions[i]!.end <= end) found.push(mentions[i]!);
  return found;
}

const keysOf = (mentions: readonly Mention[], keep: (m: Mention) => boolean) =>
  new Set(
    mentions
      .filter(keep)
      .map((m) => m.entity ?? m.name ?? '')
      .filter((k) => k !== ''),
  );

const valuesOf = (mentions: readonly Mention[]) =>
  new Set(
    mentions
      .filter((m) => (m.kind === 'count' || m.kind === 'date') && m.value !== null && !/_REF$/.test(m.value))
      .map((m) => `${m.kind}:${m.value}`),
  );

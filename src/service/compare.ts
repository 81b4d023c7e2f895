import { z } from 'zod';
import { titleOf } from '../core/cite/supply-title.ts';
import { type ComparedText, compareTopics } from '../core/ledger/compare-topics.ts';
import { findEntries } from '../core/ledger/find-entries.ts';
import { houseStatements } from '../core/ledger/house-statements.ts';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import { Relation } from '../core/ledger/relation.ts';
import type { Statement } from '../core/ledger/statement.ts';
import { OnrecordError, type Rules, type VersionRecord } from '../core/model/index.ts';
import { collateVersions } from '../core/versions/collate.ts';
import { matchDocument } from '../core/versions/match-document.ts';
import { hasDayOfSpeaking, profileDocument, type VersionProfile } from '../core/versions/profile-document.ts';
import type { Store } from '../store/port.ts';
import { askedTopics } from './find/asked-topics.ts';
import { nameDocument } from './find/name-document.ts';
import { operation } from './operation.ts';

const NAMES = 'an id, file name, day, words of the title, a speaker, "latest" or "latest SPEAKER"';
const Passage = z.object({ turn: z.string(), start: z.int(), end: z.int(), text: z.string() });

/** What a reader calls a text by. */
const Text = z.object({ date: z.string().nullable(), title: z.string(), speakers: z.array(z.string()) });
const textOf = ({ document }: VersionRecord): z.infer<typeof Text> => ({
  date: document.date,
  title: titleOf(document),
  speakers: document.participants.filter((p) => p.role === 'official').flatMap((p) => p.name ?? []),
});

export const compare = operation({
  name: 'compare',
  summary: 'Two texts side by side: two interviews topic by topic, or two versions of one text.',
  effect: 'read',
  stream: false,
  input: z.object({
    a: z.string().meta({ description: NAMES, cli: { positional: true } }),
    b: z.string().meta({ description: NAMES, cli: { positional: true } }),
    as: z
      .enum(['topics', 'versions', 'translations'])
      .optional()
      .meta({ description: 'how to compare; else chosen by what the texts share' }),
  }),
  output: z.object({
    kind: z.enum(['topics', 'versions', 'translations']),
    why: z.string(),
    a: z.string(),
    b: z.string(),
    texts: z.object({ a: Text, b: Text }),
    pairs: z.array(
      z.object({
        topic: z.string().nullable(),
        topicName: z.string().nullable(),
        relation: z.enum([...Relation.options, 'same', 'changed', 'moved', 'added', 'removed']),
        a: z.array(Passage),
        b: z.array(Passage),
        why: z.string(),
      }),
    ),
  }),
  async run({ store, rules }, input) {
    const [a, b] = [await nameDocument(store, rules, input.a), await nameDocument(store, rules, input.b)];
    if (a === b)
      throw new OnrecordError(
        'usage',
        `${input.a} and ${input.b} are the same text, ${a}`,
        'Name two texts; "onrecord list" shows them.',
      );
    const left = (await store.record(a))!;
    const right = (await store.record(b))!;
    const mode = input.as ? { kind: input.as, why: 'as asked' } : chooseKind(left, right, rules);
    const texts = { a: textOf(left), b: textOf(right) };
    if (mode.kind !== 'topics') return { ...mode, a, b, texts, pairs: collated(left, right, rules) };
    const topicNames = new Map(rules.topics.map((t) => [t.id, t.name]));
    // an unknown day says nothing of the order: then the texts stand as they were named
    const days = [left.document.date, right.document.date] as const;
    const later = days[0] !== null && days[1] !== null && days[0] > days[1];
    const order = days.includes(null) ? '; a day is not known, so the first is taken for the earlier' : '';
    const [first, second] = later ? [right, left] : [left, right];
    const rows = compareTopics(await comparedText(store, first, rules), await comparedText(store, second, rules));
    return {
      kind: mode.kind,
      why: mode.why + order,
      a,
      b,
      texts,
      pairs: rows.map((r) => ({
        topic: r.topic,
        topicName: r.topic && (topicNames.get(r.topic) ?? r.topic),
        relation: r.relation,
        a: (later ? r.b : r.a).map(passage),
        b: (later ? r.a : r.b).map(passage),
        why: r.why,
      })),
    };
  },
});

async function comparedText(store: Store, record: VersionRecord, rules: Rules): Promise<ComparedText> {
  const statements = [...(await store.statementsOf(record.document.id)), ...houseStatements(record, rules)];
  return {
    statements,
    ledger: findEntries(record, rules, partiesOfSpeakers(record, rules)).items,
    questionTopics: askedTopics(record, rules),
  };
}

const passage = (s: Statement) => ({ turn: s.claim.turn, start: s.start, end: s.end, text: s.text });

/** One event or two fifths of the words in common: versions; two languages with a like profile, of one day: translations; else topics. */
function chooseKind(
  a: VersionRecord,
  b: VersionRecord,
  rules: Rules,
): { kind: 'topics' | 'versions' | 'translations'; why: string } {
  const language = (r: VersionRecord) => r.document.language?.split('-')[0] ?? null;
  const across = language(a) !== null && language(b) !== null && language(a) !== language(b);
  const [left, right] = [profileDocument(a), profileDocument(b)];
  const match = matchDocument(left, right);
  if (across) {
    const days = daysOf(left, right);
    // on one day a short text may be told in far fewer words
    const alike = Math.max(left.words, right.words) <= (days === 'one' ? 3 : 2) * Math.min(left.words, right.words);
    if (a.document.event === b.document.event || match.same === 'yes' || (alike && days !== 'two'))
      return { kind: 'translations', why: 'two languages and a like profile' };
    return {
      kind: 'topics',
      why: days === 'two' ? 'two languages and two days' : 'two languages, but texts of unlike size',
    };
  }
  if (a.document.event === b.document.event) return { kind: 'versions', why: 'two versions of one event' };
  if (sameOccasion(left, right)) return { kind: 'versions', why: 'one speaker on one day' };
  // shared words in the same order: two occasions on one subject share words, but not passages one after another
  if (alignedShare(a, b, rules) >= 0.4) return { kind: 'versions', why: 'two fifths of the words or more in common' };
  return { kind: 'topics', why: 'two occasions' };
}

/** Were the two said on one day, on two (what was said on another day is no translation), or is it not known? */
const daysOf = (a: VersionProfile, b: VersionProfile): 'one' | 'two' | 'unknown' =>
  hasDayOfSpeaking(a) && hasDayOfSpeaking(b) ? (a.date === b.date ? 'one' : 'two') : 'unknown';

function collated(a: VersionRecord, b: VersionRecord, rules: Rules) {
  const turnAt = (r: VersionRecord, start: number) =>
    r.turns.find((t) => start >= t.start && start < t.end)?.id ?? r.turns[0]?.id ?? '';
  const passages = (r: VersionRecord, spans: readonly { start: number; end: number }[]) =>
    spans.map((s) => ({ turn: turnAt(r, s.start), start: s.start, end: s.end, text: r.text.slice(s.start, s.end) }));
  return collateVersions(a, b, rules).map((p) => ({
    topic: null,
    topicName: null,
    relation: p.relation,
    a: passages(a, p.a),
    b: passages(b, p.b),
    why: p.why,
  }));
}

/** Share of the shorter text's letters that stand beside a passage of the other. */
function alignedShare(a: VersionRecord, b: VersionRecord, rules: Rules): number {
  const size = (spans: readonly { start: number; end: number }[]) => spans.reduce((n, s) => n + s.end - s.start, 0);
  const pairs = collateVersions(a, b, rules);
  const share = (side: 'a' | 'b') => {
    const beside = pairs.filter((p) => p.a.length > 0 && p.b.length > 0).reduce((n, p) => n + size(p[side]), 0);
    return (
      beside /
      Math.max(
        1,
        pairs.reduce((n, p) => n + size(p[side]), 0),
      )
    );
  };
  return Math.min(1, Math.max(share('a'), share('b')));
}

/** One person speaking on one known day, and no other medium: a prepared and a delivered text, or two records of one speech. */
function sameOccasion(a: VersionProfile, b: VersionProfile): boolean {
  const day = /^\d{4}-\d\d-\d\d$/u;
  return (
    a.date !== null &&
    a.date === b.date &&
    day.test(a.date) &&
    a.speakers.length === 1 &&
    b.speakers.length === 1 &&
    a.speakers[0] === b.speakers[0] &&
    (a.outlet === null || b.outlet === null || a.outlet === b.outlet) &&
    a.kind !== 'interview' &&
    b.kind !== 'interview'
  );
}

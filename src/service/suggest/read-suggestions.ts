import { z } from 'zod';
import { describeSpan } from '../../core/anchor/describe-span.ts';
import {
  type Rules,
  STATUSES,
  SUGGESTED,
  type Suggestion,
  SuggestionKind,
  type Turn,
  type VersionRecord,
} from '../../core/model/index.ts';
import { hashOf } from '../../core/text/ids.ts';
import type { Passage } from './write-request.ts';

/** Why a suggestion was thrown away. */
export const Discarded = z.enum([
  'not-json',
  'wrong-shape',
  'not-verbatim',
  'ambiguous',
  'not-his-words',
  'known',
  'too-many',
]);
export type Discarded = z.infer<typeof Discarded>;

/** Most suggestions taken from one answer; a model that repeats itself has no end. A choice of ours. */
const MOST = 400;
const LISTS = { mention: 'mentions', claim: 'claims', topic: 'topics', entry: 'entries' } as const;
/** Zones whose words can be somebody's claim (law V1). */
const SPEAKING: ReadonlySet<Turn['kind']> = new Set(['answer', 'speech', 'commentary']);

/**
 * What of an answer can stand: each suggestion whose quote stands verbatim, once, in the passage that was sent, with closed
 * values only. The rest is thrown away and counted by its reason; nothing in an answer is ever run, followed or believed.
 */
export function readSuggestions(
  answer: string,
  passage: Passage,
  record: VersionRecord,
  rules: Rules,
  by: { readonly model: string; readonly at: string },
): { suggestions: Suggestion[]; discarded: Partial<Record<Discarded, number>> } {
  const discarded: Partial<Record<Discarded, number>> = {};
  const discard = (why: Discarded, many = 1) => {
    discarded[why] = (discarded[why] ?? 0) + many;
  };
  const suggestions = new Map<string, Suggestion>();
  const lists = parse(answer);
  if (lists === null) {
    discard('not-json');
    return { suggestions: [], discarded };
  }
  let seen = 0;
  for (const kind of SuggestionKind.options) {
    const list: unknown = lists[LISTS[kind]];
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      discard('wrong-shape');
      continue;
    }
    for (const item of list) {
      if (++seen > MOST) {
        discard('too-many');
        continue;
      }
      const read = readOne(kind, item, passage, record, rules);
      if (typeof read === 'string') discard(read);
      else {
        const { start, end } = read.anchor;
        const content = JSON.stringify(Object.entries(read.content).sort());
        const id = `${record.document.id}/sug-${hashOf(`${kind}|${start}|${end}|${content}`).slice(0, 10)}`;
        suggestions.set(id, { id, kind, ...read, ...by });
      }
    }
  }
  return { suggestions: [...suggestions.values()], discarded };
}

function readOne(
  kind: SuggestionKind,
  item: unknown,
  passage: Passage,
  record: VersionRecord,
  rules: Rules,
): Pick<Suggestion, 'turn' | 'anchor' | 'content'> | Discarded {
  const quoted = z.object({ quote: z.string().min(1) }).safeParse(item);
  const fields = SUGGESTED[kind].safeParse(item);
  if (!quoted.success || !fields.success) return 'wrong-shape';
  const content = { ...fields.data } as Record<string, string | null>;
  for (const [name, value] of Object.entries(content)) if (value === undefined) content[name] = null;
  if (content.topic && !rules.topics.some((t) => t.id === content.topic)) return 'wrong-shape';
  if (kind === 'entry' && !isStatus(content.section!, content.status!)) return 'wrong-shape';
  const quote = quoted.data.quote.trim();
  if (!/[\p{L}\p{N}]/u.test(quote)) return 'wrong-shape';
  const words = record.text.slice(passage.start, passage.end);
  const at = words.indexOf(quote);
  if (at < 0) return 'not-verbatim';
  if (words.indexOf(quote, at + 1) >= 0) return 'ambiguous';
  const span = { start: passage.start + at, end: passage.start + at + quote.length };
  const turn = record.turns.find((t) => span.start >= t.bodyStart && span.end <= t.end);
  if (!turn) return 'not-his-words';
  if (kind !== 'mention' && !SPEAKING.has(turn.kind) && content.section !== 'premises') return 'not-his-words';
  if (isKnown(kind, span, content, record)) return 'known';
  return { turn: turn.id, anchor: describeSpan(record.document.id, record.text, span), content };
}

const isStatus = (section: string, status: string): boolean =>
  ((STATUSES as Record<string, readonly string[]>)[section] ?? []).includes(status);

/** The rules found the same: there is nothing to decide. */
function isKnown(
  kind: SuggestionKind,
  span: { start: number; end: number },
  content: Readonly<Record<string, string | null>>,
  record: VersionRecord,
): boolean {
  const same = (x: { start: number; end: number }) => x.start === span.start && x.end === span.end;
  const covers = (x: { start: number; end: number }) => x.start <= span.start && span.end <= x.end;
  if (kind === 'mention') return record.mentions.some((m) => same(m) && m.kind === content.kind);
  if (kind === 'claim')
    return record.claims.some((c) => same(c) && c.act === content.act && c.polarity === content.polarity);
  if (kind === 'topic') return record.claims.some((c) => covers(c) && c.topics.includes(content.topic!));
  return false;
}

/** The JSON object of an answer, also inside a fence; null where there is none. */
function parse(answer: string): Record<string, unknown> | null {
  const body = /```(?:json)?\s*([\s\S]*?)```/.exec(answer)?.[1] ?? answer;
  try {
    const json: unknown = JSON.parse(body);
    return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

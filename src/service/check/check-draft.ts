import { z } from 'zod';
import { QuoteCheck, type Span } from '../../core/model/index.ts';
import { extractQuotations } from '../../core/quotes/extract-quotations.ts';
import { findReportedSpeech } from '../../core/quotes/find-reported-speech.ts';
import { mayBeSame, nameParts } from '../../core/quotes/match-names.ts';
import { splitSentences } from '../../core/text/sentences/split-sentences.ts';
import { checkQuotation } from './check-quotation.ts';
import type { CheckSession } from './check-session.ts';
import { nearestPassage } from './nearest-passage.ts';
import type { Draft } from './read-draft.ts';

const DraftItem = z.object({
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  kind: z.enum(['quotation', 'block', 'split']),
  speaker: z.string().nullable(),
  attribution: z.string(),
  leftOut: z.string().nullable(),
  check: QuoteCheck.nullable(),
});
const Unquoted = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  speaker: z.string().nullable(),
  attribution: z.string(),
  nearest: z.object({ document: z.string(), start: z.int(), end: z.int(), text: z.string() }).nullable(),
});

/** The report on a draft. It has no mark for the whole: each quotation is judged, and what was not checked is counted. */
export const DraftReport = z.object({
  draft: z.object({ name: z.string(), sha256: z.string() }),
  record: z.object({
    documents: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    languages: z.array(z.string()),
    fingerprint: z.string(),
    rules: z.string(),
  }),
  program: z.string(),
  checked: z.int(),
  acceptable: z.int(),
  leftOut: z.int(),
  unquoted: z
    .array(Unquoted)
    .describe('attributions without quotation marks: listed with the nearest passage, not judged'),
  items: z.array(DraftItem),
  findings: z.array(z.string()),
  checkedBy: z.null().describe('room for the name of the checker'),
  checkedOn: z.null().describe('room for the day'),
  note: z.null().describe('room for a note'),
});
export type DraftReport = z.infer<typeof DraftReport>;

/** Check every quotation of a draft. */
export async function checkDraft(
  session: CheckSession,
  draft: Draft,
  hints: { speaker?: string; date?: string; document?: string },
  onProgress: (done: number, total: number) => void,
): Promise<DraftReport> {
  const isPerson = await personTest(session);
  const blocks =
    draft.blocks.length > 0 ? draft.blocks : [{ start: 0, end: draft.text.length, kind: 'paragraph' as const }];
  const found = extractQuotations(draft.text, blocks, session.lexicon, isPerson);
  const items: DraftReport['items'] = [];
  for (const [i, item] of found.items.entries()) {
    onProgress(i, found.items.length);
    const speaker = item.speaker ?? hints.speaker;
    const check = item.leftOut
      ? null
      : await checkQuotation(
          session,
          { quote: item.quote, speaker, date: hints.date, document: hints.document },
          { withExchange: true },
        );
    items.push({ ...item, check });
  }
  const unquoted: DraftReport['unquoted'] = [];
  const quoted = found.items.filter((i) => i.leftOut === null);
  const language = CYRILLIC.test(draft.text) ? 'ru' : 'en';
  const sentencesOf = (block: Span) => splitSentences(draft.text, block, language, session.rules).items;
  for (const { said, ...one } of findReportedSpeech(draft.text, blocks, sentencesOf, quoted, session.lexicon, isPerson))
    unquoted.push({ ...one, nearest: await nearestPassage(session, draft.text.slice(said.start, said.end)) });
  const checked = items.filter((i) => i.check !== null);
  const { from, to, documents, languages } = await session.coverage();
  return {
    draft: { name: draft.name, sha256: draft.sha256 },
    record: { documents, from, to, languages, fingerprint: await session.fingerprint(), rules: session.rulesRevision },
    program: session.program,
    checked: checked.length,
    acceptable: checked.filter((i) => i.check!.acceptable).length,
    leftOut: items.length - checked.length,
    unquoted,
    items,
    findings: found.findings.map((f) => f.why),
    checkedBy: null,
    checkedOn: null,
    note: null,
  };
}

/** A draft with a run of Cyrillic words is split by the abbreviations of Russian. */
const CYRILLIC = /(?:\p{Script=Cyrillic}{3,}\s+){3}/u;

/** Names of people who speak in the record or stand in the vocabulary. */
async function personTest(session: CheckSession): Promise<(name: string) => boolean> {
  const titles = session.lexicon.words.titles;
  const bySurname = new Map<string, NonNullable<ReturnType<typeof nameParts>>[]>();
  for (const name of await session.personNames()) {
    const parts = nameParts(name, titles);
    if (!parts) continue;
    const list = bySurname.get(parts.surname);
    if (list) list.push(parts);
    else bySurname.set(parts.surname, [parts]);
  }
  return (name) => {
    const parts = nameParts(name, titles);
    return parts !== null && (bySurname.get(parts.surname) ?? []).some((p) => mayBeSame(p, parts));
  };
}

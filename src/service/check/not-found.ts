import type { Coverage, Quotation, QuoteCheck } from '../../core/model/index.ts';
import { textOf } from '../../core/quotes/passage.ts';
import type { ClaimedSpeaker } from './attribution.ts';
import type { CheckSession } from './check-session.ts';
import { coverageOf } from './coverage.ts';
import type { FoundReading } from './find-reading.ts';
import { findLanguageGap } from './language-gap.ts';
import { round } from './match-of.ts';
import { witnessOf } from './witness.ts';

type Reason = NonNullable<QuoteCheck['reason']>;
/** A nearest passage that shares less than this with the quotation says nothing about it. */
const WORTH_SHOWING = 0.45;

/** The answer when the words stand nowhere: why that may be, what comes nearest, and how far the record reaches (Q3, L4). */
export async function answerNotFound(
  session: CheckSession,
  quotation: Quotation,
  found: FoundReading,
  claimed: ClaimedSpeaker | null,
  findings: string[],
): Promise<QuoteCheck> {
  const coverage = await coverageOf(session, quotation, claimed);
  const reason = await reasonOf(session, quotation, coverage);
  const piece = found.strength > WORTH_SHOWING ? found.near?.piece : undefined;
  const head = piece ? await session.head(piece.passage.document) : null;
  if (piece) {
    const { passage } = piece;
    const text = textOf(passage, passage.words[piece.s0]!.start, passage.words[piece.s1 - 1]!.end);
    findings.push(
      `The nearest passage held is "${text.slice(0, 200)}" (${passage.document}); too little of it agrees.`,
    );
  }
  const witness = await witnessOf(session, head, 'not-found', []);
  if (!witness && reason === 'not-in-record' && (await session.holdsOnlyRenderings(claimed)))
    findings.push('What is held may be translations; the quotation may follow another translation.');
  return {
    ...(quotation.id === undefined ? {} : { id: quotation.id }),
    verdict: 'not-found',
    certainty: 'sure',
    acceptable: false,
    matches: [],
    edits: [],
    joins: [],
    why: `${WHY[reason]} ${coverage.note}`,
    reason,
    printable: null,
    witness,
    coverage,
    features: { strength: round(found.strength) },
    ...(findings.length > 0 ? { findings } : {}),
  };
}

const WHY: Readonly<Record<Reason, string>> = {
  'not-in-record': 'These words do not stand in this record.',
  'not-in-document': 'These words do not stand in the document named.',
  'language-not-held': 'The record holds no text in the language of this quotation, so it cannot tell.',
  'source-unreadable':
    'Part of the document named could not be read, so the record cannot tell; the words do not stand in what was read.',
};

async function reasonOf(session: CheckSession, quotation: Quotation, coverage: Coverage): Promise<Reason> {
  if (quotation.document && (await isPartlyUnread(session, quotation.document))) return 'source-unreadable';
  return findLanguageGap(quotation.quote, coverage.languages) ? 'language-not-held' : 'not-in-record';
}

/** A document some of whose pages gave no text: a scan, or a PDF with scanned pages in it. */
async function isPartlyUnread(session: CheckSession, id: string): Promise<boolean> {
  const versions = id.startsWith('doc:') ? await session.versionsOf(id) : [{ id }];
  for (const version of versions) {
    const record = await session.record(version.id);
    if (record?.findings.some((f) => f.rule.endsWith('without-text'))) return true;
  }
  return false;
}

import type { Finding, LedgerStatement, Rules, Turn, VersionRecord } from '../model/index.ts';
import { hashOf } from '../text/ids.ts';
import { findAccepted } from './entries/accepted.ts';
import { findCases } from './entries/cases.ts';
import { findCounts } from './entries/counts.ts';
import { type Draft, statementFrom } from './entries/draft-entry.ts';
import { findInstruments } from './entries/instruments.ts';
import { findMeasures } from './entries/measures.ts';
import { findMeetings } from './entries/meetings.ts';
import { findPremises } from './entries/premises.ts';
import { findProposals } from './entries/proposals.ts';
import { findRelations } from './entries/relations.ts';
import { findStances } from './entries/stances.ts';
import { type LedgerView, viewForLedger } from './entries/talk-clause.ts';
import { findTracks } from './entries/tracks.ts';
import { houseOf } from './party-of-speaker.ts';

/** One detector a section; they do not see each other, so their order is only the order of the ledger. */
const DETECTORS: readonly ((view: LedgerView) => Draft[])[] = [
  findMeetings,
  findTracks,
  findInstruments,
  findProposals,
  findStances,
  findCounts,
  findCases,
  findMeasures,
  findRelations,
  findPremises,
  findAccepted,
];

/**
 * What one version says for the ledger, from that version alone: adding another document changes nothing here (law K4).
 * Each statement carries the words that prove it; ids are made from section and words.
 */
export function findEntries(
  record: VersionRecord,
  rules: Rules,
  partyOf: (turn: Turn) => string | null,
): { items: LedgerStatement[]; findings: Finding[] } {
  const view = viewForLedger(record, rules, partyOf, houseOf(record, rules));
  const items = new Map<string, LedgerStatement>();
  const drafts = DETECTORS.flatMap((detect) => detect(view));
  for (const draft of drafts) {
    if (isSaidElsewhere(view, draft, drafts)) continue;
    const statement = statementFrom(view, draft);
    const first = statement.evidence[0]!;
    const id = `${record.document.id}/e-${hashOf(`${statement.section}|${first.text}|${statement.value ?? ''}|${first.turn}`).slice(0, 8)}`;
    if (!items.has(id)) items.set(id, { id, ...statement });
  }
  return { items: [...items.values()], findings: [] };
}

/** A plan to meet and a measure to come stand in their own sections: they are forecasts only where one is foretold ("I expect"). */
function isSaidElsewhere(view: LedgerView, draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.section !== 'predictions' || view.saysIn(draft.clause.text, 'expecting')) return false;
  return drafts.some(
    (d) =>
      (d.section === 'meetings' || d.section === 'measures') && d.clause.sentenceIndex === draft.clause.sentenceIndex,
  );
}

import type { LedgerStatement, Rules, VersionRecord } from '../../model/index.ts';
import { findEntries } from '../find-entries.ts';
import { partiesOfSpeakers } from '../party-of-speaker.ts';
import { type Statement, statementsOf } from '../statement.ts';
import { findReferences, type Reference } from './find-references.ts';
import { findReviewItems, type OwnReviewItem } from './find-review-items.ts';
import { findTerms, type Term } from './find-terms.ts';

/**
 * What the operations over the whole record ask of one version, made from that version alone when it is added: nothing
 * here changes when another document comes (law K4). The store keeps it in indexed form; answers fold it over versions.
 */
export interface RecordDigest {
  /** claims with a speaker, in order of place */
  readonly statements: readonly Statement[];
  readonly ledger: readonly LedgerStatement[];
  /** what deserves a person's eye in this version */
  readonly review: readonly OwnReviewItem[];
  /** where this version refers to other statements */
  readonly references: readonly Reference[];
  /** what recurs in statements that no topic covers */
  readonly terms: readonly Term[];
}

/**
 * Raised when what a digest holds or means changes, so that digests made before are not taken for those of today
 * (`digest-record.test.ts` holds their shape).
 */
export const DIGEST_REVISION = 19;

/** Of a record that says nothing to those questions. */
export const EMPTY_DIGEST: RecordDigest = { statements: [], ledger: [], review: [], references: [], terms: [] };

export function digestRecord(record: VersionRecord, rules: Rules): RecordDigest {
  const partyOf = partiesOfSpeakers(record, rules);
  return {
    statements: statementsOf(record, rules, partyOf).sort((a, b) => a.start - b.start || a.end - b.end),
    ledger: findEntries(record, rules, partyOf).items,
    review: findReviewItems(record),
    references: findReferences(record),
    terms: findTerms(record, rules),
  };
}

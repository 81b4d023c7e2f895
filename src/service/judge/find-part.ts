import { findEntries } from '../../core/ledger/find-entries.ts';
import { partiesOfSpeakers } from '../../core/ledger/party-of-speaker.ts';
import type { Span, VersionRecord } from '../../core/model/index.ts';
import type { Context } from '../operation.ts';

/** Words that have an id, and what the rules read there: the state of a ledger statement, the act of a claim. */
export interface Part extends Span {
  readonly id: string;
  readonly what?: string;
}

/** A turn, sentence, claim or statement of the ledger (`…/e-…`) of a record by its id. */
export function findPart(record: VersionRecord, id: string, ctx: Pick<Context, 'rules'>): Part | undefined {
  if (/\/e-/.test(id)) {
    const statements = findEntries(record, ctx.rules, partiesOfSpeakers(record, ctx.rules)).items;
    const statement = statements.find((s) => s.id === id);
    const [proof] = statement?.evidence ?? [];
    if (!statement || !proof) return undefined;
    const { section, status, date, value } = statement;
    const what = [`${section}: ${status}`, date, value].filter((w) => w !== null).join(', ');
    return { id, start: proof.start, end: proof.end, what };
  }
  const claim = record.claims.find((c) => c.id === id);
  if (claim) {
    const { start, end, act, polarity, topic } = claim;
    return { id, start, end, what: [act, polarity, topic].filter((w) => w !== null).join(', ') };
  }
  return record.turns.find((t) => t.id === id) ?? record.sentences.find((s) => s.id === id);
}

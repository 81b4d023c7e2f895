import { findEntries } from '../core/ledger/find-entries.ts';
import { partiesOfSpeakers } from '../core/ledger/party-of-speaker.ts';
import type { Span, VersionRecord } from '../core/model/index.ts';
import type { Context } from './operation.ts';

/** A turn, sentence, claim or statement of the ledger (`…/e-…`) of a record by its id. */
export function findPart(
  record: VersionRecord,
  id: string,
  ctx: Pick<Context, 'rules'>,
): (Span & { id: string }) | undefined {
  if (/\/e-/.test(id)) {
    const statements = findEntries(record, ctx.rules, partiesOfSpeakers(record, ctx.rules)).items;
    const [proof] = statements.find((s) => s.id === id)?.evidence ?? [];
    return proof && { id, start: proof.start, end: proof.end };
  }
  return (
    record.turns.find((t) => t.id === id) ??
    record.sentences.find((s) => s.id === id) ??
    record.claims.find((c) => c.id === id)
  );
}

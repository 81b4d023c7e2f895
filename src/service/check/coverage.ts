import type { Coverage, Quotation } from '../../core/model/index.ts';
import type { ClaimedSpeaker } from './attribution.ts';
import type { CheckSession } from './check-quotation.ts';

/** How far the record reaches, for this speaker about this day (law L4). */
export async function coverageOf(
  session: CheckSession,
  quotation: Quotation,
  claimed: ClaimedSpeaker | null,
): Promise<Coverage> {
  const all = await session.coverage();
  if (!claimed) return { ...all, speakerDocuments: null, before: null, after: null, note: noteOf(all) };
  const dates = await session.datesOf(claimed);
  const day = quotation.date;
  const before = day ? (dates.filter((d) => d <= day).at(-1) ?? null) : null;
  const after = day ? (dates.find((d) => d > day) ?? null) : null;
  const held = await session.documentsOf(claimed);
  return {
    ...all,
    speakerDocuments: held,
    before,
    after,
    note: `${noteOf(all)} ${held === 0 ? `None is of ${claimed.printed}, so the record cannot tell what he said.` : `${held} of them ${held === 1 ? 'is' : 'are'} of ${claimed.printed}.`}`,
  };
}

const noteOf = (c: { documents: number; from: string | null; to: string | null }) =>
  c.documents === 0
    ? 'The record is empty.'
    : `The record holds ${c.documents} ${c.documents === 1 ? 'document' : 'documents'}${c.from ? `, of ${c.from}${c.to && c.to !== c.from ? ` to ${c.to}` : ''}` : ''}.`;

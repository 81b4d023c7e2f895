import type { Quotation, QuoteCheck, Verdict } from '../../core/model/index.ts';
import { MAY_BE_PRINTED } from '../../core/quotes/judge-quote.ts';
import type { CheckSession } from './check-session.ts';
import { exactDay } from './claimed-day.ts';
import type { Placed } from './place-reading.ts';

/** What a claimed document makes of a verdict. */
export interface DocumentVerdict {
  readonly verdict: Verdict;
  readonly why: string;
  readonly reason?: NonNullable<QuoteCheck['reason']>;
}

/**
 * The draft names a document and the words stand only elsewhere: said on another day where both days are known, else not
 * found there. Null where the document is not contradicted, or a graver verdict stands.
 */
export async function contradictDocument(
  session: CheckSession,
  quotation: Quotation,
  placed: readonly Placed[],
  verdict: Verdict,
  findings: string[],
): Promise<DocumentVerdict | null> {
  const named = quotation.document;
  if (!named) return null;
  const there = placed.filter((p) => p.isDocument);
  if (there.length > 0) {
    const exactly = there.some((p) => p.head?.id === named || p.head?.event === named);
    if (!exactly) findings.push(`The words stand in another version of ${named}: ${there[0]!.head?.id}.`);
    return null;
  }
  const head = named.startsWith('doc:') ? (await session.versionsOf(named))[0] : await session.head(named);
  const found = placed[0]!.head;
  if (!head) {
    findings.push(`${named} is not in this record; the words were found in ${found?.id}.`);
    return null;
  }
  findings.push(`The words do not stand in ${named}; they were found elsewhere.`);
  if (!MAY_BE_PRINTED.has(verdict) && verdict !== 'ambiguous') return null;
  const day = exactDay(head);
  const days = placed.map((p) => exactDay(p.head));
  if (day && days.every((d) => d !== null && d !== day))
    return { verdict: 'misdated', why: `The words were not said on ${day} but on ${days[0]}.` };
  return {
    verdict: 'not-found',
    reason: 'not-in-document',
    why: `These words do not stand in the document named; they stand in ${found?.id}.`,
  };
}

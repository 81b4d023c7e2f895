import type { DocumentHead } from '../../core/model/index.ts';
import { daysApart } from '../../core/text/calendar.ts';
import type { Placed } from './place-reading.ts';

/** Known to the day, and known to be the day of speaking. */
export const exactDay = (head: DocumentHead | null) =>
  head?.date && /^\d{4}-\d\d-\d\d$/.test(head.date) && (head.dateKind === 'said' || head.dateKind === 'sidecar')
    ? head.date
    : null;

/** Texts are put out within days of the speech; beyond so many the claimed day is contradicted, though not disproved. */
const PUBLICATION_DAYS = 3;

/** Does every occurrence carry a day, of speaking or of publication, that is not the claimed one? */
export function isOnOtherDay(date: string | undefined, placed: readonly Placed[]): boolean {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  return placed.every((p) => {
    const day = p.head?.date;
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return false;
    return Math.abs(daysApart(date, day)) > PUBLICATION_DAYS;
  });
}

/** Were the words said on another day than claimed, so far as the days of speaking are known exactly? */
export function isMisdated(date: string | undefined, placed: readonly Placed[]): boolean {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  return placed.every((p) => {
    const day = exactDay(p.head);
    return day !== null && day !== date;
  });
}

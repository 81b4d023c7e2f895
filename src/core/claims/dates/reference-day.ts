import { type DocumentFacts, TALK, type Turn } from '../../model/index.ts';
import { type PartialDate, parsePartialDate } from '../../text/calendar.ts';

/**
 * The day that relative expressions of a turn count from (law V3): those of the talk, its title and heading from the
 * day of speaking; an editor's words around a talk from the day of publication, never from the interview's. An article
 * without talk is its author's own voice, so its day is the document's. Readers' comments have a day of their own,
 * which nobody printed: null.
 */
export function referenceDay(turn: Turn | null, facts: DocumentFacts, hasTalk: boolean): PartialDate | null {
  const spoken = parsePartialDate(facts.date);
  const published = parsePartialDate(facts.published);
  if (!turn || TALK.has(turn.kind)) return spoken;
  switch (turn.kind) {
    case 'commentary':
      return hasTalk ? published : (spoken ?? published);
    case 'aside':
    case 'title':
    case 'heading':
    case 'metadata':
      return spoken ?? published;
    default:
      return null;
  }
}

import type { DocumentHead, Quotation } from '../../core/model/index.ts';
import type { Attribution, SourceReading } from '../../core/quotes/judge-quote.ts';
import type { Piece } from '../../core/quotes/piece.ts';
import type { IndexedPassage } from '../../core/quotes/quote-index.ts';
import { type ClaimedSpeaker, isOtherVoice, relate } from './attribution.ts';
import type { CheckSession } from './check-session.ts';
import { CLAIMED } from './fit-range.ts';

/** A reading with what its place says about the claim. */
export interface Placed {
  readonly reading: SourceReading;
  readonly head: DocumentHead | null;
  readonly speaker: Attribution['speaker'];
  readonly isOtherVoice: boolean;
  /** who speaks, for telling people apart; null when unknown */
  readonly who: string | null;
  readonly isDay: boolean;
  readonly isDocument: boolean;
}

/** What the place of a piece says about the claim. */
export async function placeOf(session: CheckSession, q: Quotation, claimed: ClaimedSpeaker | null, piece: Piece) {
  const turn = piece.passage.turns[piece.passage.words[piece.s0]!.turn]!;
  return placeTurn(session, q, claimed, piece.passage.document, turn);
}

/** What a turn says about the claim. */
export async function placeTurn(
  session: CheckSession,
  q: Quotation,
  claimed: ClaimedSpeaker | null,
  document: string,
  turn: IndexedPassage['turns'][number],
): Promise<Omit<Placed, 'reading'>> {
  const head = await session.head(document);
  return {
    head,
    speaker: claimed ? relate(claimed, turn, head, session.lexicon, session.rules) : 'unclaimed',
    isOtherVoice: isOtherVoice(turn),
    // a person known only inside its document has another id in each: there the name tells
    who: turn.person !== null && !turn.person.includes('/') ? turn.person : turn.speaker,
    isDay: q.date !== undefined && head?.date === q.date,
    isDocument: q.document !== undefined && (document === q.document || (await isOfEvent(session, head, q.document))),
  };
}

/** The claimed speaker first, then the claimed document and day, then those who answer before those who ask. */
export function scoreOf(p: Omit<Placed, 'reading'>): number {
  const speaker = { same: CLAIMED, unclaimed: 200, unknown: 100, other: 0 }[p.speaker];
  return speaker + (p.isDocument ? 20 : 0) + (p.isDay ? 10 : 0) + (p.isOtherVoice ? 0 : 1);
}

/** Is this text a version of the event that an id, of an event or of one of its versions, names? */
async function isOfEvent(session: CheckSession, head: DocumentHead | null, id: string): Promise<boolean> {
  if (!head) return false;
  return head.event === id || (await session.head(id))?.event === head.event;
}

import type { Match } from '../../core/model/index.ts';
import { spanOf } from '../../core/quotes/find-edits.ts';
import type { ParsedQuote } from '../../core/quotes/parse-quote.ts';
import { textOf } from '../../core/quotes/passage.ts';
import type { Piece } from '../../core/quotes/piece.ts';
import type { CheckSession } from './check-session.ts';
import type { Placed } from './place-reading.ts';

/** One occurrence an event: a mirror says nothing twice. */
export function dedupeEvents(placed: readonly Placed[], best: Placed): Placed[] {
  const seen = new Set([`${best.head?.event}|${best.who}`]);
  return placed.filter((p) => {
    const key = `${p.head?.event}|${p.who}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A piece as a match: where it stands, who speaks, on which day. */
export async function matchOf(
  session: CheckSession,
  quote: ParsedQuote,
  piece: Piece,
  strength: number,
): Promise<Match> {
  const { passage } = piece;
  const span = spanOf(quote, piece);
  const turn = passage.turns[passage.words[piece.s0]!.turn]!;
  const head = await session.head(passage.document);
  return {
    document: passage.document,
    turn: turn.id,
    ...span,
    text: textOf(passage, span.start, span.end),
    speaker: turn.speaker,
    person: turn.person,
    voice: turn.voice,
    date: head?.date ?? null,
    score: round(strength),
  };
}

/** Three decimals: what a reader can compare. */
export const round = (x: number) => Math.round(x * 1000) / 1000;

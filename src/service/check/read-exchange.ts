import type { Exchange, Match, Turn, VersionRecord } from '../../core/model/index.ts';
import { TALK } from '../../core/model/index.ts';

/** A question or answer beside the passage is shown so far, in UTF-16 units. */
const MAX_SHOWN = 600;

/** The exchange around a passage: what was said before and after it, and the sentences it stands in. */
export function readExchange(record: VersionRecord, match: Match): Exchange | null {
  const at = record.turns.findIndex((t) => t.start <= match.start && match.start < t.end);
  if (at < 0) return null;
  const beside = (step: 1 | -1): Turn | null => {
    for (let i = at + step; record.turns[i]; i += step) {
      const turn = record.turns[i]!;
      // an answer that goes on after an aside is still the same words
      if (turn.continues === match.turn || record.turns[at]!.continues === turn.id) continue;
      if (TALK.has(turn.kind)) return turn;
      if (turn.kind === 'heading' || turn.kind === 'title') return null;
    }
    return null;
  };
  const inside = record.sentences.filter((s) => s.start < match.end && match.start < s.end);
  const start = Math.min(match.start, inside[0]?.start ?? match.start);
  const last = Math.max(match.end, inside.at(-1)?.end ?? match.end);
  const end = start + record.text.slice(start, last).trimEnd().length;
  const [before, after] = [beside(-1), beside(1)];
  return {
    before: before && said(record, before, 'end'),
    passage: { start, end, text: record.text.slice(start, end) },
    after: after && said(record, after, 'start'),
  };
}

/** A turn's words; of a long one the sentences next to the passage. */
function said(record: VersionRecord, turn: Turn, near: 'start' | 'end') {
  let [start, end] = [turn.bodyStart, turn.bodyStart + record.text.slice(turn.bodyStart, turn.end).trimEnd().length];
  if (end - start > MAX_SHOWN) {
    const own = record.sentences.filter((s) => s.start >= start && s.end <= turn.end);
    if (near === 'end') start = own.find((s) => end - s.start <= MAX_SHOWN)?.start ?? end - MAX_SHOWN;
    else end = own.findLast((s) => s.end - start <= MAX_SHOWN)?.end ?? start + MAX_SHOWN;
  }
  const { id, kind, voice, speaker } = turn;
  return { turn: id, kind, voice, speaker, start, end, text: record.text.slice(start, end).trimEnd() };
}

import { TALK, type Turn, type VersionRecord } from '../../../core/model/index.ts';

/** Weight of one page of a long document, in bytes of markup; a page stays below 150 KB with its frame. */
const MAX_WEIGHT = 105_000;
/** What the rail, the margin and the addresses of a turn weigh, and of a sentence. */
const TURN_WEIGHT = 900;
const SENTENCE_WEIGHT = 32;

/** The turns of a document in parts that each make a page, cut before a question where there is one. */
export function cutParts(record: VersionRecord): Turn[][] {
  const sentences = new Map<string, number>();
  for (const s of record.sentences) sentences.set(s.turn, (sentences.get(s.turn) ?? 0) + 1);
  const weigh = (t: Turn) =>
    Buffer.byteLength(record.text.slice(t.start, t.end)) * 1.05 +
    TURN_WEIGHT +
    (sentences.get(t.id) ?? 0) * SENTENCE_WEIGHT;
  const parts: Turn[][] = [[]];
  let weight = 0;
  for (const turn of record.turns) {
    const isFull = weight + weigh(turn) > MAX_WEIGHT || (weight > MAX_WEIGHT * 0.85 && turn.kind === 'question');
    if (isFull && parts.at(-1)!.length > 0) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)!.push(turn);
    weight += weigh(turn);
  }
  return parts;
}

/** The turn where the exchange around a turn begins: the question that it answers, or the turn itself. */
export function exchangeStart(turns: readonly Turn[], turn: Turn): Turn {
  let at = turns.indexOf(turn);
  if (turn.kind !== 'answer') return turn;
  while (at > 0 && turns[at]!.kind !== 'question') at--;
  // several questions in a row belong together
  while (at > 0 && turns[at - 1]!.kind === 'question') at--;
  return turns[at]!.kind === 'question' ? turns[at]! : turn;
}

/** How many zones at the head of a page only repeat what it is: title, date line, furniture. */
export function frontMatter(turns: readonly Turn[]): number {
  const first = turns.findIndex((t) => TALK.has(t.kind) || t.kind === 'commentary' || t.kind === 'comment');
  let end = first < 0 ? 0 : first;
  while (end > 0 && (turns[end - 1]!.kind === 'heading' || turns[end - 1]!.kind === 'aside')) end--;
  return end;
}

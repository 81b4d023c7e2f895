import { resolveAnchor } from '../../core/anchor/resolve-anchor.ts';
import {
  type Claim,
  type Judgement,
  SUGGESTED,
  type SuggestionKind,
  type Turn,
  type VersionRecord,
} from '../../core/model/index.ts';

/** What a judgement that accepts a suggestion keeps of it, so that it stands without the model and without its table. */
export interface AcceptedSuggestion {
  readonly kind: SuggestionKind;
  readonly content: Readonly<Record<string, string | null>>;
}

export const isSuggestion = (id: string): boolean => /\/sug-/.test(id);

/** Voices whose words are laid to a person (law V1). */
const ATTRIBUTED: ReadonlySet<Turn['voice']> = new Set(['official', 'guest', 'moderator']);

/**
 * Put what a person accepted into the record: a mention, a claim, a topic on the claims that stand there, an entry for the
 * ledger. Answers false when its words are no longer in the text. Whose words they are is settled by their turn, not by the model.
 */
export function applySuggestion(record: VersionRecord, j: Judgement): boolean {
  const accepted = parseAccepted(j.value);
  if (!accepted || !j.anchor) return false;
  const { start, end } = resolveAnchor(record.text, j.anchor);
  const turn = start === null || end === null ? undefined : record.turns.find((t) => t.start <= start && end <= t.end);
  if (start === null || end === null || !turn) return false;
  const rule = `judgement ${j.id}`;
  const { kind, content } = accepted;
  if (kind === 'mention') {
    const { kind: of, name, value } = SUGGESTED.mention.parse(content);
    record.mentions.push({
      kind: of,
      start,
      end,
      value: value ?? null,
      name: name ?? null,
      entity: null,
      turn: turn.id,
      rule,
    });
    record.mentions.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  } else if (kind === 'topic') {
    const { topic } = SUGGESTED.topic.parse(content);
    for (const claim of record.claims)
      if (claim.start < end && start < claim.end && !claim.topics.includes(topic)) {
        claim.topics.push(topic);
        claim.topic ??= topic;
      }
  } else if (kind === 'claim') {
    record.claims.push(claimOf(j, content, { start, end }, turn));
    record.claims.sort((a, b) => a.start - b.start || a.end - b.end);
  } else {
    const { section, status } = SUGGESTED.entry.parse(content);
    record.entries = [...(record.entries ?? []), { section, status, start, end, rule }];
  }
  return true;
}

function claimOf(
  j: Judgement,
  content: AcceptedSuggestion['content'],
  span: { start: number; end: number },
  turn: Turn,
): Claim {
  const { act, polarity, modality, topic } = SUGGESTED.claim.parse(content);
  const attributed = turn.kind !== 'commentary' && ATTRIBUTED.has(turn.voice);
  return {
    ...span,
    id: j.about,
    turn: turn.id,
    voice: turn.voice,
    speaker: attributed ? turn.speaker : null,
    person: attributed && turn.speaker !== null ? turn.person : null,
    topic: topic ?? null,
    topics: topic ? [topic] : [],
    act,
    polarity,
    modality,
    addressee: null,
    reported: null,
    hedges: [],
    condition: null,
    inReplyTo: null,
    rule: `judgement ${j.id}`,
  };
}

function parseAccepted(value: string | null): AcceptedSuggestion | null {
  if (value === null) return null;
  const json = JSON.parse(value) as AcceptedSuggestion;
  return json.kind in SUGGESTED && SUGGESTED[json.kind].safeParse(json.content).success ? json : null;
}

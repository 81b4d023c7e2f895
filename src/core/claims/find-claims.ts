import type { Claim, DocumentFacts, Finding, Layer, Mention, Rules, Sentence, Turn } from '../model/index.ts';
import { idsFromWords } from '../text/ids.ts';
import { claimCues } from './acts/claim-cues.ts';
import { labelAnswer } from './acts/label-answer.ts';
import { ownSide } from './acts/own-side.ts';
import { type ClaimDraft, detectClaims } from './detectors/detect-claims.ts';
import { NO_THREAD, settleTopics } from './refiners/settle-topics.ts';

/** Zones whose sentences put something forward; a question's premise is a premise, a heading is an editor's (law V1). */
const SPEAKING: ReadonlySet<Turn['kind']> = new Set(['answer', 'speech', 'commentary']);
/** Voices whose words are laid to a person; all others give claims of nobody. */
const ATTRIBUTED: ReadonlySet<Turn['voice']> = new Set(['official', 'guest', 'moderator']);

/** What each sentence of talk puts forward. Never from a question, a heading, a reader or a site (law V1). */
export function findClaims(
  text: string,
  turns: readonly Turn[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  facts: DocumentFacts,
  rules: Rules,
): Layer<Claim> {
  const cues = claimCues(rules);
  const sentencesOf = groupBy(sentences, (s) => s.turn);
  const mentionsOf = groupBy(mentions, (m) => m.turn ?? '');
  const drafts: (ClaimDraft & { readonly turn: Turn })[] = [];
  const findings: Finding[] = [];
  let question: Turn | null = null;
  let thread = NO_THREAD;
  for (const turn of turns) {
    if (turn.kind === 'question') question = turn;
    if (turn.kind === 'heading' || turn.kind === 'title') question = null;
    if (turn.kind === 'heading') thread = NO_THREAD;
    if (!SPEAKING.has(turn.kind)) continue;
    const own = ownSide(turn, facts, rules);
    const named = mentionsOf.get(turn.id) ?? [];
    const spoken = detectClaims(text, sentencesOf.get(turn.id) ?? [], named, own, cues);
    const asked = turn.kind === 'answer' ? question : null;
    const speaker = { own, mentions: [...named, ...(mentionsOf.get(asked?.id ?? '') ?? [])] };
    const settled = settleTopics(text, spoken, asked, thread, speaker, rules);
    thread = settled.thread;
    const said = asked && cues.get(/[\u0400-\u04ff]{2}/.test(text.slice(turn.bodyStart, turn.end)) ? 'ru' : 'en');
    if (said) findings.push(...labelAnswer(text, settled.claims, said));
    for (const claim of settled.claims) drafts.push({ ...claim, turn, inReplyTo: asked?.id ?? null });
    if (turn.kind === 'commentary') question = null;
  }
  const ids = idsFromWords(
    `${turns[0]?.id.split('/')[0] ?? 'ver:'}/c`,
    drafts.map((d) => text.slice(d.start, d.end)),
  );
  const items = drafts.map(({ turn, ...claim }, i): Claim => {
    const attributed = turn.kind !== 'commentary' && ATTRIBUTED.has(turn.voice);
    return {
      ...claim,
      id: ids[i]!,
      turn: turn.id,
      voice: turn.voice,
      speaker: attributed ? turn.speaker : null,
      person: attributed && turn.speaker !== null ? turn.person : null,
    };
  });
  return { items, findings };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

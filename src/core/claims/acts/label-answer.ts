import type { Finding, Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimDraft } from '../detectors/detect-claims.ts';
import { type ClaimCues, firstCue } from './claim-cues.ts';

/** An answer that is longer than this many statements has answered something, whatever it declines besides. A choice of ours. */
const SHORT = 6;

/** How an answer does not answer, by rule; each with the words that show it. */
const WAYS = {
  'answer-declines': 'declines to say',
  'answer-deflects': 'sends the question elsewhere',
  'answer-promises-later': 'puts the answer off',
} as const;
type Way = keyof typeof WAYS;

/**
 * A note where a question is not answered: declined, sent elsewhere ("ask them"), or put off ("in due course"). Only by
 * what is said openly; whether other words answer is for a reader to judge.
 */
export function labelAnswer(text: string, claims: readonly ClaimDraft[], cues: ClaimCues): Finding[] {
  if (claims.length > SHORT) return [];
  for (const claim of claims) {
    const way = wayOf(text, claim, cues);
    if (way)
      return [
        {
          stage: 'claims',
          rule: way,
          severity: 'info',
          start: claim.start,
          end: claim.end,
          why: `The answer ${WAYS[way]}.`,
        },
      ];
  }
  return [];
}

function wayOf(text: string, claim: Span & Pick<ClaimDraft, 'act'>, cues: ClaimCues): Way | null {
  const words = foldCase(text.slice(claim.start, claim.end)).replace(/\s+/g, ' ');
  if (firstCue(cues, 'deflects', words)) return 'answer-deflects';
  if (firstCue(cues, 'promises-later', words)) return 'answer-promises-later';
  return claim.act === 'no-comment' ? 'answer-declines' : null;
}

import type { TalkClause } from './talk-clause.ts';

/** What a clause says of a proposal's course; the first list that speaks, most telling first. */
const COURSE: readonly (readonly [cue: string, status: string])[] = [
  ['proposal-never-sent', 'not-received'],
  ['proposal-not-answered', 'not-answered'],
  ['proposal-studied', 'being-studied'],
  ['proposal-withdrawn', 'withdrawn'],
  ['proposal-partly-accepted', 'partly-accepted'],
  ['proposal-rejected', 'rejected'],
  ['proposal-lapsed', 'lapsed'],
  ['proposal-acknowledged', 'acknowledged'],
  ['proposal-accepted', 'accepted'],
  ['proposal-answered', 'answered'],
  ['proposal-to-come', 'announced'],
  ['proposal-sent', 'sent'],
  ['proposal-made', 'announced'],
];

/** These speak of some proposal without naming it: an answer, a study, a refusal. The rest need the noun beside them. */
const ANAPHORIC: ReadonlySet<string> = new Set([
  'not-received',
  'not-answered',
  'being-studied',
  'withdrawn',
  'partly-accepted',
  'rejected',
  'lapsed',
  'accepted',
  'answered',
  'sent',
]);

export interface ProposalStatus {
  readonly status: string;
  readonly cue: string;
}

export function proposalStatus(clause: TalkClause): ProposalStatus | null {
  // "we have not yet received an answer": the noun and the verb stand apart
  if (clause.says('unreceived'))
    return { status: clause.says('answer-noun') ? 'not-answered' : 'not-received', cue: 'unreceived' };
  // "there is nothing unacceptable in it" rejects nothing
  const isRefused = (cue: string) => cue !== 'proposal-rejected' || !clause.says('proposal-not-rejected');
  const found = COURSE.find(([cue]) => clause.says(cue) && isRefused(cue));
  if (!found) return null;
  const [cue, status] = found;
  // "accepts Articles 1 and 2", "rejects Article 3": a part
  if ((status === 'rejected' || status === 'accepted') && clause.says('in-part'))
    return { status: 'partly-accepted', cue };
  return { status, cue };
}

export const isAnaphoric = (status: string): boolean => ANAPHORIC.has(status);

/** Whose doing a status is: an answer is the receiver's, the sending is the maker's. */
export const isReceiversDoing = (status: string): boolean =>
  /^(?:acknowledged|being-studied|answered|accepted|partly-accepted|rejected)$/u.test(status);

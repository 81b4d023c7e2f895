import type { Section } from '../../core/model/index.ts';

/** The sections of the ledger as a reader says them. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  meetings: 'Meetings',
  tracks: 'Talks',
  instruments: 'Treaties and agreements',
  proposals: 'Proposals and answers',
  demands: 'Demands and conditions',
  commitments: 'Promises',
  predictions: 'Predictions',
  counts: 'Numbers',
  cases: 'Cases of single persons',
  measures: 'Sanctions and other measures',
  relations: 'State of relations',
  premises: 'What interviewers took for granted',
};

/** A state as a reader says it, where the closed list's word would not do. */
const STATES: Readonly<Record<string, string>> = {
  'planned-outcome-unknown': 'planned, outcome not in this record',
  stated: 'said',
  'not-agreed': 'not agreed',
  accepts: 'accepted in the answer',
  rejects: 'rejected in the answer',
  qualifies: 'qualified in the answer',
  leaves: 'left as it was by the answer',
};

/** The state of a row as a reader says it. */
export const stateWords = (status: string): string => STATES[status] ?? status.replaceAll('-', ' ');

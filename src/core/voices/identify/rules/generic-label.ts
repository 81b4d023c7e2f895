import type { IdentityRule } from '../scene.ts';

/** Q, Question, Reporter, Participant, Moderator: a place at the table, not a person. */
export const genericLabel: IdentityRule = {
  name: 'generic-label',
  reason: 'A label without a name must never become a named person; whoever asks may be known by the outlet.',
  resolve: ({ label }, { facts }) => {
    if (label.generic === 'question') return { name: facts.outlet, key: null, person: null, rule: 'generic-question' };
    if (label.generic && label.generic !== 'answer')
      return { name: label.plain, key: null, person: null, rule: 'generic-voice' };
    return null;
  },
};

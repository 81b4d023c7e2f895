import type { RoleRule } from './role-rule.ts';

/** Whoever mostly asks is the interviewer, named or not. */
export const askingRole: RoleRule = {
  name: 'asking-role',
  reason: 'Asking is what an interviewer does; an official who asks back once does not become one.',
  decide: ({ turn, use }) => {
    if (turn.kind === 'aside') return null;
    if (!use) return turn.kind === 'question' ? 'interviewer' : null;
    return use.asks > use.answers + use.speaks ? 'interviewer' : null;
  },
};

import { foldName } from '../../../text/romanise-name.ts';
import type { RoleRule } from './role-rule.ts';

/** Question, Answer, Moderator, Reader: the label itself is a role. */
export const genericRole: RoleRule = {
  name: 'generic-role',
  reason: 'A label without a name says what its bearer does.',
  decide: ({ use, turn, scene }) => {
    switch (use?.label.generic) {
      case 'question':
        return 'interviewer';
      case 'answer':
        return 'official';
      case 'moderator':
        return turn.kind === 'question' ? 'interviewer' : 'moderator';
      case 'reader':
        return 'reader';
      case 'crowd': {
        if (turn.kind === 'question') return 'interviewer';
        const last = foldName(use.label.plain).split(' ').at(-1)!;
        if (last === 'official' || scene.words.keptTitles.has(last)) return 'official';
        // "Participant" answers where nobody else does; beside a named answerer he may be anyone in the room
        const others = scene.uses.some((u) => u !== use && u.answers > 0 && u.label.generic !== 'moderator');
        return turn.kind === 'answer' && !others ? 'official' : 'unknown';
      }
      default:
        return null;
    }
  },
};

/** Vizepräsidentin Marenko, The PRESIDING OFFICER: who leads a sitting of several speakers. */
export const presidingRole: RoleRule = {
  name: 'presiding-role',
  reason: 'In a house or panel of several speakers, whoever bears the presiding office gives the word and takes it.',
  decide: ({ use, scene }) => {
    if (!use || use.asks > use.speaks || use.answers > 0 || scene.uses.length < 3) return null;
    const office = foldName(use.label.office ?? '').match(/\p{L}[\p{L}'-]*/gu) ?? [];
    return office.some((w) => scene.words.presiding.has(w)) && use.turns.length > 1 ? 'moderator' : null;
  },
};

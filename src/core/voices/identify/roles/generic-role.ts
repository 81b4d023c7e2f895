import { compareNames } from '../../../text/compare-names.ts';
import { foldName } from '../../../text/romanise-name.ts';
import { type LabelUse, usesLike } from '../scene.ts';
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
    if (!use || scene.uses.length < 3) return null;
    // `Ilse Marenko (Moderator)`
    const named = use.label.name ? usesLike(use.label.name, scene) : [];
    const chairs = (u: LabelUse) => u.label.note !== null && scene.words.moderators.has(foldName(u.label.note));
    if (chairs(use) || named.some((u) => chairs(u) && compareNames(u.label.name!, use.label.name!) === 'same'))
      return 'moderator';
    const title = foldName(use.label.office ?? '').replace(/\.$/, '');
    // a host asks; a president elsewhere leads a state
    const other = scene.words.keptTitles.has(title) || scene.words.pressRoles.has(title);
    if (scene.words.moderators.has(title) && !other) return 'moderator';
    if (use.asks > use.speaks || use.answers > 0) return null;
    const office = foldName(use.label.office ?? '').match(/\p{L}[\p{L}'-]*/gu) ?? [];
    return office.some((w) => scene.words.presiding.has(w)) && use.turns.length > 1 ? 'moderator' : null;
  },
};

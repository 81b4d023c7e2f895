import { foldName } from '../../../text/romanise-name.ts';
import { isOfficeWord } from '../voice-words.ts';
import type { RoleRule } from './role-rule.ts';

/** `Anna Cole, Host`, `Per Orn, Varnia Today`: behind the name stands the work of a journalist, or an outlet. */
export const pressRole: RoleRule = {
  name: 'press-role',
  reason: 'Who speaks for a newspaper or a station asks for it or is its guest, and never speaks for a state.',
  decide: ({ use, turn, scene: { words } }) => {
    const tail = use?.label.name ? (use.label.office?.match(/\p{L}[\p{L}'’-]*/gu) ?? []).map(foldName) : [];
    const ofPress =
      tail.some((word) => words.pressRoles.has(word)) ||
      (tail.some((word) => words.outlets.has(word)) && !tail.some((word) => isOfficeWord(word, words)));
    if (!ofPress) return null;
    return turn.kind === 'question' || use!.asks > 0 ? 'interviewer' : 'guest';
  },
};

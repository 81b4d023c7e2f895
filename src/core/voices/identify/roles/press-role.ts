import { pressOf } from '../../labels/parse-label.ts';
import { gatherVoiceWords } from '../../voice-words.ts';
import type { RoleRule } from './role-rule.ts';

/** `Anna Cole, Host`, `Per Orn, Varnia Today`: behind the name stands the work of a journalist, or an outlet. */
export const pressRole: RoleRule = {
  name: 'press-role',
  reason: 'Who speaks for a newspaper or a station asks for it or is its guest, and never speaks for a state.',
  decide: ({ use, turn, scene: { rules } }) => {
    if (!use?.label.name || !use.label.office || !pressOf(use.label.office, gatherVoiceWords(rules))) return null;
    return turn.kind === 'question' || use.asks > 0 ? 'interviewer' : 'guest';
  },
};

import type { RoleRule } from './role-rule.ts';

/** Whoever answers, or speaks where nobody is interviewed. */
export const speakingRole: RoleRule = {
  name: 'speaking-role',
  reason:
    'The one who answers is the one on record; where several unknown people answer an outlet, they are its guests.',
  decide: ({ turn, use, found, scene }) => {
    if (turn.kind === 'question') return 'interviewer';
    if (turn.kind === 'aside') return found?.name ? 'guest' : null;
    if (!use) return found ? 'official' : 'unknown';
    if (use.label.generic) return null;
    const others = scene.uses.filter((u) => u !== use && u.label.name !== null && u.answers > 0);
    const named = scene.uses.some((u) => u.asks > 0 && u.label.name !== null && u.label.generic === null);
    // at a briefing reporters are named too, and several offices send their spokesmen
    if (use.answers > 0 && scene.facts.kind === 'briefing') return 'official';
    // named people ask and several answer: a broadcast with guests
    if (use.answers > 0)
      return named && others.length > 0 && use.answers < Math.max(...others.map((u) => u.answers))
        ? 'guest'
        : 'official';
    return named ? 'guest' : 'official';
  },
};

import { foldLabel, gatherVoiceWords, listOf } from '../../voice-words.ts';
import type { IdentityRule } from '../scene.ts';

/** A ministry or another body that speaks under its own name in a text without labels: no person's name is sought for it. */
export const statedBody: IdentityRule = {
  name: 'stated-body',
  reason: 'A ministry has no surname that could be found elsewhere on its page.',
  resolve: (use, scene) => {
    const turns = use.turns.map((i) => scene.turns[i]!);
    const who = turns[0]!.who?.trim();
    if (!who || turns.some((t) => t.label !== null)) return null;
    const bodies = listOf(gatherVoiceWords(scene.rules), 'body-words');
    const words = foldLabel(who).split(' ');
    return words.length >= 3 && bodies.has(words[0]!)
      ? { name: who, key: words.join(' '), person: null, rule: 'stated-body' }
      : null;
  },
};

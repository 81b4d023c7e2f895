import { fullestForm } from '../fullest-form.ts';
import type { IdentityRule } from '../scene.ts';

/** `A:`, `Answer:`, `the Minister:` in an interview with one official: there is nobody else whom it could mean. */
export const soleAnswerer: IdentityRule = {
  name: 'sole-answerer',
  reason:
    'In a two-party interview the answer is the one official interviewed; where several could be meant it is nobody.',
  resolve: ({ label, answers }, scene) => {
    const nameless = label.generic === 'answer' || (label.name === null && label.generic === null && answers > 0);
    if (!nameless) return null;
    const named = scene.uses.filter((u) => u.label.name !== null && u.asks === 0);
    const others = new Set(named.map((u) => scene.resolved.get(u)?.key ?? u.label.plain));
    if (others.size === 1) {
      const key = [...others][0]!;
      const first = scene.resolved.get(named[0]!);
      return { name: first?.name ?? named[0]!.label.plain, key, person: first?.person ?? null, rule: 'sole-answerer' };
    }
    if (others.size > 1) return { name: null, key: null, person: null, rule: 'several-could-answer' };
    // Nobody is labelled: whoever is announced, less those who ask
    const askers = scene.uses.filter((u) => u.asks > 0 && u.label.name).map((u) => u.label.name!);
    const guests = scene.announced.filter((a) => !askers.some((n) => fullestForm([n, a.name]) !== null));
    const name = fullestForm(guests.map((a) => a.name));
    return name === null
      ? { name: null, key: null, person: null, rule: 'nobody-announced' }
      : { name, key: name, person: null, rule: 'announced-answerer' };
  },
};

import { compareNames, nameTokens } from '../../../text/compare-names.ts';
import { fullestForm } from '../fullest-form.ts';
import { type IdentityRule, usesLike } from '../scene.ts';

/** `Marenko:` after `Ilse Marenko:`, where no other Marenko is labelled. */
export const fullerLabel: IdentityRule = {
  name: 'fuller-label',
  reason:
    'A transcript often prints the full name once and the surname from then on; two namesakes keep their labels apart.',
  resolve: ({ label }, scene) => {
    if (!label.name) return null;
    const own = label.name;
    const fuller = usesLike(own, scene).flatMap((u) =>
      u.label.name && nameTokens(u.label.name).length > 1 ? [u.label] : [],
    );
    const alike = fuller.filter((l) => compareNames(l.name!, own) === 'same');
    if (label.gender && alike.some((l) => l.gender && l.gender !== label.gender)) return null;
    const name = fullestForm(alike.map((l) => l.name!));
    return name === null ? null : { name, key: name, person: null, rule: 'fuller-label' };
  },
};

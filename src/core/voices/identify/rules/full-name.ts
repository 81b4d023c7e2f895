import { compareNames, nameTokens } from '../../../text/compare-names.ts';
import { fullestForm } from '../fullest-form.ts';
import { type IdentityRule, printedLike, usesLike } from '../scene.ts';

/** `DONALD ARDEN:`, `Dr. Ilse Marenko (KP):`, `В.Маренко:`: the label itself has a given name or an initial. */
export const fullName: IdentityRule = {
  name: 'full-name',
  reason: 'A label with given name and surname says who speaks; the text may write the name more fully.',
  resolve: ({ label }, scene) => {
    if (!label.name || nameTokens(label.name).length < 2) return null;
    const given = label.name;
    const alike = printedLike(given, scene).filter((p) => compareNames(p.name, given) === 'same');
    const labels = usesLike(given, scene).flatMap((u) =>
      u.label.name && compareNames(u.label.name, given) === 'same' ? u.label.name : [],
    );
    const name =
      fullestForm([given, ...labels, ...alike.map((p) => p.name)]) ?? fullestForm([given, ...labels]) ?? given;
    return { name, key: name, person: null, rule: 'full-name' };
  },
};

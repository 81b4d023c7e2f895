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
    const alike = printedLike(given, scene).filter(
      (p) => compareNames(p.name, given) === 'same' && opensLike(p.name, given),
    );
    const labels = usesLike(given, scene).flatMap((u) =>
      u.label.name && compareNames(u.label.name, given) === 'same' ? u.label.name : [],
    );
    const name =
      fullestForm([given, ...labels, ...alike.map((p) => p.name)]) ?? fullestForm([given, ...labels]) ?? given;
    return { name, key: name, person: null, rule: 'full-name' };
  },
};

/** A fuller form opens with the same given name or its initial, else it has caught words before it: "Arms Control Ilse Marenko". */
function opensLike(fuller: string, given: string): boolean {
  const [a, b] = [nameTokens(fuller), nameTokens(given)];
  if (a.length <= b.length || a[0] === b[0]) return true;
  return (a[0]!.length === 1 || b[0]!.length === 1) && a[0]![0] === b[0]![0];
}

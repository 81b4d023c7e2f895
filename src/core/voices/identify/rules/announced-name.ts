import { compareNames } from '../../../text/compare-names.ts';
import { fullestForm } from '../fullest-form.ts';
import type { IdentityRule } from '../scene.ts';

/** `MS. MARENKO:` in a briefing "by Press Secretary Ilse Marenko". */
export const announcedName: IdentityRule = {
  name: 'announced-name',
  reason: 'Whoever the title or the introduction announces under this surname is the one who speaks under it.',
  resolve: ({ label }, { announced }) => {
    if (!label.name) return null;
    const own = label.name;
    const forms = announced.filter((a) => compareNames(a.name, own) === 'same').map((a) => a.name);
    // two people of one surname announced: fullestForm finds that they disagree, and gives none
    const name = fullestForm(forms);
    return name === null ? null : { name, key: name, person: null, rule: 'announced-name' };
  },
};

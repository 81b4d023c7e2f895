import { foldName } from '../../../text/romanise-name.ts';
import { fullestForm } from '../fullest-form.ts';
import type { IdentityRule } from '../scene.ts';
import { isOfficeWord, type VoiceWords } from '../voice-words.ts';

/**
 * `Foreign Minister:` after `Ilse Marenko, Foreign Minister:`; `Prime Minister:` in a transcript "of the press conference with Prime Minister Ilse Marenko and President Orn".
 */
export const announcedOffice: IdentityRule = {
  name: 'announced-office',
  reason:
    'An office without a name is whom the title, the introduction or another label gives just this office, and nobody else.',
  resolve: ({ label }, { announced, uses, words }) => {
    if (label.name || label.generic || !label.office) return null;
    const own = officeWords(label.office, words);
    // a chair passes from hand to hand in one sitting
    if (own.length < 2 || own.some((w) => words.presiding.has(w))) return null;
    const labelled = uses.flatMap(({ label: l }) => (l.name && l.office ? [{ name: l.name, office: l.office }] : []));
    const holders = [...announced, ...labelled].filter(
      (a) => a.office !== null && officeWords(a.office, words).join(' ') === own.join(' '),
    );
    const name = fullestForm(holders.map((a) => a.name));
    return name === null ? null : { name, key: name, person: null, rule: 'announced-office' };
  },
};

/** The words of an office in a fixed order. A single word (`Minister`) may be anybody's; `Prime Minister` is not. */
const officeWords = (office: string, words: VoiceWords) =>
  (foldName(office).match(/\p{L}[\p{L}'-]*/gu) ?? [])
    .filter((w) => !words.joints.has(w) && (isOfficeWord(w, words) || words.titles.has(w) || words.bodies.has(w)))
    .sort();

import { foldName } from '../../../text/romanise-name.ts';
import { fullestForm } from '../fullest-form.ts';
import type { IdentityRule } from '../scene.ts';
import { isOfficeWord, type VoiceWords } from '../voice-words.ts';

/** `Prime Minister:` in a transcript "of the press conference with Prime Minister Ilse Marenko and President Orn". */
export const announcedOffice: IdentityRule = {
  name: 'announced-office',
  reason: 'An office without a name is whom the title or introduction announces by just this office, and nobody else.',
  resolve: ({ label }, { announced, words }) => {
    if (label.name || label.generic || !label.office) return null;
    const own = officeWords(label.office, words);
    if (own.length < 2) return null;
    const holders = announced.filter(
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

import { compareNames } from '../../../text/compare-names.ts';
import { foldName } from '../../../text/romanise-name.ts';
import { fullestForm } from '../fullest-form.ts';
import type { IdentityRule, LabelUse, Resolution } from '../scene.ts';
import { isOfficeWord, type VoiceWords } from '../voice-words.ts';

/** `A:`, `Answer:`, `the Minister:` in an interview with one official: there is nobody else whom it could mean. */
export const soleAnswerer: IdentityRule = {
  name: 'sole-answerer',
  reason:
    'In a two-party interview the answer is the one official interviewed; where several could be meant it is nobody.',
  resolve: ({ label, answers }, scene) => {
    if (label.generic !== 'answer' && (label.name !== null || label.generic !== null || answers === 0)) return null;
    // an office is not just anybody: `A SENIOR OFFICIAL` is not the minister who also answers
    const fits = (office: string | null) =>
      label.generic === 'answer' ||
      (office !== null && label.office !== null && coversOffice(office, label.office, scene.words));
    // who is named and answers nothing may have asked: a member whose question stands over `Reply:`
    const mayAnswer = (u: LabelUse) => label.generic !== 'answer' || u.answers > 0 || isAnnounced(u);
    const isAnnounced = (u: LabelUse) =>
      scene.announced.length === 0 || scene.announced.some((a) => compareNames(a.name, u.label.name!) !== 'different');
    const named = scene.uses.filter((u) => u.label.name !== null && u.asks === 0 && mayAnswer(u));
    const others = new Set(named.map((u) => scene.resolved.get(u)?.key ?? u.label.plain));
    if (others.size > 1) return label.generic === 'answer' ? nobody('several-could-answer') : null;
    if (others.size === 1) {
      const first = scene.resolved.get(named[0]!);
      const name = first?.name ?? named[0]!.label.plain;
      const offices = [
        ...named.map((u) => u.label.office),
        ...scene.announced.filter((a) => compareNames(a.name, name) === 'same').map((a) => a.office),
      ];
      if (!offices.some(fits) && label.generic !== 'answer') return null;
      return { name, key: [...others][0]!, person: first?.person ?? null, rule: 'sole-answerer' };
    }
    // Nobody is labelled: whoever is announced, less those who ask
    const guests = scene.announced.filter((a) => label.generic === 'answer' || fits(a.office));
    const name = fullestForm(guests.map((a) => a.name));
    if (name === null) return label.generic === 'answer' ? nobody('nobody-announced') : null;
    return { name, key: name, person: null, rule: 'announced-answerer' };
  },
};

const nobody = (rule: string): Resolution => ({ name: null, key: null, person: null, rule });

/** Every word of `office` stands in the fuller one: `Minister` in `Deputy Foreign Minister`. */
function coversOffice(fuller: string, office: string, words: VoiceWords): boolean {
  const split = (text: string) =>
    (foldName(text).match(/\p{L}[\p{L}'-]*/gu) ?? []).filter((w) => isOfficeWord(w, words) || words.titles.has(w));
  const own = split(office);
  return own.length > 0 && own.every((w) => split(fuller).includes(w));
}

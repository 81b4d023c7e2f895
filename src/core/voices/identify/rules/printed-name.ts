import { compareNames } from '../../../text/compare-names.ts';
import { foldName } from '../../../text/romanise-name.ts';
import type { PrintedName } from '../find-printed-names.ts';
import { fullestForm } from '../fullest-form.ts';
import { officeWordsAgree } from '../office-words.ts';
import { type IdentityRule, type IdentityScene, type LabelUse, printedLike } from '../scene.ts';

/**
 * `MR. MARENKO:` where the document prints `Pavel Marenko`, and no other Marenko: introduced before he first speaks, or
 * with the office of the label. His own words about a namesake (`Senator Ilse Marenko`) introduce nobody.
 */
export const printedName: IdentityRule = {
  name: 'printed-name',
  reason: 'The fullest form of the name in the same document, as long as it can mean only one person.',
  resolve: (use, scene) => {
    const own = use.label.name;
    if (!own) return null;
    const alike = printedLike(own, scene).filter((p) => compareNames(p.name, own) === 'same');
    const all = fullestForm(alike.map((p) => p.name));
    if (all === null) return null;
    if (!alike.some((p) => introduces(p, use, scene))) return null;
    return { name: all, key: all, person: null, rule: 'printed-name' };
  },
};

function introduces(p: PrintedName, use: LabelUse, scene: IdentityScene): boolean {
  const { gender, office } = use.label;
  if (gender && p.gender && gender !== p.gender) return false;
  if (office && p.office && officeWordsAgree(office, p.office, scene.words)) return true;
  // an office that the label would print too, or another than it prints, is a namesake's
  if (p.office && (office || keepsTitle(p.office, scene))) return false;
  const speaker = scene.turns.findIndex((t) => p.start >= t.start && p.start < t.end);
  return !use.turns.includes(speaker) && p.start < use.first;
}

function keepsTitle(office: string, { words }: IdentityScene): boolean {
  const last = foldName(office)
    .match(/\p{L}[\p{L}'-]*/gu)
    ?.at(-1);
  return last !== undefined && words.keptTitles.has(last);
}

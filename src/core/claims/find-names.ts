import type { Mention, Rules, Span, Turn } from '../model/index.ts';
import { detectKnownSurnames } from './detectors/detect-known-surnames.ts';
import { detectKnownNames, type NameDraft } from './detectors/detect-names.ts';
import { detectOfficeHolders } from './detectors/detect-office-holders.ts';
import { detectUnknownNames } from './detectors/detect-unknown-names.ts';
import { nameCuesOf } from './names/name-cues.ts';
import { type Token, tokensOf } from './names/tokens.ts';
import { detectSurnames, linkPeople, peopleBySurname } from './refiners/link-people.ts';
import { bindAcronyms, outside, settleNames } from './refiners/settle-names.ts';
import { paragraphsOf } from './split-paragraphs.ts';

/**
 * People, organisations, states, instruments, places, events and weapons with one key for all mentions of one thing.
 * Known names first, so that a run of capitals does not hide one; people are linked when all full names are known. `day` is
 * the day of speaking (EDTF), on which offices are held.
 */
export function findNames(
  text: string,
  turns: readonly Turn[],
  rules: Rules,
  dates: readonly Span[],
  day: string | null = null,
): Mention[] {
  const cues = nameCuesOf(rules);
  const passages: { turn: string; tokens: Token[]; drafts: NameDraft[] }[] = [];
  for (const turn of turns)
    for (const passage of paragraphsOf(text, turn)) {
      const tokens = tokensOf(text, passage);
      const drafts = settleNames([
        ...detectKnownNames(text, tokens, rules, cues),
        ...detectOfficeHolders(tokens, day, rules, cues),
        ...detectUnknownNames(text, tokens, cues),
      ]);
      passages.push({ turn: turn.id, tokens, drafts: outside(drafts, dates) });
    }
  const all = passages.flatMap((p) => p.drafts);
  const bySurname = peopleBySurname(all, turns);
  const acronyms = bindAcronyms(text, all);
  return passages.flatMap((p) => {
    const more = [
      ...detectSurnames(p.tokens, bySurname),
      ...detectKnownSurnames(text, p.tokens, bySurname, rules, cues),
      ...detectAcronyms(p.tokens, acronyms),
    ];
    return settleNames([...linkPeople(p.drafts, bySurname), ...outside(more, dates)]).map((d) => ({
      ...d,
      turn: p.turn,
    }));
  });
}

function detectAcronyms(tokens: readonly Token[], acronyms: ReadonlyMap<string, NameDraft>): NameDraft[] {
  if (!acronyms.size) return [];
  return tokens.flatMap((t) => {
    const of = acronyms.get(t.text);
    return of ? [{ ...of, start: t.start, end: t.end, rule: 'acronym' }] : [];
  });
}

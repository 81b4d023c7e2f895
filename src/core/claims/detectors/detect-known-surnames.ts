import type { Person, Rules } from '../../model/index.ts';
import { isEnding } from '../../text/case-forms.ts';
import { isTitle, type NameCues } from '../names/name-cues.ts';
import { foldName, isCapitalised, isCyrillic, type Token } from '../names/tokens.ts';
import type { NameDraft } from './detect-names.ts';

/** A shorter surname is too often another word. */
const SHORTEST = 5;

/**
 * "as Lavrov said": the surname alone of a person of the vocabulary whom no full name in the document announces. Only a
 * surname that one person of the vocabulary has, that is no given name and not listed as a common one, and that stands
 * outside a longer run of capitals ("Putin Street"). `taken`: surnames that the document's own people have.
 */
export function detectKnownSurnames(
  text: string,
  tokens: readonly Token[],
  taken: ReadonlyMap<string, unknown>,
  rules: Rules,
  cues: NameCues,
): NameDraft[] {
  const surnames = surnamesOf(rules, cues);
  return tokens.flatMap((token, i): NameDraft[] => {
    if (token.folded.length < SHORTEST || !isCapitalised(token.text)) return [];
    const person = ownerOf(token.folded, surnames);
    if (!person || isTaken(token.folded, taken) || isPartOfRun(text, tokens, i, cues)) return [];
    const span = { start: token.start, end: token.end };
    return [{ kind: 'person', ...span, value: null, name: person.name, entity: person.id, rule: 'known-surname' }];
  });
}

const cache = new WeakMap<Rules, ReadonlyMap<string, Person | null>>();
function surnamesOf(rules: Rules, cues: NameCues): ReadonlyMap<string, Person | null> {
  const known = cache.get(rules);
  if (known) return known;
  const made = new Map<string, Person | null>();
  for (const person of rules.people)
    for (const name of new Set([person.name, ...Object.values(person.names)])) {
      const words = name.split(/\s+/);
      const surname = foldName(words.at(-1)!);
      if (words.length < 2 || surname.length < SHORTEST || cues.givenNames.has(surname)) continue;
      if (cues.commonSurnames.has(surname)) continue;
      const other = made.get(surname);
      made.set(surname, other === undefined || other?.id === person.id ? person : null);
    }
  cache.set(rules, made);
  return made;
}

/** Russian surnames take case endings. */
function ownerOf(folded: string, surnames: ReadonlyMap<string, Person | null>): Person | null {
  const exact = surnames.get(folded);
  if (exact !== undefined || !isCyrillic(folded)) return exact ?? null;
  for (let cut = 1; cut <= 3 && folded.length - cut >= SHORTEST - 1; cut++) {
    const stem = folded.slice(0, -cut);
    if (!isEnding(folded.slice(-cut), true)) continue;
    const found = surnames.get(stem) ?? surnames.get(`${stem}ий`) ?? surnames.get(`${stem}а`);
    if (found) return found;
  }
  return null;
}
const isTaken = (folded: string, taken: ReadonlyMap<string, unknown>): boolean =>
  [0, 1, 2, 3].some((cut) => taken.has(folded.slice(0, folded.length - cut)));

function isPartOfRun(text: string, tokens: readonly Token[], i: number, cues: NameCues): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  const joins = (a: Token | undefined, b: Token | undefined) =>
    a !== undefined && b !== undefined && /^(?:[ \u00a0]|[-‑–])$/u.test(text.slice(a.end, b.start));
  const opens = joins(before, token) && isCapitalised(before!.text) && !isTitle(before!.folded, cues);
  // "Deputies", "But Lavrov": the first word of a sentence has a capital anyway
  const isFirst = opens && cues.notNames.has(before!.folded);
  return (opens && !isFirst) || (joins(token, after) && isCapitalised(after!.text) && !isTitle(after!.folded, cues));
}

import type { Rules } from '../../model/index.ts';
import { contentStems } from '../../text/content-words.ts';
import { conceptAt, conceptLexicon } from './concept-lexicon.ts';
import { scopeNegation, type Word } from './scope-negation.ts';

/** A key of a passage: an act (`~extend`), a concept (`&ceiling`) or a stem, at a word. */
export interface SignedKey {
  readonly key: string;
  readonly sign: -1 | 1;
  /** place of its first word, and which clause of the passage it is in */
  readonly at: number;
  readonly clause: number;
  /** it stands behind "if" and the like: supposed, not said */
  readonly isSupposed: boolean;
  /** denied itself, not only within the reach of a negation: it stands right behind it */
  readonly isDenied: boolean;
}

/** Content words from a negation on that are denied themselves, up to the first act: "not formally sent", but not "not accept that inspections". */
const RIGHT_BEHIND = 2;

/** Acts and concepts where the lexicon has one, else stems of content words, each with its sign, and the words' negation. */
export function signKeys(text: string, words: readonly Word[], language: string, rules: Rules) {
  const held = scopeNegation(text, words, language, rules);
  const lexicon = conceptLexicon(language, rules);
  const content = contentStems(text, language, rules);
  const found: SignedKey[] = [];
  let behind = 0;
  let isActPassed = false;
  let clause = 0;
  let isSupposed = false;
  const supposing = new Set(rules.cues[language]?.relations?.supposing ?? []);
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.opensClause) [clause, isSupposed] = [clause + 1, false];
    isSupposed ||= supposing.has(words[i]!.text);
    if (!held[i]) [behind, isActPassed] = [0, false];
    const concept = conceptAt(words, i, lexicon);
    // numbers are keys of their own
    if (!concept && (!content.has(words[i]!.stem) || /^\d/.test(words[i]!.text))) continue;
    if (held[i]) behind++;
    const sign = ((held[i] ? -1 : 1) * (concept?.sign ?? 1)) as -1 | 1;
    const isDenied = sign === -1 && (!held[i] || (behind <= RIGHT_BEHIND && !isActPassed));
    found.push({
      key: concept?.key ?? words[i]!.stem,
      sign,
      at: i,
      clause,
      isSupposed,
      isDenied: isDenied && !isSupposed,
    });
    isActPassed ||= held[i]! && concept !== null && concept.key.startsWith('~');
    i += (concept?.length ?? 1) - 1;
  }
  return { held, keys: excluded(found, words) };
}

/** "An extension is out of the question": what the clause says before it is denied with it. */
function excluded(found: readonly SignedKey[], words: readonly Word[]): readonly SignedKey[] {
  const out = found.filter((f) => f.key === '&possible' && f.sign === -1);
  if (out.length === 0) return found;
  const clauseStart = (at: number): number => {
    let i = at;
    while (i > 0 && !words[i]!.opensClause) i--;
    return i;
  };
  return found.map((f) => {
    const by = out.some((d) => d.at > f.at && f.at >= clauseStart(d.at));
    return by ? { ...f, sign: -f.sign as -1 | 1, isDenied: f.sign === 1 } : f;
  });
}

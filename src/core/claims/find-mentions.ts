import type { DocumentFacts, Finding, Layer, Mention, Rules, Sentence, Turn } from '../model/index.ts';
import { detectCounts } from './detectors/detect-counts.ts';
import { detectInsertions } from './detectors/detect-insertions.ts';
import { detectReferences } from './detectors/detect-references.ts';
import { findDates } from './find-dates.ts';
import { findNames } from './find-names.ts';
import { compareExpiries } from './refiners/compare-expiries.ts';
import { resolveCounterparts } from './refiners/resolve-counterparts.ts';
import { resolveReferences } from './refiners/resolve-references.ts';

/** Dates, people, organisations, countries, instruments, counts ... in every zone. */
export function findMentions(
  text: string,
  turns: readonly Turn[],
  sentences: readonly Sentence[],
  facts: DocumentFacts,
  rules: Rules,
): Layer<Mention> {
  const findings: Finding[] = [];
  const dates = findDates(text, turns, facts, rules, findings);
  const items: Mention[] = [...dates, ...findNames(text, turns, rules, dates, facts.date ?? facts.published)];
  for (const turn of turns) {
    items.push(...detectInsertions(text, turn, rules), ...detectReferences(text, turn, rules));
    items.push(...detectCounts(text, turn, rules, dates));
  }
  items.push(...resolveCounterparts(text, items, turns, facts, rules));
  items.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  const compared = compareExpiries(text, items, rules);
  const resolved = resolveReferences(text, compared.mentions, turns, sentences, rules);
  return { items: resolved, findings: [...findings, ...compared.findings] };
}

import type { DocumentFacts, Finding, Layer, Mention, Rules, Sentence, Turn } from '../model/index.ts';
import { findDates } from './find-dates.ts';

/** Dates, people, organisations, countries, instruments, counts ... in every zone. */
export function findMentions(
  text: string,
  turns: readonly Turn[],
  _sentences: readonly Sentence[],
  facts: DocumentFacts,
  rules: Rules,
): Layer<Mention> {
  const findings: Finding[] = [];
  const items: Mention[] = findDates(text, turns, facts, rules, findings);
  items.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  return { items, findings };
}

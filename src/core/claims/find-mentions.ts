import type { DocumentFacts, Layer, Mention, Rules, Sentence, Turn } from '../model/index.ts';

/** Dates, people, organisations, countries, instruments, counts ... in every zone. */
export function findMentions(
  _text: string,
  _turns: readonly Turn[],
  _sentences: readonly Sentence[],
  _facts: DocumentFacts,
  _rules: Rules,
): Layer<Mention> {
  return { items: [], findings: [] };
}

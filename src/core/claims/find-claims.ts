import type { Claim, DocumentFacts, Layer, Mention, Rules, Sentence, Turn } from '../model/index.ts';

/** What each sentence of talk puts forward. Never from a question, a heading, an editor or a reader (law V1). */
export function findClaims(
  _text: string,
  _turns: readonly Turn[],
  _sentences: readonly Sentence[],
  _mentions: readonly Mention[],
  _facts: DocumentFacts,
  _rules: Rules,
): Layer<Claim> {
  return { items: [], findings: [] };
}

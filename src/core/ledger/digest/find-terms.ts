import type { Claim, Mention, Rules, VersionRecord } from '../../model/index.ts';
import { contentStems } from '../../text/content-words.ts';

/** Two content words side by side in statements of one version that no topic covers. */
export interface Term {
  /** their stems: what is counted over versions */
  readonly key: string;
  /** the words as they stand first */
  readonly term: string;
  /** statements that hold it */
  readonly statements: number;
  /** the first of them */
  readonly example: { readonly turn: string; readonly text: string };
}

/** Mentions that are no matter to speak of: "two weeks", "Minister Marenko" recur in every text. */
const NO_MATTER = new Set<Mention['kind']>(['date', 'count', 'person', 'reference']);

/** Terms of the statements without a topic, in order of place. */
export function findTerms(record: VersionRecord, rules: Rules): Term[] {
  const terms = new Map<string, Term & { statements: number }>();
  const passedOver = record.mentions.filter((m) => NO_MATTER.has(m.kind));
  for (const claim of record.claims)
    if (claim.speaker !== null && claim.topics.length === 0) collectTerms(record, claim, passedOver, rules, terms);
  return [...terms.values()];
}

/** Two content words that stand side by side, by their stems; counted once a statement. */
function collectTerms(
  { document, text }: VersionRecord,
  claim: Claim,
  noMatter: readonly Mention[],
  rules: Rules,
  terms: Map<string, Term & { statements: number }>,
): void {
  const words = text.slice(claim.start, claim.end);
  const passedOver = noMatter.filter((m) => m.start < claim.end && claim.start < m.end);
  const seen = new Set<string>();
  let before: { word: string; stem: string } | null = null;
  for (const m of words.matchAll(/[\p{L}\p{M}]+(?:['’]\p{L}+)?|[^\p{L}\p{M}\s]/gu)) {
    const at = claim.start + m.index;
    const isTerm = m[0].length > 2 && !passedOver.some((x) => x.start <= at && at < x.end);
    const stem = isTerm ? [...contentStems(m[0], document.language, rules)][0] : undefined;
    if (stem === undefined) {
      before = null;
      continue;
    }
    const key = before && `${before.stem} ${stem}`;
    if (key && !seen.has(key)) {
      seen.add(key);
      const known = terms.get(key);
      if (known) known.statements++;
      else
        terms.set(key, {
          key,
          term: `${before!.word} ${m[0]}`,
          statements: 1,
          example: { turn: claim.turn, text: words },
        });
    }
    before = { word: m[0], stem };
  }
}

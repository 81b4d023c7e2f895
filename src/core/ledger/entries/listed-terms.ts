import type { Claim, Span } from '../../model/index.ts';
import type { LedgerView } from './talk-clause.ts';

/** "non-advancement of A, non-inclusion of B, no staging of C": each term of a list is a demand of its own. */
export function listedTerms(view: LedgerView, claim: Claim): Span[] {
  const text = view.record.text.slice(claim.start, claim.end);
  const openers = view.rules.cues[view.language]?.ledger?.['listed-term'] ?? [];
  if (openers.length === 0) return [];
  const opener = openers.map((o) => o.replaceAll('*', '[\\p{L}]*')).join('|');
  const term = new RegExp(
    `(?:^|[\\s,;])((?:${opener})\\s[^,;–—]*?)(?=,|;|\\s[–—-]\\s|\\s(?:${view.oneOf('open-list')})|$)`,
    'giu',
  );
  return [...text.matchAll(term)].map((m) => {
    const start = claim.start + m.index + m[0].indexOf(m[1]!);
    return { start, end: start + m[1]!.trimEnd().length };
  });
}

import type { Mention, Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** Kinds of mention that can act or be addressed. */
const ACTORS: ReadonlySet<Mention['kind']> = new Set(['country', 'organization', 'person']);

/** A clause as cues see it: folded, a party as `@p`, the speaker's own side as `@us`, white space single. */
export function markParties(
  text: string,
  clause: Span,
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
): string {
  let marked = '';
  let at = clause.start;
  for (const m of mentions) {
    if (m.start < at || m.end > clause.end || !ACTORS.has(m.kind)) continue;
    marked += `${text.slice(at, m.start)}${m.entity !== null && own.has(m.entity) ? '@us' : '@p'}`;
    at = m.end;
  }
  return foldCase(marked + text.slice(at, clause.end))
    .replace(/["“”«»„]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

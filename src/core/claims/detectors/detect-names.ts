import type { Mention, Rules, Span } from '../../model/index.ts';
import { gazetteerOf, nameAt } from '../names/gazetteer.ts';
import type { NameCues } from '../names/name-cues.ts';
import type { Token } from '../names/tokens.ts';

/** A proposed name; `turn` is filled in by the stage. */
export type NameDraft = Omit<Mention, 'turn'>;

/** Names of the vocabularies in one passage, the longest at each place, left to right. */
export function detectKnownNames(text: string, tokens: readonly Token[], rules: Rules, cues: NameCues): NameDraft[] {
  const gazetteer = gazetteerOf(rules);
  const drafts: NameDraft[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = nameAt(text, tokens, i, gazetteer);
    if (!found) continue;
    const span = spanOf(text, tokens, i, found.length);
    const { entry } = found;
    if (entry.form === 'capital' && standsForPlace(text, span, cues)) {
      const place = text.slice(span.start, span.end);
      drafts.push({
        ...span,
        kind: 'place',
        value: null,
        name: place,
        entity: `place:${place.toLowerCase()}`,
        rule: 'capital-as-place',
      });
    } else {
      const rule =
        entry.form === 'capital'
          ? 'capital-for-government'
          : entry.form === 'adjective'
            ? 'adjective-of-state'
            : 'known-name';
      drafts.push({ ...span, kind: entry.kind, value: null, name: entry.name, entity: entry.entity, rule });
    }
    i += found.length - 1;
  }
  return drafts;
}

/** The span of `count` tokens; the last dot of "U.S." belongs to it. */
function spanOf(text: string, tokens: readonly Token[], from: number, count: number): Span {
  const start = tokens[from]!.start;
  let end = tokens[from + count - 1]!.end;
  if (text[end] === '.' && count > 1 && text[end - 2] === '.') end++;
  return { start, end };
}

/**
 * "in Moscow" is the city, "Moscow insists" its government. The words before decide; a list after a place preposition
 * ("in Minsk and Moscow") is not followed up: a government named instead of a place misleads less than the reverse.
 */
function standsForPlace(text: string, span: Span, cues: NameCues): boolean {
  const words =
    text
      .slice(Math.max(0, span.start - 40), span.start)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const before = /[,;:.!?]\s*$/.test(text.slice(Math.max(0, span.start - 3), span.start)) ? '' : (words.at(-1) ?? '');
  if (/^['’]s/.test(text.slice(span.end, span.end + 2)) && !cues.placeIn.has(before)) return false;
  if (cues.placeIn.has(before) || isDateline(text, span)) return true;
  // "fly to Moscow" is the city, "an appeal to Moscow" its government
  if (cues.placeTo.has(before) && words.slice(-4, -1).some((w) => cues.placeMotion.has(w))) return true;
  const after = /^[\s]+(\p{L}+)/u.exec(text.slice(span.end, span.end + 30))?.[1]?.toLowerCase() ?? '';
  return cues.placeAfter.has(after);
}

/** "Tarsk, August 8": a capital that opens a line before a comma and a capital or a number dates and places a text. */
function isDateline(text: string, span: Span): boolean {
  return (
    /(?:^|\n)\s*$/.test(text.slice(Math.max(0, span.start - 3), span.start)) &&
    /^(?:,\s[\p{Lu}\d]|\s*\(|\s[—–-]{1,2}\s)/u.test(text.slice(span.end, span.end + 6))
  );
}

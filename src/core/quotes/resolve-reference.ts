import type { Block } from '../model/index.ts';

/** Whom a reference means. */
export interface Resolved {
  readonly name: string | null;
  /** how, in words for the report */
  readonly how: string;
}

/** What was quoted before a reference. */
export interface QuotedBefore {
  /** the speaker of the last quotation of this paragraph, and where it ends, its attribution included; -1 where none stands */
  readonly inParagraph: string | null;
  readonly end: number;
  /** the speaker of the last quotation of the article */
  readonly last: string | null;
}

/**
 * Resolve "he" or "the minister" where only one person can be meant: nobody else named since the quotation before it, else the
 * only one named in this paragraph, else the last one quoted.
 */
export function resolveReference(
  text: string,
  block: Pick<Block, 'start'>,
  at: number,
  reference: string,
  before: QuotedBefore,
  isPerson: (name: string) => boolean,
): Resolved {
  const since = before.inParagraph ? namesIn(text.slice(Math.max(block.start, before.end), at), isPerson) : null;
  const again = (name: string): Resolved => ({ name, how: `"${reference}" is the speaker quoted before` });
  if (before.inParagraph && since!.length === 0) return again(before.inParagraph);
  const named = namesIn(text.slice(block.start, at), isPerson);
  if (named.length === 1)
    return { name: named[0]!, how: `"${reference}" is the only person named before it in the paragraph` };
  if (named.length === 0 && before.last) return again(before.last);
  const how =
    named.length > 1 ? `"${reference}" may be ${named.join(' or ')}` : `nobody is named before "${reference}"`;
  return { name: null, how };
}

/** The people named in a stretch, outside quotation marks, each once, in the fullest form of two words. */
function namesIn(text: string, isPerson: (name: string) => boolean): string[] {
  const named = new Map<string, string>();
  const outside = text.replace(/["“«][^"”»]{0,2000}["”»]/g, ' ');
  for (const m of outside.matchAll(/\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3}/gu)) {
    const name = m[0].replace(/['’]s$/, '');
    const words = name.split(/\s+/);
    const surname = words[words.length - 1]!.toLowerCase();
    if (!isPerson(name) && !(words.length > 1 && isPerson(words.slice(-2).join(' ')))) continue;
    const short = words.length > 2 ? words.slice(-2).join(' ') : name;
    if ((named.get(surname)?.length ?? 0) < short.length) named.set(surname, short);
  }
  return [...named.values()];
}

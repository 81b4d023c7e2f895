import type { Span, Turn } from '../model/index.ts';

/** Longest passage looked at in one go, in UTF-16 units: hostile lines of many megabytes are cut at white space. */
const LONGEST = 20_000;

/** The paragraphs of a turn, cut at blank lines: names and dates do not cross them, but they do cross hard-wrapped lines. */
export function paragraphsOf(text: string, turn: Turn): Span[] {
  const spans: Span[] = [];
  for (let at = turn.start; at < turn.end; ) {
    const newline = text.indexOf('\n\n', at);
    let end = newline < 0 || newline >= turn.end ? turn.end : newline + 2;
    if (end - at > LONGEST) {
      const space = text.lastIndexOf(' ', at + LONGEST);
      end = space > at ? space + 1 : at + LONGEST;
    }
    spans.push({ start: at, end });
    at = end;
  }
  return spans;
}

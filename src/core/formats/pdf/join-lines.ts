/** A word that the printer divided: where it stands in the joined text, and how it was printed. */
export interface DividedWord {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

const HEAD = /([\p{L}\p{M}]+)[-\u00ad\u2010]$/u;
const TAIL = /^[\p{L}\p{M}]+/u;

/**
 * Lines of a paragraph into one string. A hyphen at the end of a line is the printer's and goes, unless the document
 * prints the same word with its hyphen elsewhere, or what follows is a capital or a number (North-\nWest).
 */
export function joinLines(
  lines: readonly string[],
  hyphenated: ReadonlySet<string>,
): { text: string; divided: DividedWord[] } {
  const parts: string[] = [];
  const divided: DividedWord[] = [];
  let length = 0;
  const push = (s: string) => {
    parts.push(s);
    length += s.length;
  };
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const head = next === undefined ? null : HEAD.exec(line);
    const tail = next === undefined ? null : TAIL.exec(next);
    if (!head || !tail) {
      push(line);
      if (next !== undefined) push(/[-\u2010\u2013/]$/.test(line) && /\S[-\u2010/]$/.test(line) && tail ? '' : ' ');
      return;
    }
    const keeps = /^\p{Lu}/u.test(tail[0]) || hyphenated.has(`${head[1]}-${tail[0]}`.toLowerCase());
    if (keeps) push(line);
    else {
      push(line.slice(0, -1));
      const start = length - head[1]!.length;
      divided.push({ start, end: length + tail[0].length, printed: `${head[0]}\n${tail[0]}` });
    }
  });
  return { text: parts.join(''), divided };
}

/** Words that a document prints with a hyphen inside a line. */
export function hyphenatedWords(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const m of line.matchAll(/[\p{L}\p{M}]+[-\u2010][\p{L}\p{M}]+/gu))
      words.add(m[0].replace('\u2010', '-').toLowerCase());
  return words;
}

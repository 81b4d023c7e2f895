/** A line without the white space at its ends; an empty one has start = end. `indent` in columns, a tab counting eight. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** The lines of a text, ended by LF, CR, CRLF, FF or a Unicode line separator. Linear. */
export function cutLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 10;
    if (c !== 10 && c !== 13 && c !== 12 && c !== 0x2028 && c !== 0x2029) continue;
    lines.push(trimLine(text, from, i));
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    from = i + 1;
  }
  return lines;
}

function trimLine(text: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  for (; start < to && isBlank(text.charCodeAt(start)); start++)
    indent += text.charCodeAt(start) === 9 ? 8 - (indent % 8) : 1;
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end, indent };
}

/** What String.trim takes off, line ends left out. */
function isBlank(c: number): boolean {
  return (
    c === 32 ||
    c === 9 ||
    c === 11 ||
    c === 0xa0 ||
    c === 0xfeff ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000
  );
}

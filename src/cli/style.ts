import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** How text may look on this output: with or without colour, and how wide a line may be. */
export interface Style {
  readonly width: number;
  paint(format: Format, text: string): string;
}

/** Colour only on a terminal that wants it (NO_COLOR, FORCE_COLOR); width of the terminal within readable bounds. */
export function styleOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): Style {
  const isColour = env.NO_COLOR ? false : env.FORCE_COLOR ? true : stream.isTTY === true && env.TERM !== 'dumb';
  return {
    width: Math.min(Math.max(stream.columns ?? 100, 60), 160),
    paint: (format, text) => (isColour ? styleText(format, text, { validateStream: false }) : text),
  };
}

/** Control characters of a source must not reach the terminal: they could move the cursor or change its title. */
export const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

/** One line of at most `width` characters, white space collapsed, an ellipsis where it was cut. */
export function oneLine(text: string, width: number): string {
  const flat = printable(text.replace(/\s+/g, ' ').trim());
  return flat.length <= width ? flat : `${flat.slice(0, Math.max(0, width - 1))}…`;
}

/** Wrap a paragraph at spaces, each line indented. A word longer than the line stands alone and is not cut. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const paragraph of text.split(/\n+/)) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      if (word === '') continue;
      if (line !== '' && indent.length + line.length + 1 + word.length > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    if (line !== '') lines.push(indent + line);
  }
  return printable(lines.join('\n'));
}

/** `1 document`, `2 documents`, `1,234 documents`. */
export const count = (n: number, noun: string, nouns = `${noun}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? noun : nouns}`;

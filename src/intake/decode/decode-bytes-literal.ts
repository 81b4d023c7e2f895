/** `b'` or `b"` at the start of a line. */
const OPENING = /(^|\n)([ \t]*)b(['"])/g;
const SIMPLE: Readonly<Record<string, number>> = {
  n: 10,
  t: 9,
  r: 13,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
};

/**
 * Undo a Python bytes literal that was saved as text: `b'caf\xc3\xa9\n'` -> `café⏎`.
 *
 * Only a literal that opens a line, ends at a line's end, holds an escape and is valid UTF-8 is taken; null when there is none.
 */
export function decodeBytesLiterals(text: string): { text: string; why: string } | null {
  let out = '';
  let from = 0;
  let count = 0;
  OPENING.lastIndex = 0;
  for (let m = OPENING.exec(text); m; m = OPENING.exec(text)) {
    const body = m.index + m[0].length;
    const end = closingQuote(text, body, m[3]!);
    if (end < 0) continue;
    const decoded = decodeEscapes(text.slice(body, end));
    if (decoded === null) continue;
    out += text.slice(from, m.index + m[1]!.length) + decoded;
    from = end + 1;
    OPENING.lastIndex = from;
    count++;
  }
  if (!count) return null;
  const literals = count === 1 ? 'a Python bytes literal' : `${count} Python bytes literals`;
  return { text: out + text.slice(from), why: `${literals} (b'...') stood in place of the text and was decoded` };
}

/** The unescaped quote that closes the literal, if only white space follows it on its line; else -1. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    // a literal has no raw line break
    else if (c === '\n') return -1;
    else if (c === quote) {
      let k = i + 1;
      while (text[k] === ' ' || text[k] === '\t' || text[k] === '\r') k++;
      return k >= text.length || text[k] === '\n' ? i : -1;
    }
  }
  return -1;
}

function decodeEscapes(body: string): string | null {
  if (!body.includes('\\')) return null;
  const bytes = new Uint8Array(body.length * 3);
  const encoder = new TextEncoder();
  let n = 0;
  for (let i = 0; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c !== 92) {
      if (c < 128) bytes[n++] = c;
      else {
        const point = String.fromCodePoint(body.codePointAt(i)!);
        const encoded = encoder.encode(point);
        bytes.set(encoded, n);
        n += encoded.length;
        i += point.length - 1;
      }
      continue;
    }
    const next = body[++i] ?? '';
    const hex = next === 'x' ? /^[0-9a-fA-F]{2}$/.exec(body.slice(i + 1, i + 3))?.[0] : undefined;
    if (hex) {
      bytes[n++] = Number.parseInt(hex, 16);
      i += 2;
    } else if (next in SIMPLE) bytes[n++] = SIMPLE[next]!;
    else {
      bytes[n++] = 92;
      i--;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, n));
  } catch {
    return null;
  }
}

import { parseFragment } from 'parse5';
import type { Mark } from '../../model/index.ts';

/** A stretch of inline Markdown without its markup, and the marks it bore (offsets into `text`). */
export interface Inline {
  readonly text: string;
  readonly marks: Mark[];
}

const TAG_MARKS: Readonly<Record<string, Mark['kind']>> = {
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  ins: 'insertion',
  u: 'underline',
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  sup: 'superscript',
  a: 'link',
};
/** What can begin markup; everything between is copied. Each alternative is bounded, so the scan is linear. */
const TOKEN =
  /\\([!-/:-@[-`{-~])|\\\n|(`{1,3})|(\*{1,3}|_{1,3}|~~)|!?\[|\](?:\(<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?)>?(?:\s+"[^"\n]{0,300}")?\)|\[[^\]\n]{0,200}\])?|<(https?:\/\/[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>]{1,100})>|<!--[\s\S]{0,5000}?-->|<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,20})([^<>]{0,2000})>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

interface Open {
  readonly sign: string;
  readonly piece: number;
}

/**
 * Inline Markdown and inline HTML -> text and marks: emphasis, strikes, links, escapes, entities, tags.
 * What is not paired stays as printed: a lone asterisk is a footnote's, and two brackets in a row are two remarks
 * unless `references` (label in lower case -> address) defines the second.
 */
export function readInline(source: string, references: ReadonlyMap<string, string> = new Map()): Inline {
  const pieces: string[] = [];
  const spans: { kind: Mark['kind']; from: number; to: number; value?: string }[] = [];
  const open: Open[] = [];
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(source); m; m = TOKEN.exec(source)) {
    if (m.index > at) pieces.push(source.slice(at, m.index));
    at = m.index + m[0].length;
    const token = m[0];
    if (m[1]) pieces.push(m[1]);
    else if (token === '\\\n') pieces.push('\n');
    else if (m[2]) {
      const end = source.indexOf(m[2], at);
      if (end < 0 || end - at > 2000) pieces.push(token);
      else {
        pieces.push(source.slice(at, end));
        at = end + m[2].length;
        TOKEN.lastIndex = at;
      }
    } else if (m[3]) delimiter(m[3], source[m.index - 1] ?? ' ', source[at] ?? ' ', pieces, open, spans);
    else if (token === '[' || token === '![') {
      open.push({ sign: '[', piece: pieces.length });
      pieces.push(token);
    } else if (token.startsWith('][') && !references.has(token.slice(2, -1).toLowerCase())) {
      closeLink(']', undefined, pieces, open, spans);
      at = m.index + 1;
      TOKEN.lastIndex = at;
    } else if (token.startsWith(']'))
      closeLink(token, m[4] ?? references.get(token.slice(2, -1).toLowerCase()), pieces, open, spans);
    else if (m[5]) {
      spans.push({ kind: 'link', from: pieces.length, to: pieces.length + 1, value: m[5] });
      pieces.push(m[5]);
    } else if (token.startsWith('<!--')) pieces.push('');
    else if (m[7]) tag(m[7].toLowerCase(), m[6] === '/', m[8] ?? '', pieces, open, spans);
    else pieces.push(entity(token));
  }
  pieces.push(source.slice(at));
  return join(pieces, spans);
}

type Spans = { kind: Mark['kind']; from: number; to: number; value?: string }[];

/** A run of `*`, `_` or `~~`: closes the nearest of its kind if it can, else opens one, else is printed. */
function delimiter(run: string, before: string, after: string, pieces: string[], open: Open[], spans: Spans): void {
  const word = /[\p{L}\p{N}]/u;
  const under = run[0] === '_';
  const canClose = !/\s/.test(before) && !(under && word.test(after));
  const canOpen = !/\s/.test(after) && !(under && word.test(before));
  const match = canClose ? open.findLastIndex((o) => o.sign === run) : -1;
  if (match >= 0 && pieces.length - open[match]!.piece > 1) {
    const from = open[match]!.piece;
    pieces[from] = '';
    spans.push({ kind: run === '~~' ? 'strike' : run.length === 1 ? 'emphasis' : 'strong', from, to: pieces.length });
    if (run.length === 3) spans.push({ kind: 'emphasis', from, to: pieces.length });
    open.length = match;
    pieces.push('');
    return;
  }
  if (canOpen && open.length < MAX_OPEN) open.push({ sign: run, piece: pieces.length });
  pieces.push(run);
}
/** Signs that stand open at once; searching them for a partner stays cheap. */
const MAX_OPEN = 64;

function closeLink(token: string, href: string | undefined, pieces: string[], open: Open[], spans: Spans): void {
  const match = open.findLastIndex((o) => o.sign === '[');
  if (match < 0 || token === ']') {
    if (match >= 0) open.splice(match, 1);
    pieces.push(token);
    return;
  }
  const { piece } = open[match]!;
  open.splice(match, 1);
  pieces[piece] = '';
  if (href) spans.push({ kind: 'link', from: piece, to: pieces.length, value: href });
  pieces.push('');
}

function tag(name: string, closing: boolean, attributes: string, pieces: string[], open: Open[], spans: Spans): void {
  if (name === 'br') pieces.push('\n');
  else if (TAG_MARKS[name] && !closing && open.length < MAX_OPEN) {
    const href = /href\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(attributes)?.[1];
    open.push({ sign: `<${name}>${href ?? ''}`, piece: pieces.length });
    pieces.push('');
  } else if (TAG_MARKS[name] && closing) {
    const match = open.findLastIndex((o) => o.sign.startsWith(`<${name}>`));
    if (match >= 0) {
      const { sign, piece } = open[match]!;
      const href = sign.slice(name.length + 2);
      spans.push({ kind: TAG_MARKS[name], from: piece, to: pieces.length, ...(href ? { value: href } : {}) });
      open.splice(match, 1);
    }
    pieces.push('');
  } else pieces.push('');
}

const known = new Map<string, string>();
function entity(token: string): string {
  let value = known.get(token);
  if (value === undefined) {
    const node = parseFragment(token).childNodes[0];
    value = node && 'value' in node ? node.value : token;
    if (known.size < 5000) known.set(token, value);
  }
  return value;
}

function join(pieces: readonly string[], spans: Spans): Inline {
  const offsets = [0];
  for (const piece of pieces) offsets.push(offsets.at(-1)! + piece.length);
  const text = pieces.join('');
  const marks: Mark[] = [];
  for (const span of spans) {
    let start = offsets[span.from]!;
    let end = offsets[span.to]!;
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    if (end > start) marks.push({ kind: span.kind, start, end, ...(span.value ? { value: span.value } : {}) });
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

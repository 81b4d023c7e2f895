/**
 * How the matches of a regular expression may begin, read from its source: every match begins with one of the strings. A
 * space stands for any white space. The empty string, or null where the source is not understood, says that any may.
 *
 *     openingsOf("(?:cease-?fires?|truce)")   ->  cease, truce
 *
 * It errs only to the side of saying too little: a string shorter than it could be costs time, never a match.
 */
export function openingsOf(source: string): ReadonlySet<string> | null {
  // half of a pair would be read as a letter of its own; case flags and the like are not followed
  if (/[\ud800-\udfff]|\(\?[ims-]/.test(source)) return null;
  try {
    const reader = { source, at: 0 };
    const { open, closed } = readAlternatives(reader);
    return reader.at === source.length ? new Set([...closed, ...open]) : null;
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

/** Letters of an opening that are worth knowing. */
const DEPTH = 6;
/** More openings than this are cut short. */
const MOST = 3000;

class NotUnderstood extends Error {}
interface Reader {
  readonly source: string;
  at: number;
}
/** `open`: all that was matched so far; `closed`: anything may follow. */
interface Openings {
  readonly open: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
}
const NONE: ReadonlySet<string> = new Set();
const NOTHING: Openings = { open: new Set(['']), closed: NONE };
const ANYTHING: Openings = { open: NONE, closed: new Set(['']) };
const oneOf = (chars: Iterable<string>): Openings => ({ open: new Set(chars), closed: NONE });
const DIGITS: Openings = { open: NONE, closed: new Set('0123456789') };

function readAlternatives(reader: Reader): Openings {
  let all = readSequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at++;
    const next = readSequence(reader);
    all = { open: new Set([...all.open, ...next.open]), closed: new Set([...all.closed, ...next.closed]) };
  }
  return all;
}

function readSequence(reader: Reader): Openings {
  let all = NOTHING;
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const next = repeat(reader, readAtom(reader));
    if (all.open.size > 0) all = join(all, next);
  }
  return all;
}

function join(head: Openings, tail: Openings): Openings {
  if (head.open.size * (tail.open.size + tail.closed.size) > MOST)
    return { open: NONE, closed: new Set([...head.closed, ...head.open]) };
  const open = new Set<string>();
  const closed = new Set(head.closed);
  for (const a of head.open) {
    for (const b of tail.closed) closed.add((a + b).slice(0, DEPTH));
    for (const b of tail.open)
      if (a.length + b.length < DEPTH) open.add(a + b);
      else closed.add((a + b).slice(0, DEPTH));
  }
  return { open, closed };
}

function repeat(reader: Reader, once: Openings): Openings {
  const m = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at, reader.at + 16));
  if (!m) return once;
  reader.at += m[0].length;
  const sign = m[0][0];
  const least = sign === '{' ? Number(m[1]) : sign === '+' ? 1 : 0;
  const most = sign === '?' ? 1 : sign !== '{' || (m[2] && !m[3]) ? 2 : Number(m[3] || m[1]);
  if (most === 0) return NOTHING;
  if (most === 1) return least === 0 ? { open: new Set([...once.open, '']), closed: once.closed } : once;
  const closed = new Set([...once.closed, ...once.open]);
  return { open: least === 0 ? new Set(['']) : NONE, closed };
}

function readAtom(reader: Reader): Openings {
  const c = reader.source[reader.at++]!;
  if (c === '(') return readGroup(reader);
  if (c === '[') return readClass(reader);
  if (c === '\\') return readEscape(reader);
  if (c === '^' || c === '$') return NOTHING;
  if (c === '.') return ANYTHING;
  if ('?*+{}]'.includes(c)) throw new NotUnderstood();
  return oneOf(c);
}

function readGroup(reader: Reader): Openings {
  const m = /^\?(?::|<?[=!]|<[A-Za-z_]\w*>)/.exec(reader.source.slice(reader.at, reader.at + 64));
  if (!m && reader.source[reader.at] === '?') throw new NotUnderstood();
  reader.at += m?.[0].length ?? 0;
  const inner = readAlternatives(reader);
  if (reader.source[reader.at++] !== ')') throw new NotUnderstood();
  return m && /[=!]$/.test(m[0]) ? NOTHING : inner;
}

function readEscape(reader: Reader): Openings {
  const c = reader.source[reader.at++] ?? '';
  if (c === 'd') return DIGITS;
  if (c === 's') return oneOf(' ');
  if (c === 'b' || c === 'B') return NOTHING;
  if (c === 'p' || c === 'P' || c === 'k') {
    const m = /^(?:\{[^}]*\}|<[^>]*>)/.exec(reader.source.slice(reader.at));
    if (!m) throw new NotUnderstood();
    reader.at += m[0].length;
    return ANYTHING;
  }
  if (/[wWSD1-9]/.test(c)) return ANYTHING;
  if (/[\p{L}\p{N}]/u.test(c) || c === '') throw new NotUnderstood();
  return oneOf(c);
}

/** `[cs]`, `[\s-]`, `[1-4]`; a class that is negated or wide may be anything. */
function readClass(reader: Reader): Openings {
  const m = /^((?:[^\]\\]|\\.)*)\]/.exec(reader.source.slice(reader.at));
  if (!m) throw new NotUnderstood();
  reader.at += m[0].length;
  const inside = m[1]!
    .replace(/\\s/g, ' ')
    .replace(/\\d/g, '0-9')
    .replace(/\\([-./\]])/g, (_, c) => (c === '-' ? '\u0000' : c));
  if (inside.startsWith('^') || inside.includes('\\')) return ANYTHING;
  const chars = new Set<string>();
  for (let i = 0; i < inside.length; i++)
    if (inside[i + 1] === '-' && i + 2 < inside.length) {
      if (inside.charCodeAt(i + 2) - inside.charCodeAt(i) > 12) return ANYTHING;
      for (let u = inside.charCodeAt(i); u <= inside.charCodeAt(i + 2); u++) chars.add(String.fromCharCode(u));
      i += 2;
    } else chars.add(inside[i] === '\u0000' ? '-' : inside[i]!);
  return oneOf(chars);
}

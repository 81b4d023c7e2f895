/** What is known of each UTF-16 unit, filled as units are met: its folded form plus one, the kind from bit 17 on; 0 for not met yet. */
const known = new Uint32Array(65536);
const LETTER = 1 << 17;
const MARK = 1 << 18;
const NUMBER = 1 << 19;
const SPACE = 1 << 20;

function meet(unit: number): number {
  const char = String.fromCharCode(unit);
  const isSpace = /\s/.test(char);
  const folded = isSpace ? 32 : withoutCase(char).charCodeAt(0);
  const kind =
    (/\p{L}/u.test(char) ? LETTER : 0) |
    (/\p{M}/u.test(char) ? MARK : 0) |
    (/\p{N}/u.test(char) ? NUMBER : 0) |
    (isSpace ? SPACE : 0);
  known[unit] = (folded + 1) | kind;
  return known[unit]!;
}

/** Down, up and down again: ſ is s, K (Kelvin) is k. A step that would give several units is not taken. */
function withoutCase(char: string): string {
  const lower = (c: string) => c.toLowerCase();
  const steps = [(c: string) => c.normalize('NFC'), lower, (c: string) => c.toUpperCase(), lower];
  return steps.reduce((c, step) => (step(c).length === 1 ? step(c) : c), char === 'ﬅ' ? 'ﬆ' : char);
}

/**
 * A UTF-16 unit without case: what an expression with the flags `iu` takes for one letter has one number. White space of
 * any kind is a space.
 */
export const foldUnit = (unit: number): number => ((known[unit] || meet(unit)) & 0x1ffff) - 1;

export const isSpace = (unit: number): boolean => ((known[unit] || meet(unit)) & SPACE) !== 0;

/** Does a letter or a number stand at a place? */
export const isWordAt = (text: string, at: number): boolean => isAt(text, at, LETTER | NUMBER, /[\p{L}\p{N}]/u);
/** Does a letter or a mark on one? */
export const isLetterAt = (text: string, at: number): boolean => isAt(text, at, LETTER | MARK, /[\p{L}\p{M}]/u);

/** The halves of a pair count for the whole. */
function isAt(text: string, at: number, kinds: number, expression: RegExp): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return ((known[unit] || meet(unit)) & kinds) !== 0;
  return expression.test(String.fromCodePoint(text.codePointAt(unit < 0xdc00 ? at : at - 1) ?? 0));
}

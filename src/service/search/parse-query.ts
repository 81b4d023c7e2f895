import { OnrecordError } from '../../core/model/index.ts';
import type { TextQuery } from '../../store/port.ts';

/**
 * A search as people type it: words (all must stand in the turn), "a phrase", prefix*, -without, a OR b, (groups), and
 * "two words" NEAR/5 word. AND, OR, NOT and NEAR are operators in capitals only. Returns null for a query without words.
 */
export function parseQuery(text: string): TextQuery | null {
  const tokens = [...text.matchAll(/"([^"]*)"?|\(|\)|[^\s()"]+/gu)].map((m): Token => {
    if (m[1] !== undefined) return { kind: 'phrase', text: m[1] };
    return { kind: m[0] === '(' || m[0] === ')' ? 'paren' : 'word', text: m[0] };
  });
  const parser = new QueryParser(tokens.slice(0, MAX_TOKENS));
  return parser.parseOr();
}

interface Token {
  readonly kind: 'phrase' | 'paren' | 'word';
  readonly text: string;
}
/** More than this is no search; it also bounds the depth of the expression. */
const MAX_TOKENS = 200;

/** Recursive descent over or > and > near > term; whatever cannot be an operator here is a word. */
class QueryParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parseOr(): TextQuery | null {
    const terms: TextQuery[] = [];
    do {
      const term = this.#parseAnd();
      if (term) terms.push(term);
    } while (this.#takeWord('OR') || this.#takeWord('|'));
    return terms.length > 1 ? { op: 'or', terms } : (terms[0] ?? null);
  }

  #parseAnd(): TextQuery | null {
    const keep: TextQuery[] = [];
    const drop: TextQuery[] = [];
    for (let t = this.#peek(); t && t.text !== ')' && !isOr(t); t = this.#peek()) {
      if (this.#takeWord('AND')) continue;
      const isNot = this.#takeWord('NOT') || this.#takeWord('-');
      const next = this.#peek();
      if (!isNot && next?.kind === 'word' && /^-./.test(next.text)) {
        this.#at++;
        const term = wordTerm(next.text.slice(1));
        if (term) drop.push(term);
        continue;
      }
      const term = this.#parseNear();
      if (term) (isNot ? drop : keep).push(term);
    }
    if (keep.length === 0) {
      if (drop.length > 0)
        throw new OnrecordError(
          'usage',
          'A search needs a word to look for beside those to leave out.',
          'Example: treaty -draft',
        );
      return null;
    }
    const kept: TextQuery = keep.length > 1 ? { op: 'and', terms: keep } : keep[0]!;
    return drop.reduce((k: TextQuery, d) => ({ op: 'not', keep: k, drop: d }), kept);
  }

  #parseNear(): TextQuery | null {
    let left = this.#parseTerm();
    for (let t = this.#peek(); t?.kind === 'word'; t = this.#peek()) {
      const near = /^NEAR(?:\/(\d{1,3}))?$/.exec(t.text);
      if (!near) break;
      this.#at++;
      const right = this.#parseTerm();
      if (!right) break;
      if (!left) {
        left = right;
        continue;
      }
      const terms = left.op === 'near' ? [...left.terms, right] : [left, right];
      if (terms.some((x) => x.op !== 'word' && x.op !== 'phrase'))
        throw new OnrecordError(
          'usage',
          'NEAR stands between words or phrases only.',
          'Example: "new treaty" NEAR/5 sign',
        );
      left = { op: 'near', terms, distance: near[1] ? Number(near[1]) : 10 };
    }
    return left;
  }

  #parseTerm(): TextQuery | null {
    const t = this.#peek();
    if (!t) return null;
    if (t.text === ')' && t.kind === 'paren') return null;
    this.#at++;
    if (t.kind === 'paren') {
      const inner = this.parseOr();
      if (this.#peek()?.text === ')') this.#at++;
      return inner;
    }
    if (t.kind === 'phrase') {
      const words = t.text.split(/\s+/).filter(hasWord);
      return words.length > 0 ? { op: 'phrase', words } : null;
    }
    return wordTerm(t.text);
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }
  #takeWord(word: string): boolean {
    const t = this.#peek();
    if (t?.kind !== 'word' || t.text !== word) return false;
    this.#at++;
    return true;
  }
}

const isOr = (t: Token) => t.kind === 'word' && (t.text === 'OR' || t.text === '|');
const hasWord = (s: string) => /[\p{L}\p{N}]/u.test(s);
const wordTerm = (text: string): TextQuery | null =>
  hasWord(text) ? { op: 'word', word: text.replace(/\*+$/, ''), prefix: text.endsWith('*') } : null;

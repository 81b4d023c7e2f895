import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextQuery } from '../../store/port.ts';
import { parseQuery } from './parse-query.ts';

/** The expression in a short notation. */
function show(q: TextQuery | null): string {
  if (!q) return '-';
  switch (q.op) {
    case 'word':
      return q.word + (q.prefix ? '*' : '');
    case 'phrase':
      return `"${q.words.join(' ')}"`;
    case 'near':
      return `near${q.distance}(${q.terms.map(show).join(' ')})`;
    case 'and':
    case 'or':
      return `${q.op}(${q.terms.map(show).join(' ')})`;
    case 'not':
      return `not(${show(q.keep)} ${show(q.drop)})`;
  }
}

describe('parseQuery', () => {
  it.each([
    ['treaty', 'treaty'],
    ['new treaty', 'and(new treaty)'],
    ['new AND treaty', 'and(new treaty)'],
    ['"new treaty"', '"new treaty"'],
    ['"new treaty', '"new treaty"'],
    ['negotiat*', 'negotiat*'],
    ['treaty -draft', 'not(treaty draft)'],
    ['treaty NOT "first draft"', 'not(treaty "first draft")'],
    ['a OR b c', 'or(a and(b c))'],
    ['(a OR b) c', 'and(or(a b) c)'],
    ['sign NEAR/5 "new treaty"', 'near5(sign "new treaty")'],
    ['or and not', 'and(or and not)'],
    ['переговоры о сокращении', 'and(переговоры о сокращении)'],
    ['New-START', 'New-START'],
    ['', '-'],
    ['"" ( ) *', '-'],
    ['a OR', 'a'],
    ['OR a', 'a'],
    ['((a', 'a'],
    ['a) b', 'a'],
  ])('%s', (text, expected) => {
    expect(show(parseQuery(text))).toBe(expected);
  });

  it('takes anything a user may type', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '"', '(', ')', '-', '*', ' OR ', ' NEAR/2 ', ' NOT ') }),
        (s) => {
          try {
            parseQuery(s);
          } catch (e) {
            expect((e as { code?: string }).code).toBe('usage');
          }
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { DecodedSource, Reading } from '../model/index.ts';
import { readDocument } from './read-document.ts';

const rules = loadRules();
const read = (text: string, format: DecodedSource['format']): Reading =>
  readDocument({ name: `x.${format}`, format, mediaType: 'text/plain', text, findings: [] }, rules);
const letters = (s: string) => s.replace(/[^\p{L}\p{N}]+/gu, '');

/** Blocks are ordered, do not overlap, have no white space at their ends, and only white space stands between them. */
function expectLaidOut(reading: Reading) {
  let at = 0;
  for (const b of reading.blocks) {
    expect(b.start).toBeGreaterThanOrEqual(at);
    expect(b.end).toBeGreaterThan(b.start);
    expect(reading.text.slice(at, b.start)).toMatch(/^\s*$/);
    const text = reading.text.slice(b.start, b.end);
    expect(text).toBe(text.trim());
    at = b.end;
  }
  expect(reading.text.slice(at)).toMatch(/^\s*$/);
  for (const m of reading.marks) {
    expect(m.start).toBeLessThan(m.end);
    expect(m.end).toBeLessThanOrEqual(reading.text.length);
  }
}

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', 'ß', 'ж', 'я', '中', '0', '1', '9'),
  minLength: 1,
  maxLength: 8,
});
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((w) => w.join(' '));
const tag = fc.constantFrom(
  'p',
  'div',
  'span',
  'b',
  'em',
  's',
  'a',
  'li',
  'ul',
  'td',
  'tr',
  'table',
  'h1',
  'h2',
  'pre',
  'article',
  'aside',
  'section',
  'blockquote',
  'time',
  'noscript',
  'font',
  'br',
);
const className = fc.constantFrom(
  '',
  ' class="comment"',
  ' class="entry-content"',
  ' class="sidebar"',
  ' class="byline"',
  ' id="respond"',
  ' style="display:none"',
  ' lang="de"',
  ' href="/x"',
  ' datetime="2031-05-02"',
);
const piece = fc.oneof(
  words,
  fc.tuple(tag, className).map(([t, c]) => `<${t}${c}>`),
  tag.map((t) => `</${t}>`),
  fc.constantFrom('<br>', '<br/>', '&nbsp;', '\n', '&amp;', '<!-- c -->', ' '),
);
const html = fc.array(piece, { minLength: 1, maxLength: 60 }).map((p) => p.join(''));

describe('[T2] nothing that can be seen is dropped, and blocks are laid out in order', () => {
  it('of random HTML', () => {
    fc.assert(
      fc.property(html, (source) => {
        const reading = read(source, 'html');
        expectLaidOut(reading);
        const shown = source
          .replace(/<!--.*?-->/g, '')
          .replace(/<[^>]*>/g, '')
          .replace(/&(?:nbsp|amp);/g, ' ');
        // foster parenting moves text out of tables: the same letters, perhaps in another order
        expect(letters(reading.text).split('').sort().join('')).toBe(letters(shown).split('').sort().join(''));
      }),
      { numRuns: 400 },
    );
  });
  it('of random plain text, which stays as it is', () => {
    const line = fc.oneof(
      words,
      words.map((w) => `Q: ${w}`),
      words.map((w) => `   ${w}`),
      fc.constantFrom('', '* * *', '\t', '- x', '(Applause.)'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const source = lines.join(end);
        const reading = read(source, 'text');
        expect(reading.text).toBe(source);
        expectLaidOut(reading);
      }),
      { numRuns: 400 },
    );
  });
  it('of random Markdown', () => {
    const bit = fc.oneof(
      words,
      fc.constantFrom(
        '*',
        '**',
        '_',
        '~~',
        '`',
        '[',
        '](x)',
        ']',
        '<s>',
        '</s>',
        '\\',
        '\n',
        '\n\n',
        '# ',
        '- ',
        '> ',
        '  \n',
        '1. ',
        '&nbsp;',
        '---',
        '![',
      ),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
        const source = bits.join('');
        const reading = read(source, 'markdown');
        expectLaidOut(reading);
        const seen = letters(reading.text);
        for (const w of source.match(/[a-eéßжя中]{4,}/gu) ?? []) expect(seen).toContain(w);
      }),
      { numRuns: 400 },
    );
  });
});

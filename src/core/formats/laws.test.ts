import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecodedSource, PdfPage, PdfRun, Reading } from '../model/index.ts';
import { readCaptions } from './read-captions.ts';
import { readPdf } from './read-pdf.ts';
import { readXml } from './read-xml.ts';

/** What every reading must hold: blocks in order and apart, nothing but white space between, spans inside the text. */
function checkReading(r: Reading): void {
  let at = 0;
  for (const b of r.blocks) {
    expect(b.start).toBeGreaterThanOrEqual(at);
    expect(r.text.slice(at, b.start)).toMatch(/^\s*$/);
    expect(r.text.slice(b.start, b.end)).toMatch(/^\S(?:[\s\S]*\S)?$/);
    if (b.utterance?.bodyStart !== undefined) {
      expect(b.utterance.bodyStart).toBeGreaterThanOrEqual(b.start);
      expect(b.utterance.bodyStart).toBeLessThanOrEqual(b.end);
    }
    at = b.end;
  }
  expect(r.text.slice(at)).toMatch(/^\s*$/);
  for (const s of [...r.marks, ...r.findings])
    if (s.start !== undefined) {
      expect(s.end!).toBeGreaterThanOrEqual(s.start);
      expect(s.end!).toBeLessThanOrEqual(r.text.length);
    }
}
const source = (over: Partial<DecodedSource>): DecodedSource => ({
  name: 'a',
  format: 'xml',
  mediaType: '',
  findings: [],
  ...over,
});
const words = fc.stringMatching(/^[a-zA-Zéж.,:() -]{0,20}$/);
const letters = (s: string) => s.replace(/[^\p{L}]/gu, '');

test('[T2] XML of any shape: every word comes out once, in order, in blocks that do not overlap', () => {
  const tags =
    'div u sp speaker p seg note head hi kinesic w s speech from question heading num content li scene x q choice'.split(
      ' ',
    );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      words,
      fc
        .tuple(fc.constantFrom(...tags), fc.array(tie('tree'), { maxLength: 4 }), fc.boolean())
        .map(
          ([tag, children, speaks]) =>
            `<${tag}${speaks ? ' type="speaker" who="#a" by="#a" join="right"' : ''}>${children.join('')}</${tag}>`,
        ),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom('TEI', 'akomaNtoso', 'doc'), (body, root) => {
      const r = readXml(source({ text: `<${root}><text>${body}</text></${root}>` }));
      checkReading(r);
      expect(letters(r.text)).toBe(letters(body.replace(/<[^>]*>/g, '')));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['a label with words after it', '<div><speaker>One</speaker>two<sp></sp></div>', 'One two'],
  ['a label before its utterance', '<div><note type="speaker">One</note> <u>two</u></div>', 'One two'],
])('[T2] %s stays where it stands', (_, body, words) => {
  const r = readXml(source({ text: `<TEI><text>${body}</text></TEI>` }));
  expect(r.text.split(/\s+/).join(' ')).toBe(words);
});

test('[T2] captions of any words keep them all, unless the whole file rolls', () => {
  const cue = fc.record({
    text: fc.array(words, { minLength: 1, maxLength: 3 }).map((l) => l.join('\n')),
    voice: fc.option(fc.constantFrom('Ilse Marenko', 'Per Orn')),
  });
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 12 }), (cues) => {
      const r = readCaptions(
        source({ format: 'captions', cues: cues.map((c, i) => ({ ...c, start: i * 3, end: i * 3 + 2 })) }),
      );
      checkReading(r);
      if (!r.findings.length) expect(letters(r.text)).toBe(letters(cues.map((c) => c.text).join('')));
    }),
    { numRuns: 300 },
  );
});

test('[T2] PDF runs anywhere on the page: every word comes out once', () => {
  const run = fc.record({
    text: words,
    x: fc.integer({ min: -20, max: 700 }),
    y: fc.integer({ min: -20, max: 900 }),
    height: fc.constantFrom(8, 11, 12, 20),
    width: fc.integer({ min: 0, max: 300 }),
  });
  const asRun = (r: object): PdfRun => ({ font: 'f', endOfLine: false, ...r }) as PdfRun;
  const sorted = (s: string) => [...letters(s)].sort().join('');
  fc.assert(
    fc.property(fc.array(fc.array(run, { maxLength: 25 }), { maxLength: 4 }), (pages) => {
      const distinct = pages.map((runs) => runs.filter((r, i) => !runs.some((o, j) => j < i && o.text === r.text)));
      const read = distinct.map((runs): PdfPage => ({ width: 612, height: 792, runs: runs.map(asRun) }));
      const r = readPdf(source({ format: 'pdf', pages: read }));
      checkReading(r);
      expect(sorted(r.text)).toBe(
        sorted(
          distinct
            .flat()
            .map((x) => x.text)
            .join(''),
        ),
      );
    }),
    { numRuns: 300 },
  );
});

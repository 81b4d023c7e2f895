import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotatePool } from '../src/intake/workers/annotate-pool.ts';
import { add } from '../src/service/add.ts';
import { contextFor } from '../src/service/context.fixture.ts';
import type { Context } from '../src/service/operation.ts';
import { openStore } from '../src/store/index.ts';
import { buildPdf, buildTextPdf } from './support/build-pdf.ts';

/** Files made to harm the reader, each in a thread of its own with bounds on time and memory. All invented, all built here. */
const pool = new AnnotatePool({ threads: 1, timeLimitMs: 20_000, memoryMb: 512 });
afterAll(() => pool.close());

/** What becomes of the bytes: the error, or the words and the rules of the findings. */
async function read(bytes: Uint8Array | string, name: string) {
  const data = typeof bytes === 'string' ? strToU8(bytes) : new Uint8Array(bytes);
  const { members } = await pool.annotate({ path: name, name, bytes: data, sidecar: null });
  return members.map((m) =>
    'error' in m
      ? { path: m.path, code: m.error.code }
      : {
          path: m.path,
          text: m.annotated.text,
          turns: m.annotated.turns,
          findings: m.annotated.findings.map((f) => f.rule),
        },
  );
}
const isWell = async () => expect(await read('MARENKO: No.', 'well.txt')).toMatchObject([{ text: 'MARENKO: No.' }]);
const deep = (tag: string, n = 100_000) => `${`<${tag}>`.repeat(n)}the bottom${`</${tag}>`.repeat(n)}`;
const font = '/Resources << /Font << /F1 5 0 R >> >>';

describe('PDF', () => {
  test('a good one, to know that the builder is right', async () => {
    expect(await read(buildTextPdf(['We will not sign.']), 'a.pdf')).toMatchObject([{ text: 'We will not sign.' }]);
  });
  test.each<[string, Uint8Array]>([
    [
      'a page tree that holds itself',
      buildPdf({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>' }),
    ],
    [
      'two nodes that hold each other',
      buildPdf({
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
        3: '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 2 0 R >>',
      }),
    ],
    [
      'a form that draws itself',
      buildPdf({
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>`,
        4: '<< /Length 5 >>\nstream\n/X Do\nendstream',
        6: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream',
      }),
    ],
    [
      'a cross-reference that leads back to itself',
      buildPdf(
        { 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>' },
        '/Root 1 0 R /Prev 9',
      ),
    ],
    [
      'a length that is itself',
      buildPdf({
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R ${font} >>`,
        4: '<< /Length 4 0 R >>\nstream\nBT ET\nendstream',
        5: '<< /Type /Font >>',
      }),
    ],
    ['only its first line', strToU8('%PDF-1.7\n')],
  ])('%s is an error, in bounded time', async (_, bytes) => {
    const started = performance.now();
    const [result] = await read(bytes, 'loop.pdf');
    expect(['unreadable', 'timeout', 'too-large']).toContain((result as { code?: string }).code);
    expect(performance.now() - started).toBeLessThan(30_000);
    await isWell();
  });
});

test('a file that needs too much memory costs its own thread, and the next file is read', async () => {
  const small = new AnnotatePool({ threads: 1, timeLimitMs: 60_000, memoryMb: 48 });
  const job = (bytes: Uint8Array, name: string) => small.annotate({ path: name, name, bytes, sidecar: null });
  const [big] = (await job(strToU8('MR. ORN: no word. '.repeat(1_000_000)), 'big.txt')).members;
  expect(big && 'error' in big && big.error.code).toMatch(/^(?:too-large|timeout)$/);
  await small.close();
});

test('what needs more memory than an ordinary thread has is read in a roomy one', async () => {
  const pools = new AnnotatePool({ threads: 1, ordinaryMb: 16 });
  for (const name of ['one.txt', 'two.txt']) {
    const bytes = strToU8('Minister Ilse Marenko: We will sail at noon.');
    const [member] = (await pools.annotate({ path: name, name, bytes, sidecar: null })).members;
    expect(member && 'annotated' in member && member.annotated.text).toContain('sail at noon');
  }
  await pools.close();
});

describe('markup', () => {
  test.each([
    ['HTML', `<!doctype html><body><p>before</p>${deep('div')}<p>after</p></body>`, 'a.html'],
    ['XML', `<?xml version="1.0"?><doc><p>before</p>${deep('div')}<p>after</p></doc>`, 'a.xml'],
    [
      'TEI',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>before</p>${deep('div')}<p>after</p></body></text></TEI>`,
      'a.xml',
    ],
  ])('100,000 nested elements of %s keep their words', async (_, text, name) => {
    const [result] = await read(text, name);
    expect(result).toMatchObject({ text: expect.stringMatching(/before[\s\S]*the bottom[\s\S]*after/) });
    if (name === 'a.xml') expect(result!.findings).toContain('xml-too-deep');
  });
  test('entity expansion and outside entities are not followed', async () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const dtd = `<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const [result] = await read(`<?xml version="1.0"?>${dtd}<d><p>&l12; &f; words</p></d>`, 'a.xml');
    expect(result).toMatchObject({
      text: '&l12; &f; words',
      findings: expect.arrayContaining(['xml-entities-refused']),
    });
  });
  test("scripts never run, and what they would write is nobody's words", async () => {
    const script = `globalThis.process.exit(9)`;
    const [result] = await read(
      `<!doctype html><body onload="${script}"><script>${script}; document.write('forged')</script><article><p>MARENKO: We stay, and that is all there is to say.</p><img src=x onerror="${script}"><a href="javascript:${script}">more</a></article></body>`,
      'a.html',
    );
    const talk = result!
      .turns!.filter((t) => ['question', 'answer', 'speech'].includes(t.kind))
      .map((t) => result!.text!.slice(t.start, t.end));
    expect(talk.join(' ')).not.toMatch(/forged|process/);
    await isWell();
  });
});

describe('archives', () => {
  test('a bomb, a name that points outside, and a good file beside them', async () => {
    const bytes = zipSync({
      'bomb.html': new Uint8Array(60_000_000),
      '../../.ssh/keys': strToU8('x'),
      'good.txt': strToU8('MARENKO: No.'),
    });
    expect((await read(bytes, 'a.zip')).map((r) => ('code' in r ? `${r.path}: ${r.code}` : r.text)).sort()).toEqual([
      'MARENKO: No.',
      'a.zip!/../../.ssh/keys: refused',
      'a.zip!/bomb.html: too-large',
    ]);
    await isWell();
  });
});

describe('lines without end', () => {
  test.each(['txt', 'html', 'vtt', 'xml', 'md'])(
    '400 kB without a line break as .%s, full of labels, brackets and quotes',
    async (ending) => {
      const head =
        { vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\n', xml: '<?xml version="1.0"?><d><p>', html: '<!doctype html><p>' }[
          ending
        ] ?? '';
      const body = 'MR. ORN: no word (of) this "ends" here - '.repeat(10_000);
      const [result] = await read(`${head}${body}${ending === 'xml' ? '</p></d>' : ''}`, `a.${ending}`);
      expect(result).toMatchObject({ text: expect.stringContaining('no word (of) this') });
    },
  );
  describe('200 MB', () => {
    const dir = mkdtempSync(join(tmpdir(), 'onrecord-hostile-'));
    beforeAll(() => writeFileSync(join(dir, 'line.txt'), Buffer.alloc(200_000_000, 'word ')));
    afterAll(() => rmSync(dir, { recursive: true, force: true }));
    test('is refused by its size, before it is read', async () => {
      const store = await openStore(join(dir, 'a.db'), { create: true });
      const ctx: Context = contextFor(store, { now: () => '2031-05-07T00:00:00Z' });
      const started = performance.now();
      const lines = [];
      for await (const line of add.run(ctx, { paths: [join(dir, 'line.txt')] }) as AsyncIterable<unknown>)
        lines.push(line);
      await store.close();
      expect(lines).toMatchObject([{ status: 'failed', error: { code: 'too-large' } }]);
      expect(performance.now() - started).toBeLessThan(5000);
    });
  });
});

import { brotliCompressSync, gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decode } from './index.ts';

const PAGE = '<!doctype html><title>Varnia speaks</title><p>Minister Marenko said no.</p>';
/** path: title, date and words, or the code of its error. */
async function members(bytes: Uint8Array | string, name: string, mediaType?: string) {
  const data = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  return (await decode(data, name, mediaType)).map((m) =>
    'error' in m
      ? `${m.path} -> ${m.error.code}`
      : `${m.path} (${m.source.format}${m.sidecar ? ` ${JSON.stringify(m.sidecar)}` : ''})`,
  );
}

describe('ZIP', () => {
  const zip = (files: Zippable) => zipSync(files);
  test('members in order of their names, with sidecars; furniture of folders is passed over', async () => {
    const bytes = zip({
      'b/page.html': strToU8(PAGE),
      'b/page.meta.json': strToU8('{"url":"https://varnia.example/p"}'),
      'a.txt': strToU8('MARENKO: No.'),
      'README.md': strToU8('about'),
      '__MACOSX/a.txt': strToU8('x'),
      '.hidden': strToU8('x'),
    });
    expect(await members(bytes, 'saved.zip')).toEqual([
      'saved.zip!/a.txt (text)',
      'saved.zip!/b/page.html (html {"url":"https://varnia.example/p"})',
    ]);
  });
  test('names that point outside are refused, the others read', async () => {
    const bytes = zip({
      '../../etc/cron.d/x': strToU8('evil'),
      '/abs.txt': strToU8('evil'),
      'C:\\x.txt': strToU8('evil'),
      'ok.txt': strToU8('words'),
    });
    expect((await members(bytes, 'a.zip')).sort()).toEqual([
      'a.zip!/../../etc/cron.d/x -> refused',
      'a.zip!//abs.txt -> refused',
      'a.zip!/C:\\x.txt -> refused',
      'a.zip!/ok.txt (text)',
    ]);
  });
  test('a bomb is refused before it is unpacked, in bounded time', async () => {
    const started = performance.now();
    const bytes = zip({ 'bomb.txt': new Uint8Array(60_000_000), 'ok.txt': strToU8('words') });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await members(bytes, 'a.zip')).toEqual(['a.zip!/ok.txt (text)', 'a.zip!/bomb.txt -> too-large']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
  test('a member that lies about its size is an error of its own', async () => {
    const bytes = zip({ 'lies.txt': strToU8('word '.repeat(1000)), 'ok.txt': strToU8('words') });
    // the uncompressed size stands in the local header and in the directory: 5000 -> 10
    for (let i = 0; i < bytes.length - 4; i++)
      if (bytes[i] === 0x88 && bytes[i + 1] === 0x13 && bytes[i + 2] === 0) bytes.set([10, 0], i);
    expect((await members(bytes, 'a.zip')).filter((m) => m.includes('lies'))).toEqual([
      'a.zip!/lies.txt -> unreadable',
    ]);
  });
  test('one level of archives in archives, no more', async () => {
    const two = zip({ 'in.zip': zip({ 'x.txt': strToU8('words') }) });
    expect(await members(two, 'a.zip')).toEqual(['a.zip!/in.zip!/x.txt (text)']);
    expect(await members(zip({ 'two.zip': two }), 'a.zip')).toEqual(['a.zip!/two.zip!/in.zip -> refused']);
  });
  test('damaged archives, and office files that are no documents', async () => {
    await expect(decode(strToU8('PK\u0003\u0004 broken'), 'a.zip')).rejects.toMatchObject({ code: 'unreadable' });
    await expect(
      decode(zip({ '[Content_Types].xml': strToU8('<x/>'), 'xl/a.xml': strToU8('<x/>') }), 'a.xlsx'),
    ).rejects.toMatchObject({ code: 'unsupported' });
  });
});

test('one compressed file; what unpacks to too much is refused', async () => {
  expect(await members(gzipSync('MARENKO: No.'), 'a.txt.gz')).toEqual(['a.txt.gz!/a.txt (text)']);
  await expect(decode(gzipSync(new Uint8Array(70_000_000)), 'bomb.gz')).rejects.toMatchObject({ code: 'too-large' });
});

describe('feeds', () => {
  const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ministry of Varnia</title>
    <item><title>On the Straits &amp; more</title><link>https://varnia.example/1</link><pubDate>Tue, 06 May 2031 23:10:00 +0300</pubDate><content:encoded><![CDATA[<p>We <b>stay</b>.</p>]]></content:encoded></item>
    <item><guid>https://varnia.example/2</guid><description>Short.</description></item></channel></rss>`;
  test('each item is a document with its own address, title and date', async () => {
    const read = await decode(strToU8(rss), 'feed.xml');
    expect(read.map((m) => m.path)).toEqual([
      'feed.xml!/https://varnia.example/1',
      'feed.xml!/https://varnia.example/2',
    ]);
    const [first] = read;
    if (!first || 'error' in first) throw new Error('no item');
    expect(first.sidecar).toEqual({ url: 'https://varnia.example/1' });
    expect(first.source.clues!.map((c) => `${c.field}: ${c.value}`)).toEqual([
      'title: On the Straits & more',
      'published: 2031-05-06',
      'publisher: Ministry of Varnia',
    ]);
    expect(first.source.text).toContain('<p>We <b>stay</b>.</p>');
    const again = await decode(first.bytes, first.source.name, first.source.mediaType);
    expect('error' in again[0]! ? null : again[0]!.source.text).toBe(first.source.text);
  });
  test('Atom', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>E</title><link href="https://varnia.example/3"/><id>urn:1</id><published>2031-05-06T10:00:00Z</published><content type="html">&lt;p>Hi&lt;/p></content></entry></feed>`;
    expect(await members(atom, 'feed')).toEqual([
      'feed!/https://varnia.example/3 (html {"url":"https://varnia.example/3"})',
    ]);
  });
});

describe('mail', () => {
  const eml = [
    'From: "Press Office" <press@varnia.example>',
    'To: list@example.org',
    'Subject: =?UTF-8?Q?Statement_=E2=80=93_Straits?=',
    'Date: Tue, 6 May 2031 23:30:00 +0300',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'We stay.',
    '',
    'On 5 May Per Orn wrote:',
    '> Will you <stay>?',
    '--b',
    'Content-Type: text/plain; name="annex.txt"',
    'Content-Disposition: attachment; filename="annex.txt"',
    '',
    'Annex words.',
    '--b--',
    '',
  ].join('\r\n');
  test('body, headers as clues, the reply quoted apart, attachments as members', async () => {
    const read = await decode(strToU8(eml), 'mail.eml');
    expect(read.map((m) => m.path)).toEqual(['mail.eml', 'mail.eml!/annex.txt']);
    const [body] = read;
    if (!body || 'error' in body) throw new Error('no body');
    expect(body.source.clues!.map((c) => `${c.field}: ${c.value}`)).toEqual([
      'title: Statement – Straits',
      'published: 2031-05-06',
      'author: Press Office',
    ]);
    expect(body.source.text).toContain(
      '<blockquote class="quoted-mail">\n<p>On 5 May Per Orn wrote:</p>\n<p>Will you &lt;stay>?</p>',
    );
  });
});

test('MHTML, the page that a browser saved whole: its address and the time it was saved, no day of publication', async () => {
  const mhtml = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://varnia.example/page',
    'Subject: Varnia speaks',
    'Date: Wed, 7 May 2031 08:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    'Content-Location: https://varnia.example/page',
    '',
    PAGE,
    '--b--',
    '',
  ].join('\r\n');
  const [page] = await decode(strToU8(mhtml), 'page.mhtml');
  if (!page || 'error' in page) throw new Error('no page');
  expect(page.sidecar).toEqual({ url: 'https://varnia.example/page', retrieved: '2031-05-07T08:00:00.000Z' });
  expect(page.source.clues).toEqual([{ field: 'title', value: 'Varnia speaks', rule: 'mail-header' }]);
  expect(page.source.text!.trim()).toBe(PAGE);
});

describe('WARC', () => {
  const record = (
    type: string,
    url: string,
    body: string,
    http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n',
  ) => {
    const payload = `${http}${body}`;
    return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-05-07T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${strToU8(payload).length}\r\n\r\n${payload}\r\n\r\n`;
  };
  const archive =
    record('response', 'https://varnia.example/page', PAGE) +
    record('response', 'https://varnia.example/logo', 'x', 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n') +
    record('response', 'https://varnia.example/gone', 'x', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n');
  test('each page that answered is a member with its address and the time it was fetched; compressed or not', async () => {
    const expected = [
      'a!/https://varnia.example/page (html {"url":"https://varnia.example/page","retrieved":"2031-05-07T08:00:00Z"})',
    ];
    expect(await members(archive, 'a')).toEqual(expected);
    expect(await members(gzipSync(archive), 'a')).toEqual(expected);
  });
  test('bodies are unpacked whatever their coding: gzip, Brotli', async () => {
    const coded = (coding: string, body: Buffer) => {
      const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: ${coding}\r\n\r\n`;
      const length = head.length + body.length;
      const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://varnia.example/${coding}\r\nWARC-Date: 2031-05-07T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n`;
      return Buffer.concat([Buffer.from(warc + head), body, Buffer.from('\r\n\r\n')]);
    };
    const bytes = Buffer.concat([coded('gzip', gzipSync(PAGE)), coded('br', brotliCompressSync(PAGE))]);
    const read = await decode(new Uint8Array(bytes), 'a.warc');
    expect(read.map((m) => ('error' in m ? m.error.code : m.source.text))).toEqual([PAGE, PAGE]);
  });
  test('an archive that breaks off keeps what came before', async () => {
    const cut = strToU8(archive + record('response', 'https://varnia.example/2', PAGE)).subarray(0, -60);
    expect((await members(cut, 'a')).length).toBeGreaterThanOrEqual(1);
  });
});

describe('DOCX', () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = (body: string) =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'docProps/core.xml': strToU8(
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>On the Straits</dc:title></cp:coreProperties>',
      ),
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
    });
  test('paragraphs, strikes kept and marked, title of the properties; tracked deletions are a finding', async () => {
    const read = await decode(
      docx(
        '<w:p><w:r><w:t xml:space="preserve">We </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>go</w:t></w:r><w:r><w:t xml:space="preserve"> stay.</w:t></w:r></w:p><w:p><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>End.</w:t></w:r></w:p>',
      ),
      'talk.docx',
    );
    const [doc] = read;
    if (!doc || 'error' in doc) throw new Error('no document');
    expect(doc.source).toMatchObject({
      format: 'html',
      clues: [{ field: 'title', value: 'On the Straits' }],
      findings: [{ rule: 'docx-deletions' }],
    });
    expect(doc.source.text).toContain('<p>We <s>go</s> stay.</p><p>End.</p>');
  });
  test('a document that is a bomb', async () => {
    await expect(
      decode(docx(`<w:p><w:r><w:t>${'a'.repeat(30_000_000)}</w:t></w:r></w:p>`), 'b.docx'),
    ).rejects.toMatchObject({ code: 'too-large' });
  });
});

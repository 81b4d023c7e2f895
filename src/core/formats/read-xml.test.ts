import { describe, expect, test } from 'vitest';
import type { Block, Reading } from '../model/index.ts';
import { readXml } from './read-xml.ts';

const read = (text: string) =>
  readXml({ name: 'a.xml', format: 'xml', mediaType: 'application/xml', text, findings: [] });
/** One line a block: kind or zone, speaker, label, words of the body. */
const lines = (r: Reading) => r.blocks.map((b) => line(r, b));
function line(r: Reading, b: Block): string {
  const u = b.utterance;
  const words = r.text.slice(u?.bodyStart ?? b.start, b.end);
  if (!u) return `${b.zone ?? b.kind}: ${words}`;
  return `${u.kind}[${u.key}${u.continues ? ' goes on' : ''}${u.voice ? ` ${u.voice}` : ''}] ${u.who ?? '-'} (${u.label ?? '-'}): ${words}`;
}
const tei = (body: string, header = '') =>
  `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text xml:lang="en"><body>${body}</body></text></TEI>`;
const akn = (body: string, meta = '') =>
  `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="hansard"><meta>${meta}</meta>${body}</debate></akomaNtoso>`;
const PEOPLE =
  '<profileDesc><particDesc><listPerson><person xml:id="IM"><persName><surname>Marenko</surname><forename>Ilse</forename></persName></person></listPerson></particDesc></profileDesc>';

describe('TEI', () => {
  test('u, seg, a note that names the speaker, a kinesic inside a speech', () => {
    const r = read(
      tei(
        `<div type="debateSection"><head>BUDGET</head><u who="#IM"><note type="speaker">Ms. Marenko:</note>
         <seg>We <hi rend="bold">will</hi> not sign. <kinesic><desc>(Applause)</desc></kinesic> Not now.</seg><seg>Later, perhaps.</seg></u></div>`,
        PEOPLE,
      ),
    );
    expect(lines(r)).toEqual([
      'heading: BUDGET',
      'speech[u1] Ilse Marenko (Ms. Marenko:): We will not sign.',
      'aside[a2] - (-): (Applause)',
      'speech[u1 goes on] Ilse Marenko (-): Not now.',
      'speech[u1] Ilse Marenko (-): Later, perhaps.',
    ]);
    expect(r.text).toBe('BUDGET\n\nMs. Marenko: We will not sign.\n\n(Applause)\n\nNot now.\n\nLater, perhaps.');
    expect(r.marks.map((m) => [m.kind, r.text.slice(m.start, m.end)])).toEqual([['strong', 'will']]);
  });
  test('ParlaMint: the label stands before its u, tokens join without spaces, the chair is the moderator', () => {
    const r = read(
      tei(
        `<note type="speaker">President Marenko:</note>\n<u who="#IM" ana="#chair"><seg><s><w join="right">Order</w><pc>!</pc> <w>Sit</w> <w join="right">down</w><pc>.</pc></s></seg></u>`,
        PEOPLE,
      ),
    );
    expect(lines(r)).toEqual(['speech[u1 moderator] Ilse Marenko (President Marenko:): Order! Sit down.']);
  });
  test('sp, speaker, p and stage', () => {
    const r = read(
      tei(
        '<sp><speaker>Q.</speaker><p>When?</p></sp><stage>[laughs]</stage><sp><speaker>A.</speaker><p>Soon.</p></sp>',
      ),
    );
    expect(lines(r)).toEqual(['speech[u1] - (Q.): When?', 'aside[a2] - (-): [laughs]', 'speech[u3] - (A.): Soon.']);
  });
  test('[V1] two speakers at once are nobody; an unlisted speaker without a label is his id, with a finding', () => {
    const r = read(tei('<u who="#IM #XY"><seg>Shame!</seg></u><u who="#JensOrn"><seg>No.</seg></u>', PEOPLE));
    expect(lines(r)).toEqual(['speech[u1] - (-): Shame!', 'speech[u2] JensOrn (-): No.']);
    expect(r.findings.map((f) => f.rule)).toEqual(['speaker-not-listed']);
  });
  test('a gap is a finding at its place; a wrong word and its correction are both kept and marked', () => {
    const r = read(
      tei(
        '<u who="#IM"><seg>We signed <gap reason="inaudible"/> in <choice><sic>Mai</sic> <corr>May</corr></choice>.</seg></u>',
        PEOPLE,
      ),
    );
    expect(r.text).toBe('We signed in Mai May.');
    expect(r.findings[0]).toMatchObject({ rule: 'gap-in-source', start: 9 });
    expect(r.marks.map((m) => [m.kind, r.text.slice(m.start, m.end)])).toEqual([
      ['strike', 'Mai'],
      ['insertion', 'May'],
    ]);
  });
  test('[V3] the day of the sitting is kept apart from the day the file was published', () => {
    const header = `<fileDesc><titleStmt><title>Sitting of Varnia's Assembly</title></titleStmt><publicationStmt><publisher>Archive of Varnia</publisher><date when="2024-02-01"/></publicationStmt></fileDesc><profileDesc><settingDesc><setting><date when="2019-05-06"/></setting></settingDesc></profileDesc>`;
    expect(read(tei('<p>x</p>', header)).clues.map((c) => [c.field, c.value])).toEqual([
      ['title', "Sitting of Varnia's Assembly"],
      ['date', '2019-05-06'],
      ['published', '2024-02-01'],
      ['language', 'en'],
      ['publisher', 'Archive of Varnia'],
    ]);
  });
});

describe('Akoma Ntoso', () => {
  test('question and answer with @by and from; scene and remark are asides; a number leads its heading', () => {
    const r = read(
      akn(
        `<debateBody><debateSection><num>7.</num><heading>FISHERIES</heading><scene>[The Chair rose]</scene>
        <question by="#q"><from>Mr. Orn</from><p>asked the Minister:</p><ul><li>why;</li><li>when.</li></ul></question>
        <answer by="#m"><from>The Minister (Ms. Marenko): </from><p>Soon <remark>(laughter)</remark> enough.</p></answer>
        <p>The House rose.</p></debateSection></debateBody>`,
        '<references><TLCPerson eId="m" showAs="Ilse Marenko"/></references>',
      ),
    );
    expect(lines(r)).toEqual([
      'heading: 7. FISHERIES',
      'aside[a1] - (-): [The Chair rose]',
      'question[u2] - (Mr. Orn): asked the Minister:',
      'question[u2] - (-): why;',
      'question[u2] - (-): when.',
      'answer[u3] Ilse Marenko (The Minister (Ms. Marenko):): Soon',
      'aside[a4] - (-): (laughter)',
      'answer[u3 goes on] Ilse Marenko (-): enough.',
      'paragraph: The House rose.',
    ]);
  });
  test('a resolution: cover, title, recitals and numbered paragraphs, in order', () => {
    const r = read(
      `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta><identification><FRBRWork><FRBRdate date="2031-02-03" name="adoption"/></FRBRWork></identification></meta>
      <coverPage><p><docNumber>K/RES/7 (2031)</docNumber></p></coverPage><preface><p><docTitle>Resolution 7 (2031)</docTitle></p></preface>
      <preamble><container><p>	<i>Recalling</i> its resolutions,</p></container></preamble>
      <mainBody><paragraph><num>1.</num><content><p><i>Decides</i> to stay seized.</p></content></paragraph></mainBody></statement></akomaNtoso>`,
    );
    expect(lines(r)).toEqual([
      'metadata: K/RES/7 (2031)',
      'title: Resolution 7 (2031)',
      'paragraph: Recalling its resolutions,',
      'paragraph: 1. Decides to stay seized.',
    ]);
    expect(r.clues).toEqual([
      { field: 'title', value: 'Resolution 7 (2031)', rule: 'akn-doc-title' },
      { field: 'date', value: '2031-02-03', rule: 'akn-work-date' },
      { field: 'number', value: 'K/RES/7 (2031)', rule: 'akn-number' },
    ]);
  });
});

test('V3: a day that stands for none is none', () => {
  const r = read(
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta><identification><FRBRWork><FRBRdate date="0001-01-01" name="adoption"/></FRBRWork></identification></meta><mainBody><p>We wait.</p></mainBody></statement></akomaNtoso>',
  );
  expect(r.clues.filter((c) => c.field === 'date')).toEqual([]);
});

describe('other and hostile XML', () => {
  test('[T2] unknown vocabularies give their text in order, mixed content included', () => {
    const r = read(
      '<log><entry>a <b>bold <i>x</i></b> c</entry><entry>d</entry><end>tail<![CDATA[ & <raw>]]></end></log>',
    );
    expect(r.text).toBe('a bold x c\n\nd\n\ntail & <raw>');
  });
  test('broken XML is read as far as it goes', () => {
    const r = read('<a><p>one</p><p>two & three</p>');
    expect(r.text).toContain('one');
    expect(r.text).toContain('two');
    expect(r.findings.map((f) => f.rule)).toContain('xml-not-well-formed');
  });
  test('entity expansion and external entities are refused, with a finding', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const r = read(
      `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]><a><p>&l9; &file; &amp; said&nbsp;so</p></a>`,
    );
    expect(r.text).toBe('&l9; &file; & said\u00a0so');
    expect(r.findings.map((f) => f.rule)).toContain('xml-entities-refused');
  });
  test('an XInclude is said and never fetched', () => {
    const r = read(
      tei(
        '<u who="#A">We sign.</u><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="http://x.example/b.xml"/>',
      ),
    );
    expect(r.text).toBe('We sign.');
    expect(r.findings.find((f) => f.rule === 'xml-include')?.why).toContain('http://x.example/b.xml');
  });
  test('100,000 nested elements: their text is kept, in bounded time', () => {
    const started = performance.now();
    const deep = (tag: string) => `${`<${tag}>`.repeat(100_000)}bottom${`</${tag}>`.repeat(100_000)}`;
    for (const text of [`<a>${deep('b')}after</a>`, tei(deep('div'))]) {
      const r = read(text);
      expect(r.text).toContain('bottom');
      expect(r.findings.map((f) => f.rule)).toEqual(['xml-too-deep']);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
  test('100,000 speeches and asides in one element stay linear', () => {
    const started = performance.now();
    const r = read(tei('<u who="#A"><seg>Yes <note>(Applause)</note> no.</seg></u>'.repeat(30_000)));
    expect(r.blocks.length).toBe(90_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

import { describe, expect, it } from 'vitest';
import { fromSelectors } from '../anchor/web-annotation.ts';
import type { Rules, VersionRecord } from '../model/index.ts';
import { annotate } from '../pipeline.ts';
import { writeAkn } from './write-akn.ts';
import { writeAnnotations } from './write-annotations.ts';
import { csvHead, writeCsv } from './write-csv.ts';
import { writeTei } from './write-tei.ts';
import { escapeXml } from './xml.ts';

const RULES: Rules = {
  revision: 'none',
  people: [],
  offices: [],
  parties: [],
  publishers: [],
  topics: [],
  things: [],
  cues: {},
};
const HOSTILE = `<script>alert("1")</script> & ]]> <!-- 'x' --> é 𝔸 \u202eabc`;
type Part = Pick<VersionRecord['turns'][number], 'kind' | 'voice' | 'speaker' | 'label'> & {
  words: string;
  goesOn?: true;
};
const part = (kind: Part['kind'], words: string, speaker: string | null = null, label: string | null = null): Part => ({
  kind,
  voice: kind === 'question' ? 'interviewer' : 'official',
  speaker,
  label,
  words,
});

/** A version laid by hand: parts with their labels, joined as a reading joins them. */
function recordOf(parts: readonly Part[]): VersionRecord {
  let text = '';
  const turns: VersionRecord['turns'] = [];
  for (const [i, p] of parts.entries()) {
    const start = text.length;
    text += p.label ? `${p.label} ` : '';
    const bodyStart = text.length;
    text += p.words + (i === parts.length - 1 ? '' : '\n\n');
    turns.push({
      id: `ver:0123456789ab/t-${i}`,
      kind: p.kind,
      voice: p.voice,
      speaker: p.speaker,
      person: null,
      label: p.label,
      start,
      bodyStart,
      end: text.length,
      rule: 'test',
      ...(p.goesOn ? { continues: turns[i - 2]!.id } : {}),
    });
  }
  const document: VersionRecord['document'] = {
    id: 'ver:0123456789ab',
    event: 'doc:0123456789ab',
    name: 'talk.txt',
    title: HOSTILE,
    date: '2031-03-04',
    dateKind: 'said',
    published: '2031-03-05',
    language: 'en',
    translation: 'original',
    kind: 'interview',
    place: null,
    outlet: '=cmd()',
    publisher: 'Ministry of Varnia',
    republisher: null,
    number: null,
    url: 'https://mfa.varnia.example/a?b=1&c="2"',
    completeness: 'full',
    rights: null,
    evidence: [],
    participants: [],
  };
  return { document, text, turns, sentences: [], mentions: [], claims: [], marks: [], findings: [] };
}

const RECORD = recordOf([
  part('title', 'Interview of the Minister'),
  part('metadata', 'No. 7-2031'),
  part('question', `Will Varnia sign? ${HOSTILE}`, 'Tarsk Courier', 'Tarsk Courier:'),
  part('answer', 'We will not sign.\n\nNot this year.', 'Ilse Marenko', 'Ilse Marenko:'),
  part('aside', '(Laughter.)'),
  { ...part('answer', 'Nor the next.', 'Ilse Marenko'), goesOn: true },
  part('heading', 'On Kestoria'),
  part('question', 'And Kestoria?', 'Tarsk Courier', 'Tarsk Courier:'),
  part('answer', '- That is for Kestoria to say.', 'Ilse Marenko', 'Ilse Marenko:'),
  part('speech', 'Thank you.', null, null),
  part('commentary', 'The minister then left.'),
  part('comment', 'Well said! signed Borin Tal', 'Borin Tal', 'Borin Tal'),
  part('boilerplate', 'All rights reserved'),
]);

const words = (s: string) => s.replace(/\s+/g, ' ').trim();
const laid = (r: VersionRecord) =>
  r.turns
    .filter((t) => t.kind !== 'comment')
    .map((t) => [
      t.kind,
      t.speaker,
      words(r.text.slice(t.start, t.bodyStart)),
      words(r.text.slice(t.bodyStart, t.end)),
    ]);
const readBack = (text: string) =>
  annotate(
    { name: 'a.xml', format: 'xml', mediaType: 'application/xml', text, findings: [] },
    null,
    'ver:ffffffffffff',
    RULES,
  );

describe.each([
  ['TEI', writeTei],
  ['Akoma Ntoso', writeAkn],
])('%s', (_name, write) => {
  it('[T2] read back by our own reader: the same turns, speakers, labels and words, in order', () => {
    expect(laid(readBack(write(RECORD)))).toEqual(laid(RECORD));
  });
  it('the facts come back: title, day of speaking, day of publication, language, publisher', () => {
    const { title, date, published, language, publisher } = readBack(write(RECORD)).document;
    expect({ date, published, language, publisher }).toEqual({
      date: '2031-03-04',
      published: '2031-03-05',
      language: 'en',
      publisher: 'Ministry of Varnia',
    });
    expect(title).toBeTruthy();
  });
  it('an utterance goes on after an aside: the two are one in the file', () => {
    expect(write(RECORD).match(/Not this year[\s\S]*?Nor the next/)![0]).not.toMatch(/<\/(?:u|answer)>/);
  });
  it('[V1] who is not known is nobody; readers and their words stay here', () => {
    expect(laid(readBack(write(RECORD))).find((t) => t[3] === 'Thank you.')![1]).toBeNull();
    expect(write(RECORD)).not.toMatch(/Borin|Well said/);
  });
  it('keeps to the elements that docs/exports.md lists', async () => {
    const { readFileSync } = await import('node:fs');
    const page = readFileSync(new URL('../../../docs/exports.md', import.meta.url), 'utf8');
    const listed = new Set([...page.matchAll(/`(\w+)`/g)].map((m) => m[1]));
    const used = new Set([...write(RECORD).matchAll(/<(\w+)/g)].map((m) => m[1]!));
    expect([...used].filter((n) => !listed.has(n))).toEqual([]);
  });
});

it('escapes what XML knows, and drops no character silently', () => {
  expect(escapeXml('a<b>&"\u0000\ud800c')).toBe('a&lt;b&gt;&amp;&quot;\ufffd\ufffdc');
});

it('CSV: one line a turn, words exact, a formula disarmed, readers left out', () => {
  const table = csvHead() + writeCsv(RECORD);
  const rows = parseCsv(table);
  const column = (name: string) => rows[0]!.indexOf(name);
  expect(new Set(rows.map((r) => r.length)).size).toBe(1);
  expect(rows).toHaveLength(RECORD.turns.length); // the head, and one comment less
  expect(rows[3]![column('text')]).toBe(`Will Varnia sign? ${HOSTILE}`);
  expect(rows[3]![column('outlet')]).toBe("'=cmd()");
  for (const r of rows.slice(1)) {
    const text = r[column('text')]!.replace(/^'/, '');
    expect(RECORD.text.slice(Number(r[column('start')]), Number(r[column('end')]))).toBe(text);
  }
});

function parseCsv(table: string): string[][] {
  const rows: string[][] = [[]];
  for (const m of table.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(m[1] === undefined ? m[2]! : m[1].replaceAll('""', '"'));
    if (m[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

it('[A1] annotations lead back to the words, counted in code points; [V1] only claims with a speaker', () => {
  const start = RECORD.text.indexOf('We will not sign.');
  const base = {
    turn: RECORD.turns[3]!.id,
    person: null,
    voice: 'official' as const,
    topic: 'signature',
    topics: ['signature'],
    act: 'refusal' as const,
    polarity: 'negative' as const,
    modality: 'will',
    addressee: null,
    reported: null,
    hedges: [],
    condition: null,
    inReplyTo: null,
    rule: 'test',
    start,
    end: start + 17,
  };
  const claims = [
    { ...base, id: 'ver:0123456789ab/c-1', speaker: 'Ilse Marenko' },
    { ...base, id: 'ver:0123456789ab/c-2', speaker: null },
  ];
  const context = { reading: 1, retrieved: '2031-03-07T00:00:00Z', archive: null, reviewed: new Set<string>() };
  const found = writeAnnotations({ ...RECORD, claims }, context);
  expect(found).toHaveLength(1);
  const [a] = JSON.parse(JSON.stringify(found));
  const anchor = fromSelectors('ver:0123456789ab', a.target.selector)!;
  expect([...RECORD.text].slice(anchor.start, anchor.end).join('')).toBe('We will not sign.');
  expect(anchor.start).toBe(start - 1); // one character beyond the basic plane stands before
  expect(anchor.exact).toBe('We will not sign.');
  expect(JSON.stringify(a.body)).toContain('not reviewed');
});

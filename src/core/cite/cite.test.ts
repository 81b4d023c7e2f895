import { describe, expect, it } from 'vitest';
import { CITE_STYLES, writeCitation } from './cite.ts';
import type { CiteFacts } from './collect-facts.ts';
import { CslItem } from './csl-item.ts';
import { publicAddress } from './public-address.ts';
import { toCsl } from './to-csl.ts';

const FACTS: CiteFacts = {
  page: null,
  pinned: 'ver:0123456789ab/t-5f2c91@r1',
  kind: 'interview',
  speakers: ['Ilse Marenko'],
  isPassage: true,
  interviewer: { value: 'The Tarsk Courier', supplied: true },
  title: { value: 'Interview of the Minister', supplied: false },
  outlet: { value: 'The Tarsk Courier', supplied: true },
  publisher: { value: 'Ministry of Foreign Affairs of Varnia', supplied: false },
  number: { value: '214', supplied: false },
  place: null,
  date: { value: '2031-03-04', supplied: false },
  isDateOfPublication: false,
  published: '2031-03-05',
  language: 'en',
  translation: 'official translation [translator not named]',
  mirror: null,
  url: 'https://mfa.varnia.example/214',
  archive: 'https://web.archive.org/web/20310306101112/https://mfa.varnia.example/214',
  accessed: '2031-03-07',
  quote: 'We will not sign.',
};
const HOSTILE = 'a|b}}{{c]]<i>d</i>\\input{x} & 100% #1 _y_ $z$ ~^ "q" é';

it.each(CITE_STYLES)(
  '%s holds the words, the source address, its archive copy and the pinned id; never this machine',
  (style) => {
    const text = writeCitation(FACTS, style);
    for (const part of ['Marenko', 'We will not sign.', FACTS.url!, FACTS.archive!, FACTS.pinned, '2031'])
      expect(text).toContain(part);
    expect(text).toContain(
      '[The Tarsk Courier]'.replace(/[[\]]/g, (c) => (style === 'wiki' ? `&#${c.charCodeAt(0)};` : c)),
    );
    expect(text).not.toMatch(/localhost|127\.0\.0\.1|undefined|null/);
  },
);

it('chicago, apa and plain read as a person would write them', () => {
  expect(writeCitation(FACTS, 'chicago')).toBe(
    'Ilse Marenko, “Interview of the Minister,” interview by [The Tarsk Courier], March 4, 2031, published March 5, 2031, official translation [translator not named], Ministry of Foreign Affairs of Varnia, no. 214, accessed March 7, 2031, https://mfa.varnia.example/214, archived at https://web.archive.org/web/20310306101112/https://mfa.varnia.example/214. “We will not sign.” Onrecord, ver:0123456789ab/t-5f2c91@r1.',
  );
  expect(writeCitation({ ...FACTS, archive: null, accessed: null }, 'apa')).toBe(
    'Ilse Marenko. (2031, March 4). Interview of the Minister (no. 214) [Interview by [The Tarsk Courier]; official translation [translator not named]]. Ministry of Foreign Affairs of Varnia. https://mfa.varnia.example/214 “We will not sign.” Onrecord ver:0123456789ab/t-5f2c91@r1',
  );
  expect(
    writeCitation({ ...FACTS, archive: null, accessed: null, translation: null, interviewer: null }, 'plain'),
  ).toBe(
    '“We will not sign.” — Ilse Marenko, 4 March 2031. Interview of the Minister, Ministry of Foreign Affairs of Varnia, published 5 March 2031, https://mfa.varnia.example/214. [ver:0123456789ab/t-5f2c91@r1]',
  );
});

describe('[V3] what the source does not print stands in brackets, in every style', () => {
  it.each(CITE_STYLES)('%s', (style) => {
    const bare = { ...FACTS, date: null, published: null, title: null, speakers: [] };
    expect(writeCitation(bare, style)).toMatch(style === 'wiki' ? /date=n\.d\./ : /\[n\.d\.\]/);
    if (style !== 'csl-json' && style !== 'wiki') expect(writeCitation(bare, style)).toContain('[no title]');
    const handed = writeCitation({ ...FACTS, date: { value: '2031-03', supplied: true } }, style);
    expect(handed).toMatch(/\[March 2031\]|\[2031, March\]|\[date not printed in the source\]|&#91;2031-03&#93;/);
    const mirrored = writeCitation({ ...FACTS, mirror: 'Accord Watch' }, style);
    expect(mirrored).toMatch(/republished by Accord Watch|via=Accord Watch/);
  });
});

it('an uncertain day, an interval and a year alone are written as far as they are known', () => {
  const csl = (value: string) => toCsl({ ...FACTS, published: null, date: { value, supplied: false } }).issued;
  expect(csl('2031-03?')).toEqual({ 'date-parts': [[2031, 3]], circa: true });
  expect(csl('2031-03-04/2031-03-06')).toEqual({
    'date-parts': [
      [2031, 3, 4],
      [2031, 3, 6],
    ],
  });
  expect(csl('2031')).toEqual({ 'date-parts': [[2031]] });
  expect(csl('XXXX-03')).toBeUndefined();
});

describe('hostile words stay words', () => {
  const facts = { ...FACTS, title: { value: HOSTILE, supplied: false }, speakers: [HOSTILE], quote: HOSTILE };
  it('csl-json parses and keeps to the schema of the fields we write', () => {
    const [item] = JSON.parse(writeCitation(facts, 'csl-json'));
    expect(CslItem.parse(item)).toEqual(toCsl(facts));
    expect(item.title).toBe(HOSTILE);
    expect(CslItem.safeParse({ ...item, authors: [] }).success).toBe(false);
  });
  it('bibtex: braces balance and no command is left', () => {
    const text = writeCitation(facts, 'bibtex');
    const bare = text.replace(/\\[\\{}$&#_%]/g, '');
    expect(bare.match(/\{/g)?.length).toBe(bare.match(/\}/g)?.length);
    expect(text).not.toMatch(/(?<!\\)\\input/);
  });
  it('ris: one field a line', () => {
    for (const line of writeCitation(facts, 'ris').split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  });
  it('wiki: one template, no tag, link or field of its own', () => {
    const text = writeCitation(facts, 'wiki');
    expect(text.match(/\{\{/g)).toHaveLength(1);
    expect(text.match(/\}\}/g)).toHaveLength(1);
    expect(text).not.toMatch(/<i>|\|b/);
  });
});

it.each([
  ['http://localhost:8420/d/1', null],
  ['http://127.0.0.1/x', null],
  ['http://192.168.0.4/x', null],
  ['http://[::1]/x', null],
  ['https://intranet/x', null],
  ['file:///home/a/b.html', null],
  ['javascript:alert(1)', null],
  ['https://user:secret@mfa.varnia.example/a', 'https://mfa.varnia.example/a'],
  ['https://mfa.varnia.example/a?b=[c]|{d}', 'https://mfa.varnia.example/a?b=%5Bc%5D%7C%7Bd%7D'],
])('address %s', (url, wanted) => expect(publicAddress(url)).toBe(wanted));

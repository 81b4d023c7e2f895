import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { readPublicUrl } from '../intake/read-public-url.ts';
import type { NewsItem } from '../service/news/news-item.ts';
import { writeFeed } from './write-feed.ts';

const item: NewsItem = {
  kind: 'said',
  id: 'ver:3fa9/t-5f2c91',
  document: 'ver:3fa9',
  added: '2031-04-02T08:00:00Z',
  date: '2031-04-01',
  title: 'Talks </title><script>alert(1)</script>]]><a/>\u202e\u0000',
  speaker: 'Ilse Marenko',
  start: 3,
  end: 9,
  text: 'We <b>wait</b> & see.',
  why: 'holds wait',
  url: 'javascript:alert(1)',
  reviewed: false,
};
const feed = (base: string | null, over: Partial<NewsItem> = {}) =>
  writeFeed({
    path: '/feed/search?query=wait',
    title: 'Search: wait',
    items: [{ ...item, ...over }],
    note: '2 texts',
    base,
  });

describe('a feed', () => {
  it('is read back with its words as they stand and nothing of them as markup', () => {
    const xml = feed('https://record.example');
    expect(xml).not.toMatch(/\u202e|\u0000|javascript:/);
    const read = parseAtomFeed(xml) as {
      id: string;
      links: { href: string }[];
      entries: { id: string; title: { value: string }; summary: { value: string }; links: { href: string }[] }[];
    };
    expect(read.id).toBe('urn:onrecord:feed:%2Ffeed%2Fsearch%3Fquery%3Dwait');
    const [entry] = read.entries;
    expect(entry!.title.value).toBe('Ilse Marenko: Talks </title><script>alert(1)</script>]]><a/>');
    expect(entry!.id).toBe('urn:onrecord:said:ver:3fa9/t-5f2c91');
    expect(entry!.summary.value).toContain('“We <b>wait</b> & see.”');
    expect(entry!.summary.value).toContain('reviewed by nobody');
    expect(entry!.links.map((l) => l.href)).toEqual(['https://record.example/d/3fa9/t-5f2c91#x']);
  });

  it('holds no address of ours without a public base, and the source’s own where it has one', () => {
    expect(feed(null)).not.toMatch(/href="(?:\/|http:\/\/localhost)/);
    expect(feed(null, { url: 'https://varnia.example/talk' })).toContain('https://varnia.example/talk');
  });

  it('says what a person has reviewed', () => {
    expect(feed(null, { reviewed: true })).toContain('Reviewed by a person.');
  });
});

describe('the public base', () => {
  it.each([
    ['https://record.example/', 'https://record.example'],
    ['https://example.org/on/record/?x=1', 'https://example.org/on/record'],
  ])('%s is %s', (setting, base) => expect(readPublicUrl(setting)).toBe(base));
  it.each(['http://localhost:8420', 'http://127.0.0.1/', 'ftp://record.example', 'record.example'])(
    'refuses %s',
    (setting) => expect(() => readPublicUrl(setting)).toThrow('nobody else can open'),
  );
  it('may be left out', () => expect(readPublicUrl(undefined)).toBeUndefined());
});

import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { Reading } from '../model/index.ts';
import { readHtml } from './read-html.ts';

const rules = loadRules();
const read = (text: string): Reading =>
  readHtml({ name: 'page.html', format: 'html', mediaType: 'text/html', text, findings: [] }, rules);
const blocks = (text: string) => {
  const reading = read(text);
  return reading.blocks.map((b) => reading.text.slice(b.start, b.end));
};

const PARAGRAPH =
  'The minister said, in a long and careful answer, that Varnia would not leave the talks, whatever the other side did. ';
const ARTICLE = `<p>${PARAGRAPH.repeat(3)}</p><p>${PARAGRAPH.repeat(2)}</p><p>${PARAGRAPH.repeat(4)}</p>`;

describe('text of a page', () => {
  const cases: Record<string, [string, string[]]> = {
    'paragraphs and inline marks': ['<p>One <b>two</b></p><p>three</p>', ['One two', 'three']],
    'two breaks end a paragraph, one is a line': ['<p>a<br>b<br><br>c</p>', ['a\nb', 'c']],
    'a break before a printed label begins a block': [
      '<p>Question: why?<br>Ilse Marenko: because</p>',
      ['Question: why?', 'Ilse Marenko: because'],
    ],
    'touching links are two words': ['<nav><a>Home</a><a>News</a></nav>', ['Home News']],
    'cells are blocks': ['<table><tr><td>Q</td><td>Why?</td></tr></table>', ['Q', 'Why?']],
    'a script is never text': ['<p>a</p><script>document.write("b")</script>', ['a']],
    'soft hyphens go, no-break spaces stay': ['<p>Var&shy;nia 10&nbsp;000</p>', ['Varnia 10\u00a0000']],
    'a break of spaces alone still ends a paragraph': ['<p>a<br>&nbsp;<br>b</p>', ['a', 'b']],
    'noscript is read': ['<noscript>Please enable scripts</noscript><p>a</p>', ['Please enable scripts', 'a']],
  };
  for (const [name, [html, expected]] of Object.entries(cases))
    it(name, () => {
      expect(blocks(html)).toEqual(expected);
    });

  it('keeps struck and inserted words, with their marks', () => {
    const { text, marks } = read('<p>We sent <s>four</s> <ins>[three]</ins> notes.</p>');
    expect(text).toBe('We sent four [three] notes.');
    expect(marks.map((m) => [m.kind, text.slice(m.start, m.end)])).toEqual([
      ['strike', 'four'],
      ['insertion', '[three]'],
    ]);
  });

  it('cuts preformatted text into paragraphs and keeps its lines', () => {
    const { text, blocks: b } = read('<pre>\n  One line\n\n  Another\n</pre>');
    expect(text).toContain('One line\n\n  Another');
    expect(b.map((x) => text.slice(x.start, x.end))).toEqual(['One line', 'Another']);
  });
});

describe('zones of a page', () => {
  const page = `<html><head><title>Marenko on the talks - Kestoria Post</title></head><body>
    <nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>
    <div class="cookie-banner"><p>We use cookies to make this site better for all of you, dear readers, every day.</p></div>
    <div class="post"><h1>Marenko on the talks</h1><p class="byline">By A. Writer</p><div class="entry-content">${ARTICLE}
    <h2>The next round</h2><p>${PARAGRAPH}</p><div class="sharedaddy">Share this: <a>Mail</a></div></div></div>
    <div id="comments"><h3>2 comments</h3><ol class="commentlist"><li class="comment"><p>I do not believe a word of what she says here.</p></li></ol>
    <div id="respond"><h3>Leave a reply</h3><form><label>Your mail</label></form></div></div>
    <footer>Kestoria Post, all rights</footer></body></html>`;
  const zoneOf = (words: string) => {
    const { text, blocks: all } = read(page);
    return all.find((b) => text.slice(b.start, b.end).includes(words))?.zone;
  };
  it.each([
    ['Home', 'boilerplate'],
    ['We use cookies', 'boilerplate'],
    ['By A. Writer', 'metadata'],
    ['The minister said', 'article'],
    ['The next round', 'heading'],
    ['Share this', 'boilerplate'],
    ['I do not believe', 'comment'],
    ['Leave a reply', 'boilerplate'],
    ['all rights', 'boilerplate'],
  ])('%s is %s', (words, zone) => {
    expect(zoneOf(words)).toBe(zone);
  });
  it('names the heading that the page’s own title repeats as the title', () => {
    const { text, blocks: all } = read(page);
    expect(all.filter((b) => b.zone === 'title').map((b) => text.slice(b.start, b.end))).toEqual([
      'Marenko on the talks',
    ]);
  });
});

describe('zones that words tell', () => {
  const zones = (body: string) => {
    const { text, blocks: all } = read(
      `<html><head><title>Marenko on the talks</title></head><body><h1>Marenko on the talks</h1>${body}</body></html>`,
    );
    return (words: string) => all.find((b) => text.slice(b.start, b.end).includes(words))?.zone;
  };
  it('finds comments under their heading where the markup names none', () => {
    const zone = zones(
      `<div>${ARTICLE}</div><h3>2 comments</h3><div><p>I do not believe a word.</p></div><div><p>Nor do I, to be honest.</p></div>`,
    );
    expect([zone('The minister said'), zone('2 comments'), zone('I do not believe'), zone('Nor do I')]).toEqual([
      'article',
      'boilerplate',
      'comment',
      'comment',
    ]);
  });
  it('does not take a ministry’s comment for a reader’s', () => {
    const zone = zones(`<div class="comment">${ARTICLE}</div>`);
    expect(zone('The minister said')).toBe('article');
  });
  it('keeps names of speakers that bear the class of a byline', () => {
    const zone = zones(`<div>${`<p class="author">Ilse Marenko:</p><p>${PARAGRAPH.repeat(2)}</p>`.repeat(8)}</div>`);
    expect(zone('Ilse Marenko')).toBe('article');
  });
  it('takes the box of other articles and the credit of a picture out', () => {
    const zone = zones(
      `<div>${ARTICLE}<p>Photo: A. Vel</p><h4>Read also</h4><p><a href="/x">Another round of talks</a></p><p>${PARAGRAPH.repeat(3)}</p></div>`,
    );
    expect([zone('Photo: A. Vel'), zone('Another round')]).toEqual(['metadata', 'boilerplate']);
  });
  it('keeps the lead between title and body', () => {
    const zone = zones(
      `<article><header><p class="lead">${PARAGRAPH}</p></header><div class="body">${ARTICLE}</div></article>`,
    );
    expect(zone('The minister said')).toBe('article');
  });
});

describe('hostile pages', () => {
  it.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}deep`],
    ['formatting elements that reopen', `${Array.from({ length: 3000 }, (_, i) => `<font a=${i}><p>`).join('')}deep`],
    ['100,000 open marks with text', `${'<b>x '.repeat(100_000)}deep`],
    ['an attribute of 5 MB', `<p title="${'y'.repeat(5_000_000)}">deep</p>`],
    ['nested tables', `${'<table><tr><td>'.repeat(30_000)}deep`],
  ])('%s', (_name, html) => {
    const started = Date.now();
    expect(read(html).text).toContain('deep');
    expect(Date.now() - started).toBeLessThan(8000);
  });
});

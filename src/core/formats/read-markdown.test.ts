import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown.ts';

const read = (text: string) =>
  readMarkdown({ name: 'talk.md', format: 'markdown', mediaType: 'text/markdown', text, findings: [] });
const blocks = (text: string) => {
  const reading = read(text);
  return reading.blocks.map((b) => reading.text.slice(b.start, b.end));
};
const marks = (text: string) => {
  const reading = read(text);
  return reading.marks.map((m) => [m.kind, reading.text.slice(m.start, m.end)]);
};

describe('blocks of Markdown', () => {
  const cases: Record<string, [string, string[]]> = {
    'wrapped lines are one paragraph': ['One\ntwo\n\nthree', ['One two', 'three']],
    'a label begins a block': ['Q  Why?\nMS. ORLOV:  Because', ['Q  Why?', 'MS. ORLOV:  Because']],
    'two spaces at the end break the line': ['a  \nb', ['a\nb']],
    'indented lines are prose': ['     MR. VEL:  Good morning', ['MR. VEL:  Good morning']],
    'headings lose their signs': ['# Talks\n\nRound two\n===\n\nx', ['Talks', 'Round two', 'x']],
    'a wrapped number is no list': ['It happened in\n2022. Then came\nmore', ['It happened in 2022. Then came more']],
    'bullets go, numbers stay': ['- one\n- two\n\n1. three', ['one', 'two', '1. three']],
    'a script is never text': ['a\n\n<script>\nb\n</script>\n\nc', ['a', 'c']],
    'lines of tags part paragraphs': ['<div>\na\n</div>\nb', ['a', 'b']],
  };
  for (const [name, [source, expected]] of Object.entries(cases))
    it(name, () => {
      expect(blocks(source)).toEqual(expected);
    });
});

describe('inline markup', () => {
  const cases: Record<string, [string, string]> = {
    'escapes are undone': ['\\[corrected\\] 4\\*5', '[corrected] 4*5'],
    'a lone asterisk is printed': ['*see below for a note', '*see below for a note'],
    'underscores inside words stay': ['the snake_case_name', 'the snake_case_name'],
    'links keep their words': ['see [the note](https://example.org/a_(b)) now', 'see the note now'],
    'two remarks in a row are no link': ['they left [laughter][applause] then', 'they left [laughter][applause] then'],
    'a defined reference is a link': [
      'see [the note][n1]\n\n[n1]: https://example.org/',
      'see the note\n\n[n1]: https://example.org/',
    ],
    'brackets that are no link stay': ['they [laughter] left', 'they [laughter] left'],
    'addresses in angle brackets stay': ['<https://example.org/x>', 'https://example.org/x'],
    'entities are read': ['A&nbsp;&amp;&nbsp;B &copyright', 'A\u00a0&\u00a0B &copyright'],
    'bold and italic': ['***both*** **bold** *it*', 'both bold it'],
  };
  for (const [name, [source, expected]] of Object.entries(cases))
    it(name, () => {
      expect(read(source).text).toBe(expected);
    });

  it('keeps the struck word and the printed correction', () => {
    expect(read('We sent <s>four</s> \\[three\\] notes, ~~two~~.').text).toBe('We sent four [three] notes, two.');
    expect(marks('We sent <s>four</s> \\[three\\] notes, ~~two~~.')).toEqual([
      ['strike', 'four'],
      ['strike', 'two'],
    ]);
  });
  it('keeps what stands behind a fence, and what only looks like one', () => {
    for (const source of [
      '~~~~four words stand here',
      '```js\nletters\n```',
      '```one``` two',
      '~~~\na\n~~~ not closed\nb',
    ])
      for (const word of source.match(/[a-z]{2,}/g)!) expect(read(source).text).toContain(word);
  });
  it('stays linear on hostile input', () => {
    const started = Date.now();
    for (const bit of [' ', '# ', '- ', '<s >', '*a ', '[', '<s>', '`', '![](', '&', '\\', '<!--', '_', ']('])
      read(bit.repeat(100_000));
    // linear work takes a second here; a quadratic reader needs minutes
    expect(Date.now() - started).toBeLessThan(30_000);
  });
});

describe('front matter', () => {
  const source =
    '---\ntags: briefings\ndate: \'2031-02-17\'\ntitle: "Briefing by the\\_Ministry on\\u2060 \\\n  Transit"\n---\n\nMS. ORLOV: Hello';
  it('gives clues and stays in the text as metadata', () => {
    const reading = read(source);
    expect(reading.clues.map((c) => [c.field, c.value])).toEqual([
      ['tags', 'briefings'],
      ['date', '2031-02-17'],
      ['title', 'Briefing by the\u00a0Ministry on\u2060 Transit'],
    ]);
    expect(reading.blocks.map((b) => b.zone)).toEqual(['metadata', undefined]);
    const date = reading.clues[1]!;
    expect(reading.text.slice(date.start, date.end)).toBe('2031-02-17');
  });
  it('is not a rule between paragraphs', () => {
    expect(read('---\n\nHello there.\n\n---\n\nMore').clues).toEqual([]);
  });
});

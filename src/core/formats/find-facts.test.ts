import { describe, expect, it } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import type { DecodedSource, Sidecar } from '../model/index.ts';
import { findFacts } from './find-facts.ts';
import { readDocument } from './read-document.ts';

const rules = loadRules();
function factsOf(
  text: string,
  format: DecodedSource['format'] = 'html',
  sidecar: Sidecar | null = null,
  name = 'page.html',
) {
  const reading = readDocument({ name, format, mediaType: 'text/html', text, findings: [] }, rules);
  const { facts, findings } = findFacts(reading, sidecar, name, rules);
  const printed = (field: string) => {
    const e = facts.evidence.find((x) => x.field === field);
    return e?.start === undefined ? null : reading.text.slice(e.start, e.end);
  };
  return { ...facts, findings, printed };
}

const BODY = `<p>${'The minister answered at length, and she said that the talks would go on, whatever it took. '.repeat(5)}</p>`;
const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;

describe('the day of publication', () => {
  const cases: Record<string, [string, string | null]> = {
    'data for machines': [
      page(
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-05-02T08:00:00+02:00","dateModified":"2031-06-01"}</script>',
        BODY,
      ),
      '2031-05-02',
    ],
    'broken data for machines': [
      page('<script type="application/ld+json">{"@type":"NewsArticle" "datePublished":"2031-05-02"</script>', BODY),
      '2031-05-02',
    ],
    'a meta element': [
      page('<meta property="article:published_time" content="2031-05-02T23:30:00Z">', BODY),
      '2031-05-02',
    ],
    'what was changed last is not it': [
      page('<meta property="article:modified_time" content="2031-06-02">', BODY),
      null,
    ],
    'a marked time': [
      page('', `<h1>Talks</h1><time itemprop="datePublished" datetime="2031-05-02">2 May</time>${BODY}`),
      '2031-05-02',
    ],
    'a time among comments is not it': [
      page(
        '',
        `<h1>Talks</h1>${BODY}<div id="comments"><time datetime="2031-05-09">9 May</time><p>I do not agree at all.</p></div>`,
      ),
      null,
    ],
    'a printed stamp under the title': [page('', `<h1>Talks</h1><p>2 May 2031, 10:15</p>${BODY}`), '2031-05-02'],
    'a printed stamp in German': [
      page('', `<h1>Gespräche</h1><p>Veröffentlicht am 2. März 2031</p>${BODY}`),
      '2031-03-02',
    ],
    'a copyright year is not it': [
      page('', `<h1>Talks</h1>${BODY}<footer>Copyright 2031-05-02 Kestoria Post</footer>`),
      null,
    ],
    'a date inside a sentence is not it': [
      page(
        '',
        `<h1>Talks</h1><p>The ministers had met for the first time on 2 May 2031 in a small town by the lake, and had parted without a word to the press, which waited outside until the evening.</p>${BODY}`,
      ),
      null,
    ],
    'a last change is not it': [page('', `<h1>Talks</h1><p>Last updated: 2 May 2031</p>${BODY}`), null],
    'an open order of day and month is no date': [page('', `<h1>Talks</h1><p>5/2/2031</p>${BODY}`), null],
    'the address': [page('<link rel="canonical" href="https://post.example/2031/05/02/talks">', BODY), '2031-05-02'],
    'the day of an archive’s capture is not it': [
      page('<link rel="canonical" href="https://web.archive.org/web/20310502101500/http://post.example/talks">', BODY),
      null,
    ],
  };
  for (const [name, [html, date]] of Object.entries(cases))
    it(`[V3] ${name}`, () => {
      expect(factsOf(html).date).toBe(date);
    });
});

describe('the day of speaking', () => {
  it('is what the title of an event prints, apart from the day of publication', () => {
    const facts = factsOf(
      page(
        '<meta property="article:published_time" content="2031-01-07">',
        `<h1>Minister Marenko's interview with the Post, January 6, 2031</h1>${BODY}`,
      ),
    );
    expect([facts.date, facts.dateKind, facts.published]).toEqual(['2031-01-06', 'said', '2031-01-07']);
    expect(facts.printed('date')).toBe('January 6, 2031');
  });
  it('is not the anniversary that a title names', () => {
    const facts = factsOf(
      page(
        '<meta property="article:published_time" content="2031-01-07">',
        `<h1>Interview on the treaty of March 1, 1998</h1>${BODY}`,
      ),
    );
    expect([facts.date, facts.dateKind]).toEqual(['2031-01-07', 'published']);
    expect(facts.findings.map((f) => f.rule)).toContain('far-dates');
  });
  it('[V3] is at most what the file is called, when nothing is printed', () => {
    const facts = factsOf('ILSE MARENKO: Good morning.\n', 'text', null, '2031-02-03-briefing.txt');
    expect([facts.date, facts.dateKind, facts.published]).toEqual(['2031-02-03', 'name', null]);
  });
});

describe('a mirrored text of a ministry', () => {
  const text = [
    'SAVE OUR SITE - Make a donation!',
    'The Ministry of Foreign Affairs of Varnia',
    "Deputy Minister Ilse Marenko's interview with the Wahrheit newspaper, January 6, 2031",
    '6 January 2031 19:47\n8-06-01-2031',
    'Question: What do you expect of the talks, and when?',
    'Ilse Marenko: We expect that the other side comes with an answer to what we have proposed in the autumn.',
    'NEWSLETTER\nJoin the Mirrorsite.org mailing list',
  ].join('\n\n');
  const facts = factsOf(text, 'text', null, '004.txt');
  it('has its title, outlet, number and both dates with the words that print them', () => {
    expect(facts.title).toBe("Deputy Minister Ilse Marenko's interview with the Wahrheit newspaper, January 6, 2031");
    expect([facts.outlet, facts.number, facts.date, facts.dateKind, facts.published]).toEqual([
      'Wahrheit',
      '8-06-01-2031',
      '2031-01-06',
      'said',
      '2031-01-06',
    ]);
    expect([facts.printed('outlet'), facts.printed('number'), facts.printed('published')]).toEqual([
      'Wahrheit',
      '8-06-01-2031',
      '6 January 2031',
    ]);
    expect([facts.language, facts.kind]).toEqual(['en', 'interview']);
  });
  it('is repeated by the site that begs in its own name', () => {
    expect([facts.republisher, facts.printed('republisher')]).toEqual(['Mirrorsite.org', 'Mirrorsite.org']);
    expect([facts.publisher, facts.printed('publisher')]).toEqual([
      'Ministry of Foreign Affairs of Varnia',
      'The Ministry of Foreign Affairs of Varnia',
    ]);
  });
});

describe('the place', () => {
  it('stands in a dateline', () => {
    const facts = factsOf(
      page(
        '',
        `<h1>Talks</h1><p>BERLIN, 12 March 2031 – The ministers met again, and again without a result that they could name.</p>${BODY}`,
      ),
    );
    expect([facts.place, facts.date]).toEqual(['BERLIN', '2031-03-12']);
  });
  it('[V3] is null where none is printed', () => {
    expect(factsOf(page('', `<h1>Talks</h1>${BODY}`)).place).toBeNull();
  });
});

describe('the sidecar', () => {
  it('wins, with a finding where the page says otherwise', () => {
    const html = page('<meta property="article:published_time" content="2031-05-02">', `<h1>Talks</h1>${BODY}`);
    const facts = factsOf(html, 'html', { published: '2031-05-01', title: 'Talks' });
    expect(facts.published).toBe('2031-05-01');
    expect(facts.findings.filter((f) => f.rule === 'sidecar-contradicts')).toHaveLength(1);
  });
});

describe('language and title', () => {
  it.each([
    [
      '<p>Die Ministerin sagte, dass es nicht um die Zahl der Treffen geht, sondern um das, was auf dem Tisch liegt.</p>',
      'de',
    ],
    ['<p>Министр сказала, что дело не в числе встреч, а в том, что лежит на столе, и что это не изменится.</p>', 'ru'],
    [
      '<p>La ministre a dit que ce n’est pas le nombre des rencontres qui compte, mais ce qui est sur la table.</p>',
      'fr',
    ],
    ['<p>xyz</p>', null],
  ])('%s', (html, language) => {
    expect(factsOf(html).language).toBe(language);
  });
  it('leaves the site’s name out of the title', () => {
    expect(
      factsOf(
        page(
          '<title>Round two of the talks | Kestoria Post</title><meta property="og:site_name" content="Kestoria Post">',
          `<h1>Kestoria Post</h1><h2>Round two of the talks</h2>${BODY}`,
        ),
      ).title,
    ).toBe('Round two of the talks');
  });
  it('finds the title that a flattened page prints twice', () => {
    const text = `Новости Встреча с министром Ильзой Маренко Глава Варнии провёл рабочую встречу с министром. 1 февраля 2031 года 09:00 Столица Встреча с министром Ильзой Маренко И.Маренко: ${'Добрый день, коллеги. '.repeat(20)}`;
    const facts = factsOf(text, 'text', null, 'x.txt');
    expect([facts.title, facts.date]).toEqual(['Встреча с министром Ильзой Маренко', '2031-02-01']);
  });
});

it('the day on which a speech is said to have been delivered is not that of its publication', () => {
  const head =
    'Marenko and Orn press conference\n\nPublished: 8 January 2031\nDelivered on: 7 January 2031 (as delivered)\n\n';
  const body = 'Good morning to you all. We had a long talk about the river, and we will go on with it.\n\n'.repeat(6);
  const facts = factsOf(head + body, 'text', null, 'talk.txt');
  expect([facts.date, facts.dateKind, facts.published]).toEqual(['2031-01-07', 'said', '2031-01-08']);
  expect(factsOf(`Talk of the harbour\n\nDelivered on time, 8 January 2031\n\n${body}`, 'text').dateKind).not.toBe(
    'said',
  );
});

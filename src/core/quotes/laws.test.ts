import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRules } from '../../intake/rules.ts';
import { foldWords } from '../text/words.ts';
import { findEdits } from './find-edits.ts';
import { judgeIn, passageOf, RIGHT } from './judge.fixture.ts';
import { judgeQuote, MAY_BE_PRINTED } from './judge-quote.ts';
import { lexiconOf } from './lexicon.ts';
import { fitPiece } from './make-piece.ts';
import { parseQuote } from './parse-quote.ts';

const lexicon = lexiconOf(loadRules().cues);
const check = (source: string, quote: string) => judgeIn(lexicon, source, quote);

const ENGLISH =
  'the minister treaty will must not extend limits of five seven missiles inspection in spring Ostrel Marenko and some all they we our without never may coast guard launchers far report strait before December only if talks agreed ready'.split(
    ' ',
  );
const RUSSIAN =
  'мы не будем должны продлить договор пять семь ракет весной Острель Маренко все некоторые если только переговоры готовы берег наши они никогда можем без'.split(
    ' ',
  );
const sentence = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { minLength: 6, maxLength: 24 }).map((w) => {
    const text = w.join(' ');
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  });
const anySentence = fc.oneof(sentence(ENGLISH), sentence(RUSSIAN));

test('[Q1] a whole sentence, rightly attributed, is verbatim', () => {
  fc.assert(
    fc.property(anySentence, (s) => {
      expect(check(s, s)!.judged.verdict).toBe('verbatim');
    }),
  );
});

test('[Q1] an equal slice is never altered', () => {
  fc.assert(
    fc.property(anySentence, fc.nat(), fc.nat(), (s, a, b) => {
      const words = s.split(' ');
      const from = a % words.length;
      const to = from + 1 + (b % (words.length - from));
      const slice = words.slice(from, to).join(' ');
      const passage = passageOf(s);
      const parsed = parseQuote(slice, lexicon);
      fc.pre(parsed.words.length === to - from);
      const fit = fitPiece(
        parsed,
        0,
        parsed.words.length,
        passage,
        from,
        to,
        parsed.words.map(() => 1),
        lexicon,
        () => true,
      )!;
      expect(['verbatim', 'truncated', 'misattributed']).toContain(
        judgeQuote(parsed, { pieces: [fit.piece], bond: 'one' }, RIGHT, lexicon).verdict,
      );
    }),
  );
});

const GRAVE = [
  'not',
  'never',
  'no',
  'must',
  'may',
  'should',
  'all',
  'some',
  'only',
  'five',
  'seven',
  '12',
  'Marenko',
  'Doral',
  'не',
  'никогда',
  'должны',
  'можем',
  'все',
  'некоторые',
  'если',
  'unless',
  'if',
  'probably',
];

test('[Q2] one grave word more, less or other is never acceptable', () => {
  fc.assert(
    fc.property(
      anySentence,
      fc.constantFrom(...GRAVE),
      fc.nat(),
      fc.constantFrom('insert', 'delete', 'replace'),
      (s, word, n, op) => {
        const words = s.slice(0, -1).split(' ');
        const at = 1 + (n % (words.length - 1));
        const grave = op === 'insert' ? words.length : words.findIndex((w, i) => i > 0 && GRAVE.includes(w));
        fc.pre(op === 'insert' || grave > 0);
        const next = [...words];
        if (op === 'insert') next.splice(at, 0, word);
        else if (op === 'delete') next.splice(grave, 1);
        else next[grave] = word;
        const quote = `${next.join(' ')}.`;
        // what is left when a word said twice goes may stand there as it is
        fc.pre(!foldWords(s).join(' ').includes(foldWords(quote).join(' ')));
        const answer = check(s, quote);
        if (answer)
          expect(MAY_BE_PRINTED.has(answer.judged.verdict), `${s} -> ${quote}: ${answer.judged.verdict}`).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

test('[Q2] a negation behind an ellipsis is never acceptable', () => {
  fc.assert(
    fc.property(sentence(ENGLISH), fc.constantFrom('not', 'never', 'unless', 'if', 'must'), fc.nat(), (s, word, n) => {
      const words = s.slice(0, -1).split(' ');
      const at = 3 + (n % Math.max(1, words.length - 5));
      fc.pre(at < words.length - 1);
      const source = [...words.slice(0, at), word, ...words.slice(at)].join(' ');
      const answer = check(`${source}.`, `${words.slice(0, at).join(' ')} ... ${words.slice(at).join(' ')}.`);
      if (answer) expect(MAY_BE_PRINTED.has(answer.judged.verdict), source).toBe(false);
    }),
  );
});

test('edits applied to the source give the quotation, letter for letter', () => {
  const word = fc.constantFrom(...ENGLISH, ...RUSSIAN, '[the envoy]', 'ninety', 'Perrin');
  fc.assert(
    fc.property(
      anySentence,
      fc.array(fc.tuple(fc.nat(), word, fc.constantFrom('insert', 'delete', 'replace')), { maxLength: 5 }),
      (s, changes) => {
        const words = s.split(' ');
        for (const [n, w, op] of changes) {
          const at = n % Math.max(1, words.length);
          if (op === 'insert') words.splice(at, 0, w);
          else if (op === 'delete' && words.length > 3) words.splice(at, 1);
          else words[at] = w;
        }
        const answer = check(s, words.join(' '));
        fc.pre(answer !== null);
        const { piece, parsed } = answer!;
        const edits = findEdits(parsed, piece, 0, lexicon);
        let text = '';
        let at = piece.passage.words[piece.s0]!.start;
        for (const e of edits) {
          text += s.slice(at, e.start) + e.to;
          expect(s.slice(e.start, e.end)).toBe(e.from);
          at = e.end;
        }
        const rest = answer!.parsed.text.slice(piece.from, piece.to);
        expect(rest.startsWith(text)).toBe(true);
        expect(text + rest.slice(text.length)).toBe(rest);
        expect(s.slice(at).startsWith(rest.slice(text.length))).toBe(true);
      },
    ),
  );
});
const VERDICTS: Record<string, [source: string, quote: string, verdict: string]> = {
  'an honest ellipsis': [
    'We conveyed our ideas to the envoy after some delay. These ideas are clear. We are waiting for an answer.',
    'We conveyed our ideas to the envoy ... We are waiting for an answer.',
    'marked',
  ],
  '[sic]': [
    'Our representative are not allowed to see it.',
    'Our representative [sic] are not allowed to see it.',
    'marked',
  ],
  'a capital in brackets': [
    'Last year we conveyed our ideas to the envoy.',
    '[W]e conveyed our ideas to the envoy.',
    'marked',
  ],
  'a name for a pronoun': [
    'We told him that the strait is open.',
    'We told [the envoy] that the strait is open.',
    'marked',
  ],
  'a bracketed "not"': [
    'We told him that the strait is open.',
    'We told him that the strait is [not] open.',
    'altered',
  ],
  'another number in brackets': ['We have five ships there now.', 'We have [nine] ships there now.', 'altered'],
  'words written together': [
    'We are not onboard with it at all.',
    'We are not on board with it at all.',
    'orthographic',
  ],
  'another spelling': ['We honour the programme of defence.', 'We honor the program of defense.', 'orthographic'],
  'digits for words': ['We have twenty five ships there.', 'We have 25 ships there.', 'orthographic'],
  'a contraction': ['We do not want it there.', "We don't want it there.", 'orthographic'],
  'romanised names': ['Sergei met them in Kiev on Monday.', 'Sergey met them in Kyiv on Monday.', 'orthographic'],
  'initials without dots': ['It is for the U.S. to say.', 'It is for the US to say.', 'orthographic'],
  'us is not the U.S.': ['It is for us to say it.', 'It is for U.S. to say it.', 'altered'],
  'a condition cut off': ['We will extend the treaty only if they stop.', 'We will extend the treaty.', 'truncated'],
  'a frame cut off': ['I do not think that we will extend the treaty.', 'We will extend the treaty.', 'truncated'],
  'a report of others': ['The Kestorians claim that we broke the treaty.', 'We broke the treaty.', 'misattributed'],
  'a question mark and quotation marks are typography': [
    'He said “we are ready” and left.',
    'He said "we are ready" and left.',
    'verbatim',
  ],
  'his own words under "as I said"': ['As I have said, we are ready to talk.', 'we are ready to talk', 'verbatim'],
  'Russian: a negation dropped': [
    'Мы не будем продлевать этот договор.',
    'Мы будем продлевать этот договор.',
    'altered',
  ],
  'Russian: ё and е': ['Всё это ещё впереди у нас.', 'Все это еще впереди у нас.', 'orthographic'],
  'Russian: a condition cut off': ['Мы продлим договор, если они уйдут.', 'Мы продлим договор.', 'truncated'],
};
for (const [name, [source, quote, verdict]] of Object.entries(VERDICTS))
  test(name, () => expect(check(source, quote)!.judged.verdict).toBe(verdict));

test('[Q2] a reporter between dashes inside the marks is none of the words', () => {
  expect(
    check('Это наша позиция по договору.', '«Это, — сказал он, — наша позиция по договору».')!.judged.verdict,
  ).toBe('verbatim');
});

test('[Q2] a split quotation is read without the reporter', () => {
  expect(
    check('We waited for them, and nobody came to us.', '"We waited for them," she said, "and nobody came to us."')!
      .judged.verdict,
  ).toBe('verbatim');
});

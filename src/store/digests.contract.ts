import { describe, expect, it } from 'vitest';
import { EMPTY_DIGEST, type RecordDigest } from '../core/ledger/digest/digest-record.ts';
import { HANDLE_BREAK } from '../core/ledger/entries/draft-entry.ts';
import { readProposition } from '../core/ledger/propositions/read-proposition.ts';
import type { Statement } from '../core/ledger/statement.ts';
import { lineOf, placeAt } from '../core/ledger/statement-line.ts';
import type { Claim, Judgement, LedgerStatement, Rules, VersionRecord } from '../core/model/index.ts';
import { matchesDate } from '../core/text/match-date.ts';
import type { LedgerQuery, Store } from './port.ts';
import { made } from './store.contract.ts';

/** No words of any language: every word is a stem. */
const NO_CUES = { cues: {} } as unknown as Rules;

/** A capture whose every line is a statement of Ilse Marenko: `#harbour` is its topic, `@ferry` an entity, "must" a demand. */
function talk(text: string, name: string, facts: Record<string, unknown> = {}, party: string | null = 'varnia') {
  const plain = made(text.replace(/^(?=.)/gm, 'A: '), name, `/tmp/${name}`, facts);
  const { record } = plain.derivation;
  const withClaims = { ...record, claims: record.turns.map((t) => claimOf(record, t)) };
  const digest = digestOf(withClaims, party);
  return { ...plain, derivation: { ...plain.derivation, record: withClaims, digest } };
}

function claimOf(record: VersionRecord, turn: VersionRecord['turns'][number]): Claim {
  const words = record.text.slice(turn.bodyStart, turn.end).trim();
  const topics = [...words.matchAll(/#(\w+)/g)].map((m) => m[1]!);
  return {
    id: turn.id.replace('/t-', '/c-'),
    turn: turn.id,
    start: turn.bodyStart,
    end: turn.bodyStart + words.length,
    speaker: 'Ilse Marenko',
    person: 'ilse-marenko',
    voice: 'official',
    topic: topics[0] ?? null,
    topics,
    act: 'assertion',
    polarity: 'affirmative',
    modality: 'indicative',
    addressee: null,
    reported: null,
    hedges: [],
    condition: null,
    inReplyTo: null,
    rule: 'test',
  };
}

function digestOf(record: VersionRecord, party: string | null): RecordDigest {
  const { document, text } = record;
  const statements = record.claims.map((claim): Statement => {
    const words = text.slice(claim.start, claim.end);
    return {
      claim,
      document: document.id,
      event: document.event,
      start: claim.start,
      end: claim.end,
      text: words,
      date: document.date,
      language: 'en',
      rendering: { kind: document.translation, publisher: null },
      party,
      proposition: {
        ...readProposition(
          { text: words, language: 'en', mentions: [], context: { text: '', mentions: [] }, after: '', party },
          NO_CUES,
        ),
        // a map of sets must come back as one
        withActs: new Map([['~wait', new Set(['ferri'])]]),
      },
      asked: new Set(),
      entities: new Set([...words.matchAll(/@(\w+)/g)].map((m) => m[1]!)),
      values: new Set(),
      question: null,
    };
  });
  return {
    statements,
    ledger: statements.filter((s) => s.text.includes('must')).map((s) => demandOf(s, document.date)),
    review: [
      {
        kind: 'finding',
        weight: 1,
        document: document.id,
        id: document.id,
        start: null,
        end: null,
        text: null,
        rule: 'x',
        why: 'x',
      },
    ],
    references: [
      {
        turn: record.turns[0]!.id,
        start: 0,
        end: 1,
        text: text.slice(0, 1),
        day: '2031-02',
        from: '2031-02-01',
        to: '2031-02-28',
        who: null,
        key: null,
        kind: null,
      },
    ],
    terms: statements.slice(0, 2).map((s) => ({
      key: s.text,
      term: s.text,
      statements: 1,
      example: { turn: s.claim.turn, text: s.text },
    })),
  };
}

const demandOf = (s: Statement, said: string | null): LedgerStatement => ({
  id: s.claim.id.replace('/c-', '/e-'),
  section: 'demands',
  // "must be lit, known as lamp and tower" has two handles
  key: / known as (.*)\./.exec(s.text)?.[1]?.replaceAll(' and ', HANDLE_BREAK) ?? s.text,
  side: s.party,
  title: `“${s.text}” (Ilse Marenko)`,
  parties: ['Varnia'],
  status: 'stated',
  date: null,
  value: null,
  said,
  valid: { from: null, to: null },
  statedBy: ['Ilse Marenko'],
  by: null,
  to: null,
  attributes: {},
  evidence: [
    { field: 'statement', document: s.document, turn: s.claim.turn, start: s.start, end: s.end, text: s.text },
  ],
  rule: 'test',
});

const JANUARY = talk('The @ferry must wait. #harbour\nThe lights are lit. #harbour\n', 'jan.txt', {
  date: '2031-01-10',
});
const MARCH = talk('The @ferry must wait. #harbour\nBread is dear. #bread\n', 'mar.txt', { date: '2031-03' });
const UNDATED = talk('The pilots must rest. #harbour\n', 'undated.txt');
const ALL = [MARCH, UNDATED, JANUARY];

const DEMANDS: LedgerQuery = { sections: ['demands'], isDated: false, limit: 100, offset: 0 };

/** What every store answers from digests: see `RecordDigest`. */
export function digestContract(name: string, open: () => Promise<Store>): void {
  const holding =
    (documents: readonly ReturnType<typeof talk>[], work: (store: Store) => Promise<void>) => async () => {
      const store = await open();
      try {
        for (const x of documents) await store.put(x.capture, x.derivation);
        await work(store);
      } finally {
        await store.close();
      }
    };
  const said = async (store: Store, query: Parameters<Store['statementLine']>[0]) => {
    const line = await store.statementLine(query);
    const all = await store.statementsAt(Array.from({ length: line.length }, (_, i) => placeAt(line, i)));
    return all.map((s) => s.text);
  };

  describe(`${name}: what it answers from digests`, () => {
    it(
      'statements come back whole, and as the same line that they make at hand',
      holding(ALL, async (store) => {
        for (const x of ALL)
          expect(await store.statementsOf(x.id)).toEqual(x.derivation.digest.statements.map((s) => ({ ...s })));
        const line = await store.statementLine({ about: { topic: 'harbour' }, by: null });
        const all = await store.statementsAt([0, 1, 2, 3].map((i) => placeAt(line, i)));
        const { version: _, place: __, ...numbers } = lineOf(all);
        expect(line).toMatchObject(numbers);
        expect(await store.statementsAt([2, 0].map((i) => placeAt(line, i)))).toEqual([all[2], all[0]]);
      }),
    );

    it(
      '[K4] by topic, entity or words, in order of time whatever the order of adding',
      holding(ALL, async (store) => {
        const topic = { about: { topic: 'harbour' }, by: null };
        const wait = 'The @ferry must wait. #harbour';
        expect(await said(store, topic)).toEqual([
          'The pilots must rest. #harbour',
          wait,
          'The lights are lit. #harbour',
          wait,
        ]);
        expect(await said(store, { ...topic, from: '2031-02', to: '2031-03-04' })).toEqual([wait]);
        expect(await said(store, { about: { entity: 'ferry' }, by: null })).toEqual([wait, wait]);
        expect(await said(store, { about: { words: 'lighting', keys: [['light', 'lighting']] }, by: null })).toEqual([
          'The lights are lit. #harbour',
        ]);
        expect(await said(store, { about: { words: 'lights wait', keys: [['light'], ['wait']] }, by: null })).toEqual(
          [],
        );
        expect(await said(store, { ...topic, by: { persons: ['borin-tal'], speakers: [] } })).toEqual([]);
        expect(await said(store, { ...topic, by: { persons: [], speakers: ['Ilse Marenko'] } })).toHaveLength(4);
        expect(await said(store, { ...topic, party: 'kestoria' })).toEqual([]);
      }),
    );

    const DAYS = [
      '2030',
      '2030-12-31',
      '2031~',
      '2031%',
      '2031-01?',
      '2031-01-09/2031-01-11',
      '2030/2031',
      '2031-02-01%',
    ];
    it(
      'from a day on: whatever reaches into it by the plain definition, however little is known of its day',
      holding(
        DAYS.map((date) => talk(`The bell tolls in ${date}. #harbour\n`, `${date}.txt`, { date })),
        async (store) => {
          for (const from of [
            '2030',
            '2031',
            '2031-01',
            '2031-01-10',
            '2031-01-12',
            '2031-02-01',
            '2031-02-02',
            '2032',
          ])
            for (const to of [undefined, '2031-01'])
              expect((await said(store, { about: { topic: 'harbour' }, by: null, from, to })).toSorted()).toEqual(
                DAYS.filter((d) => matchesDate(d, from, to))
                  .map((d) => `The bell tolls in ${d}. #harbour`)
                  .toSorted(),
              );
        },
      ),
    );

    it(
      '[L2] the ledger: matters spoken of last first, each whole; as of a day, as captured by a day, by words and party',
      holding(ALL, async (store) => {
        const ask = async (query: Partial<LedgerQuery>) => {
          const { statements, totals } = await store.ledgerStatements({ ...DEMANDS, ...query });
          return [totals.demands, statements.map((s) => s.said).sort()];
        };
        expect(await ask({})).toEqual([2, ['2031-01-10', '2031-03', null]]);
        expect(await ask({ limit: 1 })).toEqual([2, ['2031-01-10', '2031-03']]);
        expect(await ask({ limit: 1, offset: 1 })).toEqual([2, [null]]);
        // words of a day that is not known were said by the day a copy of them was there
        expect(await ask({ isDated: true, until: '2031-02-01' })).toEqual([2, ['2031-01-10', null]]);
        expect(await ask({ isDated: true, until: '2030-06-01' })).toEqual([0, []]);
        expect(await ask({ isDated: true })).toEqual([1, ['2031-01-10', '2031-03']]);
        expect(await ask({ recordedBy: '2030' })).toEqual([0, []]);
        expect(await ask({ words: 'pilots must re' })).toEqual([1, [null]]);
        expect(await ask({ words: 'must pilots' })).toEqual([0, []]);
        expect(await ask({ party: 'varn' })).toEqual([2, ['2031-01-10', '2031-03', null]]);
        expect(await ask({ party: 'Kestoria' })).toEqual([0, []]);
        expect(await ask({ ids: [UNDATED.derivation.digest.ledger[0]!.id] })).toEqual([1, [null]]);
        expect(await ask({ sections: ['cases'] })).toEqual([undefined, []]);
      }),
    );

    it(
      '[K4] what is known by two handles joins two matters, and parts them when it goes',
      holding([], async (store) => {
        const lamp = talk('It must be lit, known as lamp.', 'l.txt', { date: '2031-01-10' });
        const tower = talk('It must be painted, known as tower.', 't.txt', { date: '2031-01-11' });
        const both = talk('It must be kept, known as tower and lamp.', 'b.txt', { date: '2031-01-12' });
        const rows = async () => {
          const { statements, totals } = await store.ledgerStatements({ ...DEMANDS, limit: 1 });
          return [totals.demands, statements.length];
        };
        for (const order of [
          [both, lamp, tower],
          [tower, both, lamp],
          [lamp, tower, both],
        ]) {
          for (const x of order) {
            await store.put(x.capture, x.derivation);
            await store.putDerivation(x.id, x.derivation);
          }
          expect(await rows()).toEqual([1, 3]);
          for await (const problem of store.inspect()) expect(problem).toBeUndefined();
          await store.putDerivation(both.id, { ...both.derivation, digest: EMPTY_DIGEST });
          expect(await rows()).toEqual([2, 1]);
          for (const x of order) await store.putDerivation(x.id, { ...x.derivation, digest: EMPTY_DIGEST });
          expect(await rows()).toEqual([0, 0]);
        }
      }),
    );

    it(
      '[T3] of two texts of one event one counts; judging parts and joins them',
      holding([], async (store) => {
        const lines = Array.from(
          { length: 30 },
          (_, i) => `In point ${i} the ferry commission must meet ${i} times. #harbour`,
        );
        const text = talk(lines.join('\n'), 'a.txt', { date: '2031-01-10' });
        const mirror = talk(`Re-posted.\n${lines.join('\n')}`, 'm.txt', { date: '2031-01-10' });
        for (const x of [text, mirror]) await store.put(x.capture, x.derivation);
        const documents = async () => (await store.topicCounts())[0]?.documents;
        const count = async () => (await store.statementLine({ about: { topic: 'harbour' }, by: null })).length;
        expect([await documents(), await count(), (await store.reach()).occasions]).toEqual([1, 30, 1]);
        const judged = { value: null, anchor: null, by: 'tester', at: '2031-01-02T00:00:00Z', reason: 'test' };
        const part: Judgement = { id: 'jud:1', about: text.id, other: mirror.id, decision: 'part', ...judged };
        await store.putJudgement(part);
        expect([await documents(), await count(), (await store.standing()).size]).toEqual([2, 60, 2]);
        await store.putJudgement({ id: 'jud:2', about: 'jud:1', other: null, decision: 'undo', ...judged });
        expect([await documents(), await count()]).toEqual([1, 30]);
        for await (const problem of store.inspect()) expect(problem).toBeUndefined();
      }),
    );

    it(
      'counts, lists and what leads out of the record; another derivation leaves nothing of the old',
      holding(ALL, async (store) => {
        expect(await store.topicCounts()).toEqual([
          { id: 'bread', statements: 1, documents: 1, from: '2031-03', to: '2031-03' },
          { id: 'harbour', statements: 4, documents: 3, from: '2031-01-10', to: '2031-03' },
        ]);
        expect(await store.reach()).toMatchObject({ versions: 3, occasions: 3, from: '2031-01-10', to: '2031-03' });
        const heard = [{ speaker: 'Ilse Marenko', person: null, documents: 3 }];
        expect(await store.heardSpeakers()).toMatchObject(heard);
        expect((await store.personDigest('ilse-marenko')).topics).toEqual([
          { id: 'harbour', statements: 4 },
          { id: 'bread', statements: 1 },
        ]);
        const terms = [];
        for await (const set of store.terms()) terms.push(set);
        const byId = ALL.toSorted((x, y) => (x.id < y.id ? -1 : 1));
        expect(terms).toEqual(byId.map((x) => ({ document: x.id, terms: x.derivation.digest.terms })));
        // nothing is held of February
        expect((await store.references({ limit: 2, offset: 2 })).items).toMatchObject([
          { held: false, day: '2031-02' },
        ]);
        const review = { settled: [MARCH.id], limit: 1 };
        expect(await store.reviewItems(review)).toMatchObject({ total: 2, items: [{ weight: 1 }] });
        expect((await store.reviewItems({ ...review, document: UNDATED.id })).total).toBe(1);
        const heads = { order: 'latest', limit: 2, offset: 0 } as const;
        expect((await store.findHeads(heads)).items.map((h) => h.id)).toEqual([MARCH.id, JANUARY.id]);
        expect(await store.findHeads({ ...heads, from: '2031-02', to: '2031-04' })).toMatchObject({ total: 1 });
        expect(await store.findHeads({ ...heads, speakers: ['nobody'] })).toMatchObject({ total: 0 });

        await store.putDerivation(MARCH.id, made('A: Nothing.', 'mar.txt').derivation);
        expect((await store.topicCounts()).map((c) => c.id)).toEqual(['harbour']);
        for await (const { document } of store.terms()) expect(document).not.toBe(MARCH.id);
        expect((await store.ledgerStatements(DEMANDS)).totals.demands).toBe(2);
        expect(await store.statementsOf(MARCH.id)).toEqual([]);
      }),
    );
  });
}

import { describe, expect, it } from 'vitest';
import { EMPTY_DIGEST } from '../core/ledger/digest/digest-record.ts';
import type { Judgement, VersionRecord } from '../core/model/index.ts';
import { idsFromWords } from '../core/text/ids.ts';
import { profileDocument } from '../core/versions/profile-document.ts';
import { sha256Of, versionIdOf } from '../intake/version-id.ts';
import type { CaptureInput, Derivation, Store, TurnQuery } from './port.ts';

export const UTF8 = new TextEncoder();

/** A capture and derivation of an invented text, as add makes them. */
export function made(
  text: string,
  name = 'a.txt',
  address = `/tmp/${name}`,
  sidecar: Record<string, unknown> | null = null,
) {
  const bytes = UTF8.encode(text);
  const { id, identity } = versionIdOf(bytes, sidecar);
  const record = recordOf(id, text, name, sidecar ?? {});
  const receipt = { address, name, retrieved: null, added: '2031-01-01T00:00:00Z', container: null };
  const capture: CaptureInput = {
    id,
    identity,
    sha256: sha256Of(bytes),
    bytes,
    mediaType: 'text/plain',
    sidecar,
    context: null,
    name,
    receipt,
  };
  const derivation: Derivation = {
    record,
    reader: 'test/1',
    rules: 'test',
    profile: profileDocument(record),
    digest: EMPTY_DIGEST,
  };
  return { capture, derivation, id };
}

/** A record with a turn a line: `Q:` asked by an interviewer, `A:` answered by an official, else an editor's words. */
function recordOf(id: string, text: string, name: string, facts: Record<string, unknown>): VersionRecord {
  const lines = [...text.matchAll(/[^\n]+\n?|\n/g)];
  const turnIds = idsFromWords(
    `${id}/t`,
    lines.map((m) => m[0]),
  );
  const turns = lines.map((m, i): VersionRecord['turns'][number] => {
    const label = /^[QA](?=: )/.exec(m[0])?.[0] ?? null;
    return {
      id: turnIds[i]!,
      kind: label === null ? 'commentary' : label === 'Q' ? 'question' : 'answer',
      voice: label === null ? 'editor' : label === 'Q' ? 'interviewer' : 'official',
      speaker: label === 'A' ? 'Ilse Marenko' : null,
      person: null,
      label,
      start: m.index,
      bodyStart: m.index + (label ? 3 : 0),
      end: m.index + m[0].length,
      rule: 'test',
    };
  });
  return {
    document: {
      id,
      event: id.replace('ver:', 'doc:'),
      name,
      title: null,
      date: null,
      dateKind: null,
      published: null,
      language: null,
      translation: 'unknown',
      kind: null,
      place: null,
      outlet: null,
      publisher: null,
      republisher: null,
      number: null,
      url: null,
      completeness: 'unknown',
      rights: null,
      evidence: [],
      ...Object.fromEntries(
        ['date', 'language', 'title', 'outlet'].flatMap((k) => (k in facts ? [[k, facts[k]]] : [])),
      ),
      participants: [],
    },
    text,
    turns,
    sentences: turns.map((t) => ({ id: t.id.replace('/t-', '/s-'), turn: t.id, start: t.bodyStart, end: t.end })),
    mentions: [],
    claims: [],
    marks: [],
    findings: [],
  };
}

const talk = (n: number, seed: string) =>
  Array.from(
    { length: n },
    (_, i) =>
      `A: In point ${i} of ${seed} the ${seed} commission of Varnia will meet ${seed}-${i} times before the ${seed} winter.`,
  ).join('\n');

const judgement = (
  id: string,
  about: string,
  decision: Judgement['decision'],
  other: string | null = null,
): Judgement => ({
  id: `jud:${id}`,
  about,
  other,
  decision,
  value: null,
  anchor: null,
  by: 'tester',
  at: '2031-01-02T00:00:00Z',
  reason: 'test',
});

const all: TurnQuery = { match: null, limit: 100, offset: 0 };
const word = (w: string): TurnQuery => ({ ...all, match: { op: 'word', word: w, prefix: false } });

/** What every store does. `open` gives an empty store of its own each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const withStore = (work: (store: Store) => Promise<void>) => async () => {
    const store = await open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };

  describe(`${name}: the store's contract`, () => {
    it(
      '[K1] gives back the bytes and what was made of them',
      withStore(async (store) => {
        const { capture, derivation, id } = made('Q: Will you sign?\nA: We will not.\n', 'x.txt', '/x.txt', {
          note: 'kept',
          retrieved: '2031',
        });
        expect(await store.put(capture, derivation)).toBe('added');
        expect(await store.captureBytes(id)).toEqual(Buffer.from(capture.bytes));
        const stored = (await store.capture(id))!;
        expect(stored).toMatchObject({ id, name: 'x.txt', sidecar: { note: 'kept' }, receipts: [capture.receipt] });
        expect(stored.sidecar).not.toHaveProperty('retrieved');
        expect(await store.record(id)).toEqual(derivation.record);
        expect(await store.head(id)).toEqual(derivation.record.document);
        expect(await store.heads()).toEqual([derivation.record.document]);
      }),
    );

    it(
      'half a surrogate pair takes one unit still, and every index agrees',
      withStore(async (store) => {
        const { capture, derivation, id } = made('Q: Will you sign?\nA: We will \ud83d not, \ud83d\udea2 ferry.\n');
        await store.put(capture, derivation);
        expect((await store.record(id))!.text).toBe(derivation.record.text.replace('\ud83d n', '\ufffd n'));
        expect(await collect(store.inspect())).toEqual([]);
      }),
    );

    it(
      'tells added, unchanged and changed apart',
      withStore(async (store) => {
        const first = made('Q: One?\nA: One.', 'a.txt', '/a.txt');
        const copy = made('Q: One?\nA: One.', 'b.txt', '/b.txt');
        const edited = made('Q: One?\nA: Two.', 'a.txt', '/a.txt');
        expect(await store.put(first.capture, first.derivation)).toBe('added');
        expect(await store.put(copy.capture, copy.derivation)).toBe('unchanged');
        expect(await store.put(edited.capture, edited.derivation)).toBe('changed');
        expect(await store.versionIds()).toEqual([first.id, edited.id].sort());
        expect((await store.capture(first.id))!.receipts).toHaveLength(2);
      }),
    );

    it(
      '[K4] the same bytes under two names are read under the smaller, whichever came first',
      withStore(async (store) => {
        const late = made('Q: One?\nA: One.', 'b.txt');
        const early = made('Q: One?\nA: One.', 'a.txt');
        await store.put(late.capture, late.derivation);
        await store.put(early.capture, early.derivation);
        expect((await store.head(early.id))!.name).toBe('a.txt');
        await store.put(late.capture, late.derivation);
        expect((await store.capture(early.id))!.name).toBe('a.txt');
      }),
    );

    it(
      'an unknown id is null, and putting on it is not-found',
      withStore(async (store) => {
        expect(await store.record('ver:000000000000')).toBeNull();
        expect(await store.head('ver:000000000000')).toBeNull();
        expect(await store.capture('ver:000000000000')).toBeNull();
        expect(await store.captureBytes('ver:000000000000')).toBeNull();
        expect(await store.findIds('ver:0')).toEqual([]);
        expect(await store.findIds("ver:'; drop table version")).toEqual([]);
        const { derivation } = made('Q: One?');
        await expect(store.putDerivation('ver:000000000000', derivation)).rejects.toMatchObject({ code: 'not-found' });
      }),
    );

    it(
      'finds ids by their beginning, with or without ver:, and by event',
      withStore(async (store) => {
        const a = made('Q: One?\nA: One.');
        await store.put(a.capture, a.derivation);
        const hex = a.id.slice(4);
        for (const prefix of [a.id, `ver:${hex.slice(0, 4)}`, hex, `doc:${hex}`, `doc:${hex.slice(0, 5)}`])
          expect(await store.findIds(prefix)).toEqual([a.id]);
        expect(await store.findIds('')).toEqual([]);
      }),
    );

    it(
      '[T1] another text is a new reading; what is derived is replaced, captures stay',
      withStore(async (store) => {
        const a = made('Q: One?\nA: The ferry.', 'a.txt');
        await store.put(a.capture, a.derivation);
        const better = made('Q: One?\nA: The better ferry.', 'a.txt').derivation;
        const record: VersionRecord = { ...better.record, document: { ...better.record.document, id: a.id } };
        await store.putDerivation(a.id, { ...better, record });
        expect((await store.record(a.id))!.text).toBe(record.text);
        expect((await store.searchTurns(word('better'))).length).toBe(1);
        expect((await store.searchTurns(word('ferry'))).length).toBe(1);
        expect(await store.captureBytes(a.id)).toEqual(Buffer.from(a.capture.bytes));
        expect(await collect(store.inspect())).toEqual([]);
      }),
    );

    it(
      '[T3] texts of one event share it, in either order; judging joins, parts and takes back',
      withStore(async (store) => {
        const a = made(talk(30, 'ferry'), 'a.txt');
        const mirror = made(`Re-posted by a reader.\n${talk(30, 'ferry')}`, 'm.txt');
        const other = made(talk(30, 'border'), 'o.txt');
        for (const x of [mirror, other, a]) await store.put(x.capture, x.derivation);
        const event = async (id: string) => (await store.head(id))!.event;
        const smallest = [a.id, mirror.id].sort()[0]!.replace('ver:', 'doc:');
        expect(await event(a.id)).toBe(smallest);
        expect(await event(mirror.id)).toBe(smallest);
        expect(await event(other.id)).toBe(other.id.replace('ver:', 'doc:'));
        expect(await store.findIds(mirror.id.replace('ver:', 'doc:'))).toEqual([a.id, mirror.id].sort());

        await store.putJudgement(judgement('1', a.id, 'part', mirror.id));
        expect(await event(a.id)).not.toBe(await event(mirror.id));
        await store.putJudgement(judgement('2', 'jud:1', 'undo'));
        expect(await event(a.id)).toBe(await event(mirror.id));
        await store.putJudgement(judgement('3', other.id, 'merge', mirror.id));
        expect(new Set([await event(a.id), await event(mirror.id), await event(other.id)]).size).toBe(1);
        expect(await collect(store.inspect())).toEqual([]);
      }),
    );

    it(
      'searches words, forms of words, phrases, prefixes, NEAR and Boolean terms',
      withStore(async (store) => {
        const a = made(
          'Q: Will the negotiations go on?\nA: No date for a new treaty has been set.\nA: Переговоры о договоре не начаты.',
        );
        await store.put(a.capture, a.derivation);
        const total = async (match: TurnQuery['match']) => (await store.searchTurns({ ...all, match })).length;
        const w = (word: string, prefix = false) => ({ op: 'word', word, prefix }) as const;
        expect(await total(w('negotiation'))).toBe(1);
        expect(await total(w('договор'))).toBe(1);
        expect(await total(w('negoti'))).toBe(1);
        expect(await total(w('neg', true))).toBe(1);
        expect(await total(w('neg'))).toBe(0);
        expect(await total({ op: 'phrase', words: ['new', 'treaty'] })).toBe(1);
        expect(await total({ op: 'phrase', words: ['treaty', 'new'] })).toBe(0);
        expect(await total({ op: 'near', terms: [w('treaty'), w('date')], distance: 5 })).toBe(1);
        expect(await total({ op: 'near', terms: [w('treaty'), w('date')], distance: 1 })).toBe(0);
        expect(await total({ op: 'or', terms: [w('treaty'), w('переговоры')] })).toBe(2);
        expect(await total({ op: 'and', terms: [w('treaty'), w('переговоры')] })).toBe(0);
        expect(await total({ op: 'not', keep: w('treaty'), drop: w('date') })).toBe(0);
        for (const odd of ['"', 'a"b', "o'clock", '*', 'NEAR(', 'body:', '-', ''])
          await expect(store.searchTurns({ ...all, match: w(odd) })).resolves.toBeDefined();
      }),
    );

    it(
      'filters turns by kind, voice, day, language and document, and pages through them',
      withStore(async (store) => {
        const a = made('Q: The ferry?\nA: The ferry.', 'a.txt', '/a', { date: '2031-03', language: 'en-GB' });
        const b = made('Q: Ferry?\nA: Ferry!', 'b.txt', '/b', { date: '2032-01-05', language: 'de' });
        for (const x of [a, b]) await store.put(x.capture, x.derivation);
        const ids = async (q: Partial<TurnQuery>) =>
          (await store.searchTurns({ ...word('ferry'), ...q })).map((h) => h.document);
        expect(await ids({ kinds: ['answer'] })).toHaveLength(2);
        expect(await ids({ kinds: ['answer'], languages: ['en'] })).toEqual([a.id]);
        expect(await ids({ kinds: ['answer'], from: '2031-03-15', to: '2031-12-31' })).toEqual([a.id]);
        expect(await ids({ kinds: ['answer'], from: '2032' })).toEqual([b.id]);
        expect(await ids({ kinds: ['answer'], documents: [b.id] })).toEqual([b.id]);
        expect(await ids({ voices: ['reader'] })).toEqual([]);
        const page = await store.searchTurns({ ...word('ferry'), limit: 1, offset: 1 });
        expect(page).toHaveLength(1);
        expect(await ids({ kinds: ['answer'], order: 'newest' })).toEqual([b.id, a.id]);
        expect(await ids({ kinds: ['answer'], order: 'oldest' })).toEqual([a.id, b.id]);
        expect(await ids({ kinds: ['answer'], folded: [a.id] })).toEqual([b.id]);
      }),
    );

    it(
      'gives the turns that were found with the words of their bodies, in the order asked',
      withStore(async (store) => {
        const a = made('Q: The ferry?\nA: The better ferry.');
        await store.put(a.capture, a.derivation);
        const { turns, text } = a.derivation.record;
        const found = await store.turnsAt([1, 0].map((ordinal) => ({ document: a.id, ordinal })));
        expect(found).toEqual(
          [turns[1]!, turns[0]!].map(({ id, kind, voice, speaker, bodyStart, end }) => {
            const body = text.slice(bodyStart, end);
            return { id, kind, voice, speaker, bodyStart, end, body };
          }),
        );
        await expect(store.turnsAt([{ document: a.id, ordinal: 9 }])).rejects.toMatchObject({ code: 'internal' });
      }),
    );

    it(
      'its revision is another after every write, and the same while nothing is written',
      withStore(async (store) => {
        const seen = [await store.revision()];
        expect(await store.revision()).toBe(seen[0]);
        const a = made('Q: One?\nA: One.');
        await store.put(a.capture, a.derivation);
        seen.push(await store.revision());
        await store.putJudgement(judgement('1', a.id, 'accept', null));
        seen.push(await store.revision());
        expect(new Set(seen).size).toBe(3);
      }),
    );

    it(
      'counts turns by version, voice, kind and speaker, and by topic',
      withStore(async (store) => {
        const a = made('Q: The ferry?\nA: The ferry.\nA: A ferry, too.', 'a.txt');
        const answer = a.derivation.record.turns[1]!;
        a.derivation.record.claims.push({ turn: answer.id, topic: 'ferries', topics: ['ferries', 'ships'] } as never);
        await store.put(a.capture, a.derivation);
        const counts = await store.countTurns({ match: word('ferry').match });
        const row = (voice: string, kind: string, speaker: string | null, turns: number) => ({
          document: a.id,
          voice,
          kind,
          speaker,
          person: null,
          turns,
        });
        expect([...counts].sort((x, y) => x.turns - y.turns)).toEqual([
          row('interviewer', 'question', null, 1),
          row('official', 'answer', answer.speaker, 2),
        ]);
        const topics = await store.countTopics({ match: word('ferry').match });
        expect([...topics].sort((x, y) => (x.topic < y.topic ? -1 : 1))).toEqual([
          { topic: 'ferries', turns: 1 },
          { topic: 'ships', turns: 1 },
        ]);
        expect(await store.countTopics({ match: word('ferry').match, voices: ['interviewer'] })).toEqual([]);
        const b = made('A: No ships.', 'b.txt');
        await store.put(b.capture, b.derivation);
        for (const [filter, ids] of [
          [{ match: word('ferry').match }, [a.id]],
          [{ match: null, topic: 'ships' }, [a.id]],
          [{ match: word('ferry').match, topic: 'ships', documents: [a.id] }, [a.id]],
          [{ match: null, topic: 'ships', documents: [b.id] }, []],
          [{ match: null, voices: ['official'] as const }, [a.id, b.id].sort()],
          [{ match: word('ships').match, folded: [b.id] }, []],
        ] as const)
          expect([...(await store.versionsWithTurns(filter))].sort()).toEqual(ids);
      }),
    );

    it(
      'who speaks as an official, and what sources say of their rights',
      withStore(async (store) => {
        const who = (name: string, role: 'official' | 'interviewer', person: string | null = null) => ({
          name,
          person,
          role,
          labels: [],
        });
        for (const [text, rights] of [
          ['A: The ferry.', 'link only'],
          ['A: The ships.', null],
        ] as const) {
          const { capture, derivation } = made(text, `${text}.txt`);
          const participants = [who('Ilse Marenko', 'official', 'ilse-marenko'), who('Orla Kestrin', 'interviewer')];
          const document = { ...derivation.record.document, rights, participants };
          await store.put(capture, { ...derivation, record: { ...derivation.record, document } });
        }
        expect(await store.officials()).toEqual([{ name: 'Ilse Marenko', person: 'ilse-marenko' }]);
        const { id } = made('A: The ferry.', 'A: The ferry..txt');
        expect(await store.rightsStated()).toEqual([{ id, rights: 'link only' }]);
      }),
    );
    it('known addresses and visits', withStore(checkVisits));
    it('saved searches and arrivals', withStore(checkSavedSearches));

    it(
      'suggestions stand beside the record, each once',
      withStore(async (store) => {
        const { id, capture, derivation } = made('A: No. We will meet them.');
        await store.put(capture, derivation);
        const suggestion = {
          id: `${id}/sug-1`,
          kind: 'topic',
          turn: `${id}/t-1`,
          anchor: { version: id, start: 3, end: 6, exact: 'No.', prefix: 'A: ', suffix: '' },
          content: { topic: 'visas' },
          model: 'stub',
          at: '2031-01-01T00:00:00Z',
        } as const;
        expect(await store.putSuggestions(id, [suggestion])).toBe(1);
        expect(await store.putSuggestions(id, [{ ...suggestion, model: 'other' }])).toBe(0);
        expect(await store.putSuggestions('ver:none', [suggestion])).toBe(0);
        expect(await store.suggestions(id)).toEqual([suggestion]);
        expect(await store.suggestions()).toEqual([suggestion]);
        expect(await store.suggestions('ver:none')).toEqual([]);
      }),
    );

    it(
      '[K1] judgements and redirects are kept in order',
      withStore(async (store) => {
        await store.putJudgement(judgement('b', 'ver:1', 'accept'));
        await store.putJudgement(judgement('a', 'ver:1', 'reject'));
        expect((await store.judgements()).map((j) => j.id)).toEqual(['jud:b', 'jud:a']);
        const redirect = { from: 'ver:1/t-1', to: null, status: 'lost', anchor: null } as const;
        await store.putRedirect(redirect);
        await store.putRedirect(redirect);
        expect(await store.redirects()).toEqual([redirect]);
        expect(await store.redirects('ver:1/t-1')).toEqual([redirect]);
        expect(await store.redirects('ver:1/t-2')).toEqual([]);
      }),
    );
  });
}

/** Visits: addresses asked and addresses known; run by every store beside the suite above. */
export async function checkVisits(store: Store): Promise<void> {
  const page = made('A: No.', 'page.html', 'https://varnia.example/page', { url: 'https://varnia.example/page' });
  await store.put(page.capture, page.derivation);
  const item = made('A: Yes.', 'item.html', 'https://varnia.example/item');
  const context = { clues: [{ field: 'title', value: 'x', rule: 'feed-item' }], findings: [] };
  await store.put({ ...item.capture, context }, item.derivation);
  const visit = { address: 'https://varnia.example/feed', kind: 'feed', at: '2031-01-02T00:00:00Z' } as const;
  const told = { outcome: 'kept', etag: '"1"', lastModified: null, sha256: 'abc' } as const;
  await store.putVisit({ ...visit, ...told, etag: null });
  await store.putVisit({ ...visit, ...told });
  const unasked = { at: null, outcome: null, etag: null, lastModified: null, sha256: null };
  expect(await store.visits()).toEqual([
    { ...visit, ...told },
    { address: 'https://varnia.example/page', kind: 'page', ...unasked },
  ]);
  expect(await store.versionsAt('https://varnia.example/page')).toEqual([page.id]);
  expect(await store.versionsAt('https://varnia.example/none')).toEqual([]);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Searches kept by name, and what came when; run by every store beside the suite above. */
export async function checkSavedSearches(store: Store): Promise<void> {
  const search = { name: 'lake', query: '"lake treaty"', speaker: null, topic: 'arms', outlet: null, lang: 'en' };
  await store.putSavedSearch({ ...search, saved: '2031-01-01T00:00:00Z' });
  await store.putSavedSearch({ ...search, query: 'treaty', saved: '2031-01-02T00:00:00Z' });
  expect(await store.savedSearches()).toEqual([{ ...search, query: 'treaty', saved: '2031-01-02T00:00:00Z' }]);
  expect(await store.removeSavedSearch('lake')).toBe(true);
  expect(await store.removeSavedSearch('lake')).toBe(false);
  expect(await store.savedSearches()).toEqual([]);
  const first = made('Q: Why?\nA: Because.\n', 'a.txt');
  await store.put(first.capture, first.derivation);
  await store.putReceipt(first.id, { ...first.capture.receipt, address: '/tmp/b.txt', added: '2031-06-01T00:00:00Z' });
  expect(await store.arrivals('2031-01-01T00:00:00Z')).toEqual([{ id: first.id, added: '2031-01-01T00:00:00Z' }]);
  expect(await store.arrivals('2031-01-02')).toEqual([]);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuoteCheck } from '../core/model/index.ts';
import { loadRules } from '../intake/rules.ts';
import { openStore, type Store } from '../store/index.ts';
import { made } from '../store/store.contract.ts';
import { check } from './check.ts';

const LONG = `the inspectors will come in spring, ${'and the old treaty will be read again in every harbour of the strait, '.repeat(6)}and we will not sign it before that day`;
const FERRY = `Q: Will the ferries run in spring?
A: The ferries will run only if the pier is finished. We keep every promise that we made to the island.
Q: Who pays for it, minister?
A: We said in winter that ${LONG}.
`;
let store: Store;
const rules = loadRules();
const ids: Record<string, string> = {};

beforeAll(async () => {
  store = await openStore(':memory:', { create: true });
  const add = async (name: string, text: string, facts: object, findings: { rule: string }[] = []) => {
    const { capture, derivation, id } = made(text, name, `/${name}`, { language: 'en', ...facts });
    const { document } = derivation.record;
    Object.assign(document, facts);
    document.participants.push({ name: 'Ilse Marenko', role: 'official', person: null, labels: ['A'] });
    for (const f of findings) derivation.record.findings.push({ stage: 'read', severity: 'warning', why: '', ...f });
    await store.put(capture, derivation);
    ids[name] = id;
  };
  await add('ferry', FERRY, { date: '2031-03-04', dateKind: 'said', translation: 'official' });
  await add('mirror', `A mirror of the talk.\n${FERRY}`, { date: '2031-03-04', dateKind: 'said', event: 'doc:mirror' });
  await add(
    'harbour',
    'Q: And the harbour?\nA: The harbour is closed to all of them. We keep every promise that we made to the island.\n',
    {
      date: '2031-05-06',
      dateKind: 'said',
    },
  );
  await add('undated', 'Q: And now?\nA: Nobody asked us about the lighthouse at all.\n', {});
  await add('scan', 'A: These are the pages that could be read of the old talk.\n', { date: '2031-06-01' }, [
    { rule: 'pdf-pages-without-text' },
  ]);
});
afterAll(() => store.close());

async function ask(quote: string, more: object = {}): Promise<QuoteCheck> {
  const ctx = { store, rules, signal: new AbortController().signal, blobs: new Map(), progress() {} };
  for await (const answer of check.run(
    ctx as never,
    check.input.parse({ quotes: [quote], ...more }),
  ) as AsyncIterable<QuoteCheck>)
    return answer;
  throw new Error('no answer');
}

describe('[Q3] the reason of not-found', () => {
  it('nowhere in the record', async () => {
    const answer = await ask('The tunnel under the mountain opens next year.', { speaker: 'Marenko' });
    expect(answer).toMatchObject({ verdict: 'not-found', reason: 'not-in-record', acceptable: false });
  });
  it('the document named does not have it, another one has, and no day contradicts', async () => {
    const answer = await ask('The harbour is closed to all of them.', { document: ids.undated });
    expect(answer).toMatchObject({ verdict: 'not-found', reason: 'not-in-document', acceptable: false });
    expect(answer.matches[0]!.document).toBe(ids.harbour);
  });
  it('said on another day than the document named: misdated', async () => {
    const answer = await ask('The harbour is closed to all of them.', { document: ids.ferry });
    expect(answer).toMatchObject({ verdict: 'misdated', acceptable: false });
  });
  it('a language that is not held', async () => {
    expect(await ask('Гавань закрыта для всех.')).toMatchObject({ reason: 'language-not-held' });
  });
  it('pages of the document named that gave no text', async () => {
    const answer = await ask('The tunnel under the mountain opens next year.', { document: ids.scan });
    expect(answer).toMatchObject({ verdict: 'not-found', reason: 'source-unreadable' });
  });
});

describe('[L4] how far the record reaches', () => {
  it('what is held of the speaker about that day, and what is nearest', async () => {
    const { coverage } = await ask('The tunnel is open to everybody today.', {
      speaker: 'Marenko',
      date: '2031-04-20',
    });
    expect(coverage).toMatchObject({ before: '2031-03-04', after: '2031-05-06', inPeriod: 1 });
    expect(coverage.note).toContain('2031-03-04 before it');
  });
  it('nothing held about that time: it cannot tell', async () => {
    const { coverage } = await ask('The tunnel is open to everybody today.', {
      speaker: 'Marenko',
      date: '2029-01-01',
    });
    expect(coverage.note).toContain('cannot tell');
  });
});

describe('what an answer shows', () => {
  it('the exchange: the question before, the sentence, what came after', async () => {
    const { exchange, matches } = await ask('if the pier is finished', { document: ids.ferry });
    expect(exchange?.before?.text).toBe('Will the ferries run in spring?');
    expect(exchange?.passage.text).toContain('The ferries will run only if the pier is finished.');
    expect(exchange?.after?.text).toBe('Who pays for it, minister?');
    const record = await store.record(matches[0]!.document);
    for (const said of [exchange!.before!, exchange!.passage, exchange!.after!])
      expect(record!.text.slice(said.start, said.end).trim()).toBe(said.text);
  });
  it('all the days of one person', async () => {
    const answer = await ask('We keep every promise that we made to the island.', { speaker: 'Marenko' });
    expect(answer).toMatchObject({ verdict: 'verbatim', acceptable: true, days: ['2031-03-04', '2031-05-06'] });
  });
  it('what may be printed instead stands in the source, and passes the check itself', async () => {
    const answer = await ask('The ferries will run.', { speaker: 'Marenko' });
    expect(answer).toMatchObject({ verdict: 'truncated', acceptable: false });
    expect(answer.printable).toBe('The ferries will run only if the pier is finished.');
    expect(await ask(answer.printable!, { speaker: 'Marenko' })).toMatchObject({ acceptable: true });
  });
  it('of a long sentence an honest part, with its ellipses', async () => {
    const answer = await ask('and we will sign it before that day', { speaker: 'Marenko' });
    expect(answer.acceptable).toBe(false);
    expect(answer.printable).toMatch(/^… .*and we will not sign it before that day\.$/);
    expect(await ask(answer.printable!, { speaker: 'Marenko' })).toMatchObject({ acceptable: true });
  });
  it('a question is its asker’s, and no answer of the minister', async () => {
    expect(await ask('Who pays for it, minister?', { speaker: 'Marenko' })).toMatchObject({
      verdict: 'misattributed',
      frame: 'other-voice',
      printable: null,
    });
  });
  it('another text may be another translation, and says so', async () => {
    const { witness } = await ask('We keep each promise that we made to the island.', { document: ids.ferry });
    expect(witness?.note).toContain('translation');
    expect(witness?.versions.length).toBeGreaterThan(0);
  });
});

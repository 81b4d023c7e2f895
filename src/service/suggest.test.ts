import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Judgement, Suggestion } from '../core/model/index.ts';
import { annotateFile } from '../intake/annotate-file.ts';
import { openModel } from '../intake/open-model.ts';
import { loadRules } from '../intake/rules.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { keepMember } from './add/keep-member.ts';
import { check } from './check.ts';
import { contextFor } from './context.fixture.ts';
import { exportRecord } from './export.ts';
import { judge } from './judge.ts';
import { ledger } from './ledger.ts';
import type { Context, Operation } from './operation.ts';
import { review } from './review.ts';
import { runOperation } from './run-operation.ts';
import { suggest } from './suggest.ts';

const TALK = `Interview of Minister Ilse Marenko, 9 March 2031

Question: Will Varnia open the harbour?

Ilse Marenko: The lanterns of Tarsk were lit again. The keepers are ours. The keepers are ours.
`;

/** What the stub answers next, and what it was asked. */
let answer: (send: (status: number, body: string | Buffer) => void) => void;
let asked: { authorization: string | undefined; body: string }[] = [];
let server: Server;
let home: string;
let store: Store;
let ctx: Context;
let url: string;
let document: string;

const says = (content: string) => (send: (status: number, body: string) => void) =>
  send(200, JSON.stringify({ choices: [{ message: { content } }] }));
const run = (input: z.input<typeof suggest.input>, over: Partial<Context> = {}) =>
  suggest.run({ ...ctx, ...over }, suggest.input.parse(input)) as Promise<z.output<typeof suggest.output>>;

const rules = loadRules(undefined, undefined);
let read: Awaited<ReturnType<typeof annotateFile>>;

beforeAll(async () => {
  const bytes = new TextEncoder().encode(TALK);
  read = await annotateFile({ path: 'talk.txt', name: 'talk.txt', bytes, sidecar: null }, rules);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization, body });
      answer((status, reply) => response.writeHead(status, { 'content-type': 'application/json' }).end(reply));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => void server.close());

beforeEach(async () => {
  asked = [];
  home = mkdtempSync(join(tmpdir(), 'onrecord-suggest-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store, {
    rules,
    model: openModel({ url, model: 'stub', key: 'secret', longest: 50_000 }),
  });
  const path = 'talk.txt';
  await keepMember(ctx, { path, address: path }, read[0]!, rules.revision);
  document = (await store.versionIds())[0]!;
  return async () => {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  };
});

const GOOD = JSON.stringify({
  mentions: [{ quote: 'lanterns of Tarsk', kind: 'event', name: 'the lanterns of Tarsk', value: null }],
  claims: [{ quote: 'The lanterns of Tarsk were lit', act: 'commitment', polarity: 'affirmative', modality: 'will' }],
  entries: [{ quote: 'were lit again', section: 'commitments', status: 'kept' }],
});

describe('[S1] a model suggests, a person decides', () => {
  it('keeps what stands word for word, beside the record and out of its exports', async () => {
    answer = says(`Here you are:\n\`\`\`json\n${GOOD}\n\`\`\``);
    const before = await exported();
    const told = await run({ id: document });
    expect(told).toMatchObject({ model: 'stub', asked: 1, added: 3, discarded: {}, failed: [] });
    const { text } = (await store.record(document))!;
    for (const { anchor } of told.suggestions) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    expect(await exported()).toBe(before);
    expect(asked[0]!.authorization).toBe('Bearer secret');
    expect(asked[0]!.body).toContain('lit again');
    // asked again it says the same once; shown without asking
    expect((await run({ id: document })).added).toBe(0);
    expect((await run({ id: document, kept: true }, { model: null })).suggestions).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });

  it('makes an accepted one part of the record, through a rebuild, and takes it back', async () => {
    answer = says(GOOD);
    const { suggestions } = await run({ id: document });
    const waiting = (await runOperation(review as unknown as Operation, ctx, review.input.parse({}))) as z.output<
      typeof review.output
    >;
    expect(waiting.items.filter((i) => i.kind === 'suggestion')).toHaveLength(3);
    const decide = (id: string, decision: string) =>
      judge.run(ctx, judge.input.parse({ id, decision, by: 'V. Dolin', reason: 'I read it' })) as Promise<{
        id: string;
      }>;
    // the last decision derives the version anew, with all that were kept before it
    const entry = suggestions.find((s) => s.kind === 'entry')!;
    const others = suggestions.filter((s) => s !== entry);
    for (const [i, s] of others.entries()) await store.putJudgement(acceptanceOf(s, `jud:${i}`));
    const made = await decide(entry.id, 'accept');
    const record = (await store.record(document))!;
    expect(record.mentions).toContainEqual(expect.objectContaining({ name: 'the lanterns of Tarsk', kind: 'event' }));
    const claim = record.claims.find((c) => c.rule.startsWith('judgement'));
    expect(claim).toMatchObject({ act: 'commitment', speaker: 'Ilse Marenko', modality: 'will' });
    const rows = (await ledger.run(ctx, ledger.input.parse({ asOf: '2031-04-01' }))) as z.output<typeof ledger.output>;
    expect(rows.commitments.flatMap((e) => e.evidence.map((x) => x.text))).toContain('were lit again');
    expect((await run({ id: document, kept: true })).suggestions).toEqual([]);
    await decide(made.id, 'undo');
    expect((await store.record(document))!.entries).toBeUndefined();
    expect((await run({ id: document, kept: true })).suggestions).toEqual([entry]);
  });

  it('cannot be corrected or merged, only accepted or rejected', async () => {
    answer = says(GOOD);
    const { suggestions } = await run({ id: document });
    const [first] = suggestions;
    const decide = (decision: string, value?: string) =>
      judge.run(ctx, judge.input.parse({ id: first!.id, decision, by: 'x', reason: 'y', value }));
    await expect(decide('correct', 'act=demand')).rejects.toThrow(/judge:/);
    await decide('reject');
    expect((await run({ id: document, kept: true })).suggestions).toHaveLength(2);
  });
});

describe('a model that lies', () => {
  it.each<[string, unknown, string]>([
    ['a quote that is not there', { mentions: [{ quote: 'the harbour was sold', kind: 'event' }] }, 'not-verbatim'],
    ['a quote with other letters', { mentions: [{ quote: 'Lanterns of tarsk', kind: 'event' }] }, 'not-verbatim'],
    ['words that stand there twice', { mentions: [{ quote: 'The keepers are ours.', kind: 'event' }] }, 'ambiguous'],
    ['an unknown act', { claims: [{ quote: 'were lit again', act: 'confession' }] }, 'wrong-shape'],
    ['an unknown topic', { topics: [{ quote: 'were lit again', topic: 'lanterns' }] }, 'wrong-shape'],
    [
      'a status of another section',
      { entries: [{ quote: 'lit again', section: 'demands', status: 'held' }] },
      'wrong-shape',
    ],
    ['a claim from a question', { claims: [{ quote: 'Will Varnia open', act: 'commitment' }] }, 'not-his-words'],
    ['words of the page', { mentions: [{ quote: 'Interview of Minister', kind: 'event' }] }, 'not-verbatim'],
    ['no quote', { claims: [{ act: 'demand' }] }, 'wrong-shape'],
    ['nothing but a dot', { mentions: [{ quote: '.', kind: 'event' }] }, 'wrong-shape'],
    ['another schema', { mentions: { quote: 'were lit again' } }, 'wrong-shape'],
    ['no object', ['were lit again'], 'not-json'],
    ['prose', 'I am sorry, but I cannot.', 'not-json'],
    ['one thing 500 times', { mentions: Array(500).fill({ quote: 'nowhere', kind: 'event' }) }, 'too-many'],
  ])('%s is thrown away and counted', async (_, content, why) => {
    answer = says(typeof content === 'string' ? content : JSON.stringify(content));
    const told = await run({ id: document });
    expect(told.discarded).toHaveProperty(why);
    expect(told).toMatchObject({ added: 0, suggestions: [], failed: [] });
  });

  it.each<[string, typeof answer, RegExp]>([
    ['no JSON', (send) => send(200, '<html>'), /no JSON/],
    ['another API', (send) => send(200, '{"output":"x"}'), /no chat completion/],
    ['an error', (send) => send(500, '{}'), /status 500/],
    ['an answer without end', (send) => send(200, Buffer.alloc(60_000, 'a')), /more than 50000 bytes/],
  ])('%s is told and ends nothing else', async (_, reply, why) => {
    answer = reply;
    const told = await run({ id: document });
    expect(told.failed.map((f) => f.why)).toEqual([expect.stringMatching(why)]);
    expect(suggest.failed!(told)).toBe(true);
  });

  it('silence is told after the time that was set', async () => {
    answer = () => {};
    const told = await run({ id: document }, { model: openModel({ url, model: 'stub', patience: 50 }) });
    expect(told.failed.map((f) => f.why)).toEqual([expect.stringMatching(/no answer within 0.05 s/)]);
  });

  it('sends the key nowhere else', async () => {
    answer = (send) => send(302, '');
    expect((await run({ id: document })).failed).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });
});

it('without a model nothing is sent and the error says what to set', async () => {
  await expect(run({ id: document }, { model: null })).rejects.toThrow(/no language model is set/);
});

it('a draft under check is never sent', async () => {
  answer = says(GOOD);
  const quote = 'The lanterns of Tarsk were lit again.';
  for await (const _ of check.run(ctx, check.input.parse({ quotes: [quote] })) as AsyncIterable<unknown>);
  expect(asked).toEqual([]);
});

const acceptanceOf = ({ id, kind, content, anchor }: Suggestion, jud: string): Judgement => ({
  id: jud,
  about: id,
  other: null,
  decision: 'accept',
  value: JSON.stringify({ kind, content }),
  anchor,
  by: 'V. Dolin',
  at: '2031-04-01T00:00:00Z',
  reason: 'I read it',
});

async function exported(): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportRecord.run(ctx, exportRecord.input.parse({})) as AsyncIterable<unknown>)
    lines.push(JSON.stringify(line));
  return lines.join('\n');
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRules } from '../src/intake/rules.ts';
import { contextFor } from '../src/service/context.fixture.ts';
import { OPERATIONS } from '../src/service/index.ts';
import type { Context } from '../src/service/operation.ts';
import { openStore } from '../src/store/index.ts';
import type { Store } from '../src/store/port.ts';
import { createApp } from '../src/web/app.tsx';
import { OPEN } from '../src/web/security/read-access.ts';
import { ROOT } from './sample-record.ts';

/**
 * Words that take a side stand in what the record puts out only as somebody's: with a neighbour that stands beside them in a
 * source. (Modals are left out: they are values of a closed list too.)
 */
const LOADED =
  /(?<![\p{L}-])(?:aggress\p{L}*|regime|puppet\p{L}*|terror\p{L}*|provocati\p{L}+|groundless|far-fetched|hostile|unfriendly|criminal\p{L}*|illegal\p{L}*|so-called|unjust\p{L}*|unacceptable|innocent|spy|shame|alleged\p{L}*|mistake|unlawful\p{L}*|lies|kidnap\p{L}*)(?![\p{L}-])/giu;

const home = mkdtempSync(join(tmpdir(), 'onrecord-own-words-'));
let store: Store;
let ctx: Context;
let source = '';

const plain = (words: string) =>
  words
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** Output without marks and escapes: tags are spaces, entities and JSON escapes what they stand for. */
const unescaped = (output: string) =>
  output
    .replace(
      /<[^>]*>/gu,
      (tag) =>
        [...tag.matchAll(/(?:aria-label|title|alt|content)="([^"]*)"/gu)].map((m) => ` ${m[1]} `).join('') || ' ',
    )
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, dec, name) =>
      hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : dec
          ? String.fromCodePoint(Number(dec))
          : (ENTITIES[name] ?? whole),
    )
    .replace(/\\[nrt"]/gu, ' ');

/** Loaded words of an output that no source says beside the word before or after them. */
function ownLoaded(output: string): string[] {
  const text = unescaped(output);
  return [...text.matchAll(LOADED)].flatMap((m) => {
    const before =
      plain(text.slice(Math.max(0, m.index - 40), m.index))
        .split(' ')
        .at(-1) ?? '';
    const after = plain(text.slice(m.index + m[0].length, m.index + m[0].length + 40)).split(' ')[0] ?? '';
    const word = plain(m[0]);
    const isTheirs = source.includes(` ${before} ${word} `) || source.includes(` ${word} ${after} `);
    return isTheirs ? [] : [text.slice(Math.max(0, m.index - 60), m.index + 40)];
  });
}

async function outputOf(name: string, input: Record<string, unknown>): Promise<string> {
  const op = OPERATIONS.find((o) => o.name === name)!;
  const answer = op.run(ctx, op.input.parse(input)) as AsyncIterable<unknown> | Promise<unknown>;
  if (!(Symbol.asyncIterator in Object(answer))) return JSON.stringify(await answer);
  let all = '';
  for await (const item of answer as AsyncIterable<{ text?: string }>) all += item.text ?? JSON.stringify(item);
  return all;
}

beforeAll(async () => {
  process.env.ONRECORD_DATA = join(ROOT, 'samples/data');
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store, {
    rules: loadRules(undefined, process.env.ONRECORD_DATA),
    now: () => '2024-03-01T00:00:00Z',
  });
  await outputOf('add', { paths: [join(ROOT, 'samples/record')] });
  const parts: string[] = [];
  for await (const record of store.records()) parts.push(record.text);
  for (const name of readdirSync(join(ROOT, 'samples/record')))
    if (name.endsWith('.meta.json')) parts.push(readFileSync(join(ROOT, 'samples/record', name), 'utf8'));
  source = ` ${plain(parts.join('\n'))} `;
}, 60_000);
afterAll(async () => {
  delete process.env.ONRECORD_DATA;
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

test('a word of ours that takes a side would be found', () => {
  expect(ownLoaded('<text aria-label="aggressive statements">12</text>')).toHaveLength(1);
  expect(ownLoaded('{"title":"Varnia: its hostile\\nacts"}')).toHaveLength(1);
});

test.each(['csv', 'tei', 'akn', 'web-annotation', 'csl-json'])(
  '[L3] the export as %s takes no side',
  async (format) => {
    // a file of Akoma Ntoso holds one debate
    const heads = format === 'akn' ? await store.heads() : [undefined];
    let output = '';
    for (const head of heads) output += await outputOf('export', { format, document: head?.id });
    expect(output.length).toBeGreaterThan(1000);
    expect(ownLoaded(output)).toEqual([]);
  },
);

test.each<[string, Record<string, unknown>]>([
  ['ledger', {}],
  ['timeline', { topic: 'inspections' }],
  ['review', {}],
  ['gaps', {}],
  ['compare', { a: '2023-04-11-marenko-courier.html', b: '2023-09-14-marenko-press.html', as: 'topics' }],
  ['compare', { a: '2023-05-16-perrin-briefing.md', b: '2023-07-06-halloway-speech.html', as: 'topics' }],
])('[L3] the answer of %s takes no side', async (name, input) => {
  expect(ownLoaded(await outputOf(name, input))).toEqual([]);
});

test('[L3] pages with charts take no side, nor do the labels of the charts', async () => {
  const app = createApp({ operations: OPERATIONS, ctx: { ...ctx, localFiles: false }, version: '0.0.0', access: OPEN });
  let charts = 0;
  for (const path of [
    '/timeline?topic=inspections',
    '/timeline?topic=cape-ness',
    '/p/ilse-marenko',
    '/ledger',
    '/coverage',
    '/review',
  ]) {
    const response = await app.fetch(new Request(`http://localhost${path}`));
    expect(response.status, path).toBe(200);
    const page = await response.text();
    charts += page.split('<svg').length - 1;
    expect(ownLoaded(page), path).toEqual([]);
  }
  expect(charts).toBeGreaterThan(1);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { loadRules } from '../intake/rules.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { add } from './add.ts';
import { contextFor } from './context.fixture.ts';
import { gaps } from './gaps.ts';
import { judge } from './judge.ts';
import type { Context, Operation } from './operation.ts';
import { person } from './person.ts';
import { review } from './review.ts';
import { topics } from './topics.ts';

const TALKS = [1, 2, 3].map(
  (n) => `Interview of Minister Ilse Marenko, ${n} March 2031

Question: What of the harbour?

Ilse Marenko: The lighthouse keepers of Tarsk work well, and we are glad of it. In my interview of 9 February 2031 I said that we build ${n} more. As I said, we wait.
`,
);
let home: string;
let store: Store;
let ctx: Context;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-overview-'));
  for (const [i, text] of TALKS.entries()) writeFileSync(join(home, `talk-${i}.txt`), text);
  store = await openStore(join(home, 'record.db'), { create: true });
  const rules = loadRules();
  const marenko = {
    id: 'ilse-marenko',
    name: 'Ilse Marenko',
    names: {},
    aliases: [],
    tenures: [{ office: 'varnia-minister', from: '2030', to: '..', source: 'invented' }],
    source: 'invented',
  };
  ctx = contextFor(store, {
    rules: {
      ...rules,
      people: [...rules.people, marenko, { ...marenko, id: 'borin-tal', name: 'Borin Tal', tenures: [] }],
    },
  });
  for await (const _ of add.run(ctx, add.input.parse({ paths: [home] })) as AsyncIterable<unknown>);
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

async function ask<O extends z.ZodType>(
  op: { input: z.ZodObject; output: O; run: unknown },
  input = {},
): Promise<z.output<O>> {
  const answer = await (op as unknown as Operation).run(ctx, op.input.parse(input));
  return op.output.parse(JSON.parse(JSON.stringify(answer)));
}

it('topics: every topic of the vocabulary with its count; terms that recur outside them, only when asked', async () => {
  const plain = await ask(topics);
  expect(plain.topics.map((t) => t.id).sort()).toEqual(ctx.rules.topics.map((t) => t.id).sort());
  expect(plain.suggestions).toEqual([]);
  expect(plain.coverage).toMatchObject({ documents: 3, from: '2031-03-01', to: '2031-03-03' });
  const terms = (await ask(topics, { suggest: true })).suggestions;
  expect(terms.find((t) => t.term === 'lighthouse keepers')).toMatchObject({ statements: 3, documents: 3 });
  // a day or a name that recurs is no matter
  expect(terms.map((t) => t.term)).not.toContain('February 2031');
  expect(terms.some((t) => /Marenko/.test(t.term))).toBe(false);
  for (const t of terms) expect(t.example.text.toLowerCase()).toContain(t.term.toLowerCase());
});

it('gaps: who speaks in which month, and references that lead out of the record, with the exact sentence', async () => {
  const answer = await ask(gaps);
  expect(answer.speakers).toMatchObject([{ speaker: 'Ilse Marenko', documents: 3, months: { '2031-03': 3 } }]);
  expect(answer.months).toEqual(['2031-03']);
  for (const r of answer.references) {
    expect(r.held).not.toBe(true);
    expect((await store.record(r.document))!.text.slice(r.start, r.end).trim()).toBe(r.text);
  }
  expect(answer.references.some((r) => r.text.startsWith('As I said') && r.held === null)).toBe(true);
});

it('gaps: who holds no office is counted, and not by name', async () => {
  writeFileSync(
    join(home, 'panel.txt'),
    `Press conference, 9 March 2031

Foreign Minister Ilse Marenko: We met today.

Interviewer (Tom Hask, Tarsk Radio): How long did you meet, and where?

Foreign Minister Ilse Marenko: For an hour, in the old harbour.

Ole Brin: I was there too, and it rained on all of us.
`,
  );
  writeFileSync(
    join(home, 'panel.meta.json'),
    JSON.stringify({ participants: [{ label: 'Ole Brin', name: 'Ole Brin', role: 'guest' }] }),
  );
  for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'panel.txt')] })) as AsyncIterable<unknown>);
  const { speakers } = await ask(gaps);
  expect(speakers[0]).toMatchObject({ speaker: 'Ilse Marenko', documents: 4 });
  expect(speakers[1]).toMatchObject({ speaker: 'one who holds no office', person: null, documents: 1 });
  expect(JSON.stringify(speakers)).not.toContain('Brin');
});

it('review: gravest first, each with what to judge; [S1] what a person decided leaves the list', async () => {
  writeFileSync(
    join(home, 'odd.txt'),
    'Interview, 4 March 2031\n\nQuestion: And now?\n\nMr. X.: We wait.\n\n– We do not.\n',
  );
  for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'odd.txt')] })) as AsyncIterable<unknown>);
  const before = await ask(review);
  const weights = before.items.map((i) => i.weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  const first = before.items.find((i) => i.id.includes('/t-'));
  if (!first) return;
  await ask(judge, { id: first.id, decision: 'accept', by: 'Tester', reason: 'seen' });
  expect((await ask(review)).items.map((i) => i.id)).not.toContain(first.id);
});

it('person: offices and what is held, as speaker; [V1] nobody without an office gets a page', async () => {
  const answer = await ask(person, { id: 'ilse marenko' });
  expect(answer).toMatchObject({ id: 'ilse-marenko', offices: [{ from: '2030', to: '..' }] });
  await expect(ask(person, { id: 'borin-tal' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(ask(person, { id: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
});

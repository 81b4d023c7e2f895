import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { openStore } from '../../store/index.ts';
import { add } from '../add.ts';
import { check } from '../check.ts';
import { contextFor } from '../context.fixture.ts';
import { digest } from '../digest.ts';
import { gaps } from '../gaps.ts';
import { ledger } from '../ledger.ts';
import { news } from '../news.ts';
import type { Context } from '../operation.ts';
import { review } from '../review.ts';
import { runOperation } from '../run-operation.ts';
import { search } from '../search.ts';
import { show } from '../show.ts';
import { timeline } from '../timeline.ts';
import { lendsOut, lendsWords } from './rights.ts';

it.each([
  [null, true, true],
  ['CC BY 4.0', true, true],
  ['show', true, false],
  ['link only', false, false],
  ['Link-Only ', false, false],
])('rights "%s": shown %s, handed out %s', (rights, isShown, isHandedOut) =>
  expect([lendsWords({ rights }), lendsOut({ rights })]).toEqual([isShown, isHandedOut]),
);

it('over the network words that may only be linked to are not given; on this machine they are', async () => {
  const home = mkdtempSync(join(tmpdir(), 'onrecord-rights-'));
  const store = await openStore(join(home, 'record.db'), { create: true });
  try {
    writeFileSync(
      join(home, 'talk.txt'),
      'Interview of Minister Ilse Marenko\n\nQuestion: And the lighthouse guards?\n\nIlse Marenko: The ferry will sail at noon. On 2 May 2031 we will meet the delegation of France in Paris about the ferry guards.\n',
    );
    writeFileSync(join(home, 'talk.meta.json'), JSON.stringify({ rights: 'link only' }));
    const ctx: Context = contextFor(store);
    for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'talk.txt')] })) as AsyncIterable<unknown>);
    const [id] = await store.versionIds();
    const ask = async (localFiles: boolean) =>
      (await show.run({ ...ctx, localFiles }, { id: id! })) as z.infer<(typeof show)['output']>;
    expect((await ask(true)).text).toContain('ferry');
    expect(JSON.stringify(await ask(false))).not.toContain('ferry');
    expect((await ask(false)).document.id).toBe(id);
    const found = (await search.run(ctx, search.input.parse({ query: 'ferry' }))) as z.infer<(typeof search)['output']>;
    expect(found.items).toMatchObject([{ text: 'ferry', before: '', after: '' }]);
    const away = { ...ctx, localFiles: false };
    for (const [op, input] of [
      [timeline, { topic: 'ferry' }],
      [ledger, {}],
      [gaps, {}],
      [review, {}],
      [news, { query: 'ferry' }],
      [digest, { since: '2031-01-01' }],
      [check, { quotes: ['The boat will sail at noon'] }],
    ] as const) {
      const answer = await runOperation(op as never, away, op.input.parse(input));
      expect(JSON.stringify(answer), op.name).not.toMatch(/ferry will sail|ferry guards|lighthouse guards/);
    }
    const here = await runOperation(ledger as never, ctx, ledger.input.parse({}));
    expect(JSON.stringify(here)).toContain('ferry guards');
  } finally {
    await store.close();
    rmSync(home, { recursive: true });
  }
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { openStore } from '../store/index.ts';
import { add } from './add.ts';
import { contextFor } from './context.fixture.ts';
import { timeline } from './timeline.ts';

const TALK = `Interview of Minister Ilse Marenko

Question: Is there a draft to follow the New START Treaty?

Ilse Marenko: There are no projects of this kind. The Open Skies Treaty is another matter.

Question: And strategic stability?

Ilse Marenko: We value strategic stability.
`;

it('who asks for a treaty gets what is said of it and in answer about it, not all of its topic', async () => {
  const home = mkdtempSync(join(tmpdir(), 'onrecord-timeline-'));
  const store = await openStore(join(home, 'record.db'), { create: true });
  try {
    const ctx = contextFor(store);
    writeFileSync(join(home, 'talk.txt'), TALK);
    for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, 'talk.txt')] })) as AsyncIterable<unknown>);
    const wordsOf = async (topic: string) => {
      const answer = await timeline.run(ctx, timeline.input.parse({ topic }));
      return (answer as z.infer<(typeof timeline)['output']>).entries.map((e) => [e.text, e.question?.text ?? null]);
    };
    const [treaty, stability] = ['Is there a draft to follow the New START Treaty?', 'And strategic stability?'];
    expect(await wordsOf('new start')).toEqual([['There are no projects of this kind.', treaty]]);
    expect(await wordsOf('Open Skies')).toEqual([['The Open Skies Treaty is another matter.', treaty]]);
    expect(await wordsOf('strategic-stability')).toContainEqual(['We value strategic stability.', stability]);
  } finally {
    await store.close();
    rmSync(home, { recursive: true });
  }
});

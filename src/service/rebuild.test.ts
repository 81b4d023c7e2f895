import { describe, expect, it } from 'vitest';
import type { VersionRecord } from '../core/model/index.ts';
import { openStore } from '../store/index.ts';
import { made } from '../store/store.contract.ts';
import { redirectsOf } from './rebuild.ts';
import { show } from './show.ts';

const TEXT =
  'Q: Will the ferry line open this year?\nA: No date has been set for the ferry line. Nothing else is planned.\n';
const { capture, derivation, id } = made(TEXT);
const before = derivation.record;
const answer = before.turns[1]!;

/** The record as another reader would have it: the same version, other text. */
function readAgain(text: string): VersionRecord {
  const { record } = made(text).derivation;
  const own = (s: string) => s.replace(/^ver:[0-9a-f]+/, id);
  return {
    ...record,
    document: before.document,
    turns: record.turns.map((t) => ({ ...t, id: own(t.id) })),
    sentences: record.sentences.map((s) => ({ ...s, id: own(s.id), turn: own(s.turn) })),
  };
}

/** The answer as two turns of the same text. */
function cutInTwo(): VersionRecord {
  const at = TEXT.indexOf('Nothing');
  const [question, whole] = [before.turns[0]!, answer];
  const turns = [
    question,
    { ...whole, id: `${id}/t-aaaaaa`, end: at },
    { ...whole, id: `${id}/t-bbbbbb`, start: at, bodyStart: at },
  ];
  return {
    ...before,
    turns,
    sentences: turns.map((t, i) => ({ id: `${id}/s-${i}`, turn: t.id, start: t.bodyStart, end: t.end })),
  };
}

describe('[K3] redirects', () => {
  it('nothing changed: none', () => {
    expect(redirectsOf(before, before)).toEqual([]);
  });

  it('ids whose words are still a turn need none, wherever they stand now', () => {
    expect(redirectsOf(before, readAgain(`A heading that was missed before.\n${TEXT}`))).toEqual([]);
  });

  it('a turn that was cut goes to the one that holds most of it; a sentence likewise', () => {
    const after = cutInTwo();
    const found = redirectsOf(before, after);
    expect(found.map((r) => [r.from, r.status])).toContainEqual([answer.id, 'moved']);
    expect(found.find((r) => r.from === answer.id)!.to).toBe(after.turns[1]!.id);
  });

  it('[A2] words that are gone are lost, never led to a look-alike', () => {
    const after = readAgain(TEXT.replace(/A: .*/, 'A: We have discussed other subjects entirely with our partners.'));
    const lost = redirectsOf(before, after).find((r) => r.from === answer.id)!;
    expect(lost).toMatchObject({ to: null, status: 'lost' });
    expect(lost.anchor!.exact).toContain('No date has been set');
  });

  it('an old id is answered with where its words are now, or with the words themselves', async () => {
    const store = await openStore(':memory:', { create: true });
    await store.put(capture, derivation);
    const cut = cutInTwo();
    await store.putDerivation(id, { ...derivation, record: cut });
    for (const r of redirectsOf(before, cut)) await store.putRedirect(r);
    const ask = (what: string) => show.run({ store } as never, { id: what }) as Promise<{ at: unknown }>;
    expect((await ask(answer.id)).at).toMatchObject({ id: cut.turns[1]!.id, status: 'moved' });
    expect((await ask(cut.turns[1]!.id)).at).toMatchObject({ status: 'exact' });
    await expect(ask(`${id}/t-000000`)).rejects.toMatchObject({ code: 'not-found' });
    await store.close();
  });
});

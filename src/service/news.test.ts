import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailer } from '../intake/open-mailer.ts';
import { openStore } from '../store/index.ts';
import type { Store } from '../store/port.ts';
import { add } from './add.ts';
import { contextFor } from './context.fixture.ts';
import { digest } from './digest.ts';
import { mail } from './mail.ts';
import { news } from './news.ts';
import type { Context } from './operation.ts';
import { save } from './save.ts';
import { saved } from './saved.ts';

const talk = (day: string, words: string) => `Interview of Minister Ilse Marenko, ${day}

Question: What of the harbour?

Ilse Marenko: ${words}

Question: Will you sign the Talvik Treaty?

Ilse Marenko: We will not sign the Talvik Treaty before the inspections are over.
`;
let home: string;
let store: Store;
let time = '2031-03-05T08:00:00Z';
let ctx: Context;
const addFile = async (name: string, text: string, meta: object = {}) => {
  writeFileSync(join(home, name), text);
  writeFileSync(join(home, name.replace(/\.\w+$/, '.meta.json')), JSON.stringify(meta));
  for await (const _ of add.run(ctx, add.input.parse({ paths: [join(home, name)] })) as AsyncIterable<unknown>);
};
const ask = (input: object) => news.run(ctx, news.input.parse(input)) as Promise<{ items: Item[]; more: boolean }>;
type Item = {
  kind: string;
  title: string;
  text: string | null;
  why: string;
  reviewed: boolean;
  start: number;
  end: number;
  document: string;
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'onrecord-news-'));
  store = await openStore(join(home, 'record.db'), { create: true });
  ctx = contextFor(store, {
    now: () => time,
  });
  await addFile('one.txt', talk('1 March 2031', 'The harbour is open to all who come in good faith.'));
  time = '2031-04-02T08:00:00Z';
  await addFile('two.txt', talk('1 April 2031', 'The *harbour* is [closed](http://x.example) <b>until</b> May.'));
  await addFile('secret.txt', talk('2 April 2031', 'The harbour is for us alone.'), { rights: 'link only' });
  time = '2031-05-03T08:00:00Z';
  await addFile('one.txt', talk('1 March 2031', 'The harbour is open to nobody who comes without a permit.'));
});
afterAll(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

describe('news since a day', () => {
  it('lists texts by when they came, newest first, and not those that came before', async () => {
    expect((await ask({ since: '2031-04-01' })).items.map((i) => i.kind)).toEqual(['text', 'text']);
    expect((await ask({ since: '2031-06-01' })).items).toEqual([]);
    expect(await ask({ limit: 1 })).toMatchObject({ items: [{}], more: true });
  });

  it('finds words in new texts, exactly as they stand, in nobody’s name but the speaker’s', async () => {
    const { items } = await ask({ since: '2031-04-01', query: 'harbour', speaker: 'Ilse Marenko' });
    for (const item of items) {
      if (item.text === null) continue;
      expect((await store.record(item.document))!.text.slice(item.start, item.end)).toBe(item.text);
      expect(item.reviewed).toBe(false);
    }
    expect(items[0]!.text).toBe('The harbour is open to nobody who comes without a permit.');
    expect(items.some((i) => i.text === 'The harbour is open to all who come in good faith.')).toBe(false);
  });

  it('shows no words of a text whose rights say link only', async () => {
    const { items } = await ask({ since: '2031-04-01', query: '"us alone"' });
    expect(items.map((i) => i.text)).toEqual([null]);
  });

  it('tells that an address gave other words, and which', async () => {
    const { items } = await ask({ changes: true });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'changed' });
    expect(items[0]!.why).toContain('without a permit');
  });

  it.each(['yesterday', '2031', '2031-04-01; drop table'])('refuses %s for a day', (since) => {
    expect(news.input.safeParse({ since }).success).toBe(false);
  });
});

describe('saved searches and the digest', () => {
  it('keeps, lists, replaces and forgets', async () => {
    const keep = (input: object) => save.run(ctx, save.input.parse(input));
    await keep({ name: 'harbour', query: 'harbour' });
    await keep({ name: 'harbour', query: 'harbour -closed' });
    expect(await saved.run(ctx, {})).toMatchObject({ searches: [{ name: 'harbour', query: 'harbour -closed' }] });
    await expect(keep({ name: 'nothing' })).rejects.toThrow('words or a filter');
    await expect(keep({ name: 'none', forget: true })).rejects.toThrow('no search is kept');
    expect(save.input.safeParse({ name: '../etc' }).success).toBe(false);
    await expect(ask({ saved: 'other' })).rejects.toThrow('no search is kept as other');
    await keep({ name: 'harbour', query: 'harbour' });
  });

  it('writes a letter in which words of sources stay words, and says what nobody has reviewed', async () => {
    const letter = (await digest.run(ctx, { since: '2031-04-01' })) as {
      markdown: string;
      hits: number;
      subject: string;
    };
    expect(letter.markdown).toContain('## Texts that changed');
    expect(letter.markdown).toContain('## Saved search: harbour');
    expect(letter.markdown).toContain('\\*harbour\\*');
    expect(letter.markdown).not.toMatch(/\[closed\]\(|<b>|us alone/);
    expect(letter.markdown).not.toContain('●  ');
    expect(letter.hits).toBeGreaterThan(1);
  });

  it('sends it, to a mail server on this machine, and sends nothing when nothing is new', async () => {
    const letters: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (bytes: Buffer) => {
          text += bytes.toString('utf8');
        });
        stream.on('end', () => {
          letters.push(text);
          done();
        });
      },
    });
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', () => up()));
    const { port } = server.server.address() as AddressInfo;
    const mailer = openMailer({
      ONRECORD_SMTP: `smtp://127.0.0.1:${port}`,
      ONRECORD_MAIL_FROM: 'record@varnia.example',
      ONRECORD_MAIL_TO: 'anna@varnia.example, per@varnia.example',
    });
    const post = (since: string) => mail.run({ ...ctx, rules: ctx.rules, mailer }, mail.input.parse({ since }));
    expect(await post('2031-04-01')).toMatchObject({ sent: true, to: ['anna@varnia.example', 'per@varnia.example'] });
    expect(await post('2031-07-01')).toMatchObject({ sent: false });
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('To: anna@varnia.example, per@varnia.example');
    await new Promise<void>((down) => server.close(down));
    await expect(post('2031-04-01')).rejects.toThrow('did not take the letter');
  });

  it.each([
    [{ ONRECORD_SMTP: 'mail.example' }, 'no address of a mail server'],
    [{ ONRECORD_SMTP: 'smtp://mail.example' }, 'who writes to whom'],
  ])('says what is wrong with the settings %j', (env, message) => {
    expect(() => openMailer(env)).toThrow(message);
    expect(openMailer({})).toBeUndefined();
  });
});

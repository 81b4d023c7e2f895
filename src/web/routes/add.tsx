import { type Context, Hono } from 'hono';
import { OnrecordError } from '../../core/model/index.ts';
import type { AddResult } from '../../service/add/keep-member.ts';
import type { Context as Ctx, InputBlob } from '../../service/operation.ts';
import type { PreviewResult } from '../../service/preview.ts';
import { type Env, render } from '../frame.tsx';
import type { Offered } from '../pages/add/offered.ts';
import { PreviewPage } from '../pages/add/preview.tsx';
import { type Row, SeveralPage } from '../pages/add/several.tsx';
import { AddPage } from '../pages/add.tsx';
import { needsRole } from '../security/guard.ts';
import type { Site } from '../site.ts';
import { Tray } from '../tray.ts';
import { mendingOfForm } from './mending-form.ts';

/** Drop, paste or name an address; look; mend; keep. What is looked at lies on a tray, in memory, until it is kept. */
export function addRoutes(site: Site): Hono<Env> {
  const tray = new Tray();
  const app = new Hono<Env>();
  app.use('/add', needsRole('admin'));
  app.use('/add/*', needsRole('admin'));
  const lookAt = async (offered: readonly Offered[], fields: Readonly<Record<string, string>>): Promise<Row[]> => {
    const { items } = await site.ask<{ items: PreviewResult[] }>(
      'preview',
      { paths: offered.map((o) => o.path), ...mendingOfForm(fields) },
      withSent(site.ctx, offered),
    );
    const isOf = (seen: PreviewResult, { path }: Offered) => seen.path === path || seen.path.startsWith(`${path}!/`);
    return offered.map((one) => ({ offered: one, items: items.filter((seen) => isOf(seen, one)) }));
  };

  app.get('/add', async (c) => {
    const kept = await Promise.all((c.req.queries('kept') ?? []).slice(0, 50).map((id) => site.ctx.store.head(id)));
    return render(c, <AddPage kept={kept.filter((h) => h !== null)} problems={[]} />);
  });

  app.post('/add', async (c) => {
    const offered = await readOffer(c, tray);
    if (offered.length === 0)
      return render(
        c,
        <AddPage
          kept={[]}
          problems={['There is nothing to look at: choose a file, paste a text or give an address.']}
        />,
        400,
      );
    const rows = await lookAt(offered, {});
    const [first] = rows;
    if (rows.length > 1 || first!.items.length !== 1) return render(c, <SeveralPage rows={rows} />);
    const page = <PreviewPage offered={first!.offered} seen={first!.items[0]!} people={peopleOf(site)} fields={{}} />;
    return render(c, page);
  });

  app.post('/add/look', async (c) => {
    const fields = await readFields(c);
    const [offered] = offersOf(tray, fields.item ? [fields.item] : [], [fields.address ?? '']);
    if (!offered) throw new OnrecordError('usage', 'there is nothing to look at', 'Begin again at /add.');
    const [row] = await lookAt([offered], fields);
    return render(c, <PreviewPage offered={offered} seen={row!.items[0]!} people={peopleOf(site)} fields={fields} />);
  });

  app.post('/add/keep', async (c) => {
    const form = await c.req.formData();
    const fields = await readFields(c);
    const offered = offersOf(tray, form.getAll('item').map(String), form.getAll('address').map(String));
    const { items: results } = await site.ask<{ items: AddResult[] }>(
      'add',
      { paths: offered.map((o) => o.path), ...(offered.length === 1 ? mendingOfForm(fields) : {}) },
      withSent(site.ctx, offered),
    );
    const problems = results.flatMap((r) => (r.error ? [r.error.message] : []));
    if (problems.length === 0) for (const { item } of offered) if (item) tray.take(item);
    const kept = results.flatMap((r) => r.document ?? []);
    if (problems.length > 0) return render(c, <AddPage kept={kept} problems={problems} />, kept.length > 0 ? 200 : 422);
    return c.redirect(`/add?${new URLSearchParams(kept.map((d): [string, string] => ['kept', d.id]))}`, 303);
  });
  return app;
}

/** Files, pasted text and an address of the first form; files and text go onto the tray. */
async function readOffer(c: Context<Env>, tray: Tray): Promise<Offered[]> {
  const form = await c.req.formData();
  const items: string[] = [];
  for (const file of form.getAll('file'))
    if (typeof file !== 'string' && file.size > 0)
      items.push(
        tray.put({
          name: file.name,
          mediaType: file.type || undefined,
          bytes: new Uint8Array(await file.arrayBuffer()),
        }),
      );
  const text = String(form.get('text') ?? '').replaceAll('\r\n', '\n');
  if (/\S/u.test(text))
    items.push(tray.put({ name: 'pasted.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(text) }));
  return offersOf(tray, items, [String(form.get('address') ?? '')]);
}

/** What is offered, each under a name of its own: its file name, or its address. */
function offersOf(tray: Tray, items: readonly string[], addresses: readonly string[]): Offered[] {
  const offered: Offered[] = [];
  for (const item of items) {
    const sent = tray.get(item);
    if (!sent)
      throw new OnrecordError(
        'not-found',
        'the text is no longer here: it was looked at more than an hour ago, or kept',
        'Choose it again.',
      );
    const twins = offered.filter((o) => o.sent?.name === sent.name).length;
    offered.push({ item, path: twins > 0 ? `${sent.name} (${twins + 1})` : sent.name, sent });
  }
  for (const address of addresses.map((a) => a.trim()).filter((a) => a !== '')) {
    if (!/^https?:\/\//iu.test(address) || !URL.canParse(address))
      throw new OnrecordError(
        'usage',
        'the address does not begin with https:// or http://',
        'Copy it whole from the browser.',
      );
    offered.push({ item: null, path: address, sent: null });
  }
  return offered;
}

async function readFields(c: Context<Env>): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of await c.req.formData()) if (typeof value === 'string') fields[name] = value;
  return fields;
}

/** The context of a request that brings what lies on the tray. */
function withSent(ctx: Ctx, offered: readonly Offered[]): Ctx {
  const blobs = new Map<string, InputBlob>();
  for (const { path, sent } of offered) {
    if (!sent) continue;
    const { name, mediaType, bytes } = sent;
    // a copy: reading hands the bytes to another thread for good
    const read = async () => bytes.slice();
    blobs.set(path, { name, address: `upload:${name}`, ...(mediaType ? { mediaType } : {}), read });
  }
  return { ...ctx, rules: ctx.rules, blobs };
}

/** Names to offer for "who is it", of the vocabulary. */
const peopleOf = ({ ctx }: Site): string[] => ctx.rules.people.slice(0, 300).map((p) => p.name);

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTemporaryRecord, ROOT } from './sample-record.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** A browser without graphics, sandbox or calls of its own. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isThere = existsSync(CHROMIUM);
if (!isThere)
  console.warn(
    'browser tests are skipped: no chromium. On Debian: apt-get install chromium fonts-dejavu-core fonts-liberation',
  );

let browser: Browser;
let server: ChildProcess;
let home: string;
let address: string;
let paths: readonly string[] = [];

/** The site over the sample record, as a user starts it; answers with its address. */
async function startSite(): Promise<string> {
  home = mkdtempSync(join(tmpdir(), 'onrecord-site-'));
  const env = { ...process.env, ONRECORD_DATA: join(ROOT, 'samples/data'), ONRECORD_DB: join(home, 'record.db') };
  const record = openTemporaryRecord();
  record.close();
  const command = join(ROOT, 'dist/onrecord.js');
  await new Promise<void>((done, fail) =>
    spawn(process.execPath, [command, 'add', 'samples/record'], { cwd: ROOT, env, stdio: 'ignore' }).on(
      'exit',
      (code) => (code === 0 ? done() : fail(new Error(`add ended with ${code}`))),
    ),
  );
  server = spawn(process.execPath, [command, 'serve', '--port', '0'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((done, fail) => {
    server.stderr!.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(String(data))?.[0];
      if (found) done(found.replace(/\/$/, ''));
    });
    server.on('exit', (code) => fail(new Error(`serve ended with ${code}`)));
  });
}

async function openPage(theme: 'light' | 'dark', width: number, path = '/'): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height: 800 },
    javaScriptEnabled: true,
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(address + path);
  return page;
}

describe.skipIf(!isThere)('in Chromium', () => {
  beforeAll(async () => {
    address = await startSite();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    const { items } = (await (await fetch(`${address}/api/list`)).json()) as {
      items: { id: string; title: string; participants: { person: string | null; role: string }[] }[];
    };
    const person = items.flatMap((d) => d.participants).find((p) => p.role === 'official' && p.person)?.person;
    const read = (id: string) => `/d/${id.slice(4)}`;
    paths = [
      '/',
      '/documents',
      ...items.slice(0, 3).map((d) => read(d.id)),
      '/check?quote=We+will+sign+the+treaty.&speaker=Marenko',
      '/search?query=talks',
      '/timeline?topic=talks',
      '/timeline',
      '/ledger?asOf=2023-12-01',
      `/compare?a=${items[0]!.id}&b=${items[1]!.id}`,
      '/topics',
      '/coverage',
      '/review',
      '/new',
      `/cite?id=${items[0]!.id}`,
      ...(person ? [`/p/${person}`] : []),
      '/nothing',
    ];
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  it.each(['light', 'dark'] as const)('axe finds no violation on any page, %s', async (theme) => {
    const page = await openPage(theme, 1280);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(address + path);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
        };
        return axe.run();
      });
      for (const v of violations)
        found.push(`${path}: ${v.id}: ${v.nodes[0]!.html.slice(0, 160)} ${v.nodes[0]!.failureSummary.slice(0, 200)}`);
    }
    await page.context().close();
    expect(found).toEqual([]);
  });

  it('no page scrolls sideways at 390 pixels', async () => {
    const page = await openPage('light', 390);
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(address + path);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (Number(width) > 390) wide.push(`${path}: ${width}`);
    }
    await page.context().close();
    expect(wide).toEqual([]);
  });

  it('a quotation is checked from the first page, with the keyboard only', async () => {
    const page = await openPage('light', 1280);
    const focused = () =>
      page.evaluate('document.activeElement?.getAttribute("name") ?? document.activeElement?.tagName');
    for (let i = 0; (await focused()) !== 'quote'; i++) {
      expect(i, 'the field for the quotation is reached by Tab').toBeLessThan(40);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('We will trade in people.');
    for (let i = 0; (await focused()) !== 'BUTTON'; i++) {
      expect(i).toBeLessThan(5);
      await page.keyboard.press('Tab');
    }
    await Promise.all([page.waitForURL(/\/check\?/), page.keyboard.press('Enter')]);
    expect(await page.textContent('main')).toMatch(/may not stand so|not found|not in this record/i);
    await page.context().close();
  });

  it('search leads to the turn, the turn to its citation; a topic to its line; a day to the ledger', async () => {
    const page = await openPage('dark', 1280, '/search');
    await page.fill('main input[name=query]', 'talks');
    await Promise.all([page.waitForURL(/query=talks/), page.click('main button[type=submit]')]);
    await Promise.all([page.waitForURL(/\/d\//), page.click('main .hit a')]);
    expect(await page.locator('.turn:target, :target').count()).toBe(1);
    await Promise.all([
      page.waitForURL(/\/cite/),
      page
        .locator('a', { hasText: /^cite$/ })
        .first()
        .click(),
    ]);
    expect(await page.textContent('main')).toContain('csl-json');
    await page.goto(`${address}/`);
    await page.fill('input[name=topic]', 'talks');
    await Promise.all([page.waitForURL(/\/timeline/), page.locator('form[action="/timeline"] button').click()]);
    expect(await page.locator('main table').count()).toBeGreaterThan(0);
    await page.goto(`${address}/`);
    await page.fill('input[name=asOf]', '2023-12-01');
    await Promise.all([page.waitForURL(/\/ledger/), page.locator('form[action="/ledger"] button').click()]);
    expect(await page.textContent('h1')).toBeTruthy();
    await page.context().close();
  });

  it('a search is kept under a name, has a feed, and is forgotten, all without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/new`);
    await page.fill('input[name=name]', 'rounds');
    await page.fill('input[name=query]', 'round');
    await Promise.all([page.waitForURL(/\/new$/), page.click('main form[action="/new/save"] button')]);
    const feed = page.locator('a', { hasText: 'feed of rounds' });
    const atom = await (await fetch(`${address}${await feed.getAttribute('href')}`)).text();
    expect(atom).toContain('<title>Search: rounds</title>');
    expect(atom).toContain('reviewed by nobody');
    await page.locator('button', { hasText: 'Forget rounds' }).click();
    expect(await page.textContent('main')).toContain('None is kept.');
    await context.close();
  });

  it('every page is whole without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(address + path);
      expect(await page.locator('h1').count()).toBe(1);
    }
    await context.close();
  });
});

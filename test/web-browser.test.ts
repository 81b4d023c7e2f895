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
      '/matter?name=Sarnow+Treaty',
      '/search?query=nowhere+treaty&from=2040',
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
    expect(await page.textContent('main')).toMatch(/not to be printed so|not found|not in this record/i);
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
    expect(await page.textContent('main')).toContain('CSL-JSON');
    await page.goto(`${address}/`);
    await page.fill('input[name=topic]', 'talks');
    await Promise.all([page.waitForURL(/\/timeline/), page.locator('form[action="/timeline"] button').click()]);
    expect(await page.locator('main .line li .what').count()).toBeGreaterThan(0);
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

  it('j and k go from turn to turn; selected words are copied as the source has them, with speaker and source', async () => {
    const { items } = (await (await fetch(`${address}/api/list`)).json()) as { items: { id: string; title: string }[] };
    const { id } = items.find((d) => d.title?.includes('Interview'))!;
    const page = await openPage('light', 1280, `/d/${id.slice(4)}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const now = () => page.evaluate('document.querySelector(".turn.now")?.dataset.id ?? null');
    await page.keyboard.press('j');
    const first = await now();
    await page.keyboard.press('j');
    expect(await now()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await now()).toBe(first);
    const { text, turns } = (await (await fetch(`${address}/api/show?id=${id}`)).json()) as {
      text: string;
      turns: { id: string; kind: string; bodyStart: number; end: number }[];
    };
    const answer = turns.find((t) => t.kind === 'answer')!;
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('[data-id="${answer.id}"] .body'))`);
    await page.locator('#bar').waitFor();
    await page.click('#bar button');
    await page.locator('#told', { hasText: 'Copied' }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toContain(`“${text.slice(answer.bodyStart, answer.end).trim()}”`);
    expect(copied).toContain('Marenko');
    expect(copied).toContain(answer.id);
    await page.context().close();
  });

  it('a link to a sentence opens in its exchange, the words marked, and the slider of a matter asks for its day', async () => {
    const { items } = (await (await fetch(`${address}/api/search?query=treaty&kind=answer`)).json()) as {
      items: { turn: string; document: string; start: number }[];
    };
    const hit = items[0]!;
    const { sentences } = (await (await fetch(`${address}/api/show?id=${hit.document}`)).json()) as {
      sentences: { id: string; start: number; end: number }[];
    };
    const sentence = sentences.find((s) => hit.start >= s.start && hit.start < s.end)!;
    const page = await openPage('dark', 390, `/d/${sentence.id.slice(4)}#x`);
    expect(await page.locator('.turn.linked').count()).toBe(1);
    expect(await page.locator('.question #x').count()).toBe(1);
    await page.goto(`${address}/matter?name=Sarnow+Treaty`);
    await page.focus('input[type=range]');
    await Promise.all([page.waitForURL(/asOf=20/), page.keyboard.press('Home')]);
    expect(await page.textContent('main')).toMatch(/What each side had said by/);
    await page.context().close();
  });

  it('a search is narrowed by a facet and left again, and says why it is empty, with the keyboard only', async () => {
    const page = await openPage('light', 1280, '/search?query=treaty');
    const facet = page.locator('.facets li a').first();
    await facet.focus();
    await Promise.all([page.waitForURL(/speaker=/), page.keyboard.press('Enter')]);
    await page.locator('.facets .chosen a').first().focus();
    await Promise.all([page.waitForURL((url) => !url.searchParams.get('speaker')), page.keyboard.press('Enter')]);
    await page.goto(`${address}/search?query=treaty&from=2040`);
    expect(await page.textContent('main')).toMatch(/Without the days \d+ turns are found/);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.name')).toBe('query');
    await page.context().close();
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

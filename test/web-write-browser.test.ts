import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotatePool } from '../src/intake/workers/annotate-pool.ts';
import { contextFor } from '../src/service/context.fixture.ts';
import { OPERATIONS } from '../src/service/index.ts';
import { openStore } from '../src/store/index.ts';
import type { Store } from '../src/store/port.ts';
import { OPEN } from '../src/web/security/read-access.ts';
import { serveWeb } from '../src/web/serve.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** One text for each walk: a record keeps the same bytes once. */
const talkOf = (place: string) => `Interview of Ilse Marenko and Orla Kestrin with the ${place} Courier

Question: Will Varnia sign?

Marenko: We will not sign this year.

Kestrin: I agree.

Question: Why?

A: The inspections are not over.
`;

describe.skipIf(!existsSync(CHROMIUM))('in Chromium, from an empty record', () => {
  const stop = new AbortController();
  const pool = new AnnotatePool({ threads: 1 });
  let browser: Browser;
  let store: Store;
  let home: string;
  let address: string;
  let served: Promise<void>;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'onrecord-write-'));
    store = await openStore(join(home, 'record.db'), { create: true });
    const ctx = contextFor(store, {
      now: () => '2031-04-01T10:00:00Z',
      signal: stop.signal,
      pool,
      localFiles: false,
    });
    address = await new Promise((done) => {
      const root = { operations: OPERATIONS, ctx, version: '0.0.0', access: OPEN, signal: stop.signal };
      served = serveWeb({ ...root, host: '127.0.0.1', port: 0, onListening: (url) => done(url.replace(/\/$/, '')) });
    });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    stop.abort();
    await served;
    await pool.close();
    await store.close();
    rmSync(home, { recursive: true });
  });

  /** Walk in a browser of its own; what the policy refused or broke there fails the walk. */
  async function walk(options: BrowserContextOptions, steps: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const refused: string[] = [];
    page.on('console', (m) => m.type() === 'error' && refused.push(m.text()));
    page.on('pageerror', (e) => refused.push(e.message));
    try {
      await steps(page);
      expect(refused).toEqual([]);
    } finally {
      await context.close();
    }
  }
  const go = async (page: Page, act: () => Promise<unknown>) => {
    await Promise.all([page.waitForNavigation(), act()]);
  };
  /** Tab to what fits, and no further than a page is long. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 120; i++) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached by Tab`);
  }
  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    const [width, room] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as number[];
    return [
      ...violations.map((v) => `${page.url()}: ${v.id}: ${v.nodes[0]!.html.slice(0, 160)}`),
      ...(width! > room! ? [`${page.url()}: ${width} wide in ${room}`] : []),
    ];
  }
  const heads = () => store.heads();

  test('an empty record: paste, look, say who A is, keep, with the keyboard only', () =>
    walk({}, async (page) => {
      await page.goto(address);
      await tabTo(page, 'textarea[name=text]');
      await page.keyboard.insertText(talkOf('Tarsk'));
      await tabTo(page, 'form.add button');
      await go(page, () => page.keyboard.press('Enter'));
      expect(await page.textContent('.doubts')).toContain('“A”: nobody is named');
      expect(await heads()).toHaveLength(0);
      await tabTo(page, 'input[aria-label="Who is A"]');
      await page.keyboard.insertText('Orla Kestrin');
      await tabTo(page, 'input[name=date]');
      await page.keyboard.insertText('2031-03-04');
      // Enter in a field looks again, it never keeps
      await go(page, () => page.keyboard.press('Enter'));
      expect(await page.textContent('main')).not.toContain('nobody is named');
      expect(await heads()).toHaveLength(0);
      await tabTo(page, 'form.mend button:not(.quiet)');
      await go(page, () => page.keyboard.press('Enter'));
      expect(await page.textContent('[role=status]')).toContain('4 March 2031');
      expect((await heads())[0]).toMatchObject({ date: '2031-03-04' });
    }));

  test('without script: choose a file, look, keep; decide about its A, see it in the history, take it back', () =>
    walk({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${address}/add`);
      const buffer = Buffer.from(talkOf('Belmora'));
      await page.setInputFiles('input[type=file]', { name: 'talk.txt', mimeType: 'text/plain', buffer });
      await go(page, () => page.click('form.add button'));
      await go(page, () => page.click('form.mend button:not(.quiet)'));
      await go(page, () => page.click('[role=status] a.sans'));
      const item = page.locator('.queued', { hasText: 'attributed to nobody' }).first();
      await item.locator('summary').click();
      await item.locator('input[name=reason]').fill('heard on the tape');
      await item.locator('input[name=by]').fill('Ilse');
      await go(page, () => item.locator('button[value=accept]').click());
      expect(await page.textContent('[role=status]')).toContain('Recorded: Ilse accepted');
      await go(page, () => page.click('[role=status] button[value=undo]'));
      await page.goto(`${address}/review/history`);
      expect(await page.textContent('main')).toMatch(/took back[\s\S]*accepted/);
      expect(await page.locator('.history .undone').count()).toBe(1);
    }));

  test('a wrong speaker is mended from the turn itself, with the keyboard only', () =>
    walk({}, async (page) => {
      const [head] = await heads();
      await page.goto(`${address}/d/${head!.id.slice(4)}`);
      await tabTo(page, 'article.answer a[href^="/judge"]');
      await go(page, () => page.keyboard.press('Enter'));
      await tabTo(page, 'input[name=reason]');
      await page.keyboard.insertText('it was the deputy');
      await tabTo(page, 'input[name=by]');
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('Ilse');
      await tabTo(page, 'details.correct summary');
      await page.keyboard.press('Enter');
      await tabTo(page, 'input[name=corrected]');
      await page.keyboard.insertText('Colm Arden');
      await tabTo(page, 'button[value=correct]');
      await go(page, () => page.keyboard.press('Enter'));
      expect(await page.textContent('[role=status]')).toContain('Ilse corrected');
      expect((await store.record(head!.id))!.turns.some((t) => t.speaker === 'Colm Arden')).toBe(true);
    }));

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('axe finds no violation on a page that writes, and none is too wide: %s at %i', (colorScheme, width) =>
    walk({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
      const [head] = await heads();
      const found: string[] = [];
      for (const path of ['/', '/add', '/login', '/review', '/review/history', `/judge?id=${head!.id}`]) {
        await page.goto(address + path);
        await page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true");
        found.push(...(await axe(page)));
      }
      await page.goto(`${address}/add`);
      await page.fill('textarea[name=text]', talkOf('Doral'));
      await go(page, () => page.click('form.add button'));
      found.push(...(await axe(page)));
      expect(found).toEqual([]);
    }),
  );
});

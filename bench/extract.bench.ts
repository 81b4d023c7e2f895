import { readdirSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Rules } from '../src/core/model/index.ts';
import { annotateFile } from '../src/intake/annotate-file.ts';
import { loadRules } from '../src/intake/rules.ts';
import { needCorpus, printTable, round } from './corpora.ts';

/**
 * Article, furniture and readers' comments of web pages, ours beside the extractors that a user would pick instead, on
 * the same pages in the same run. Ours does more in its time: facts, voices, sentences, mentions and claims.
 */
const dir = needCorpus('extract');

interface Gold {
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly comments: readonly string[];
}
interface Extracted {
  readonly article: string;
  readonly comments: string;
}
type Extract = (bytes: Uint8Array, name: string) => Promise<Extracted>;

const gold: Record<string, Gold> = JSON.parse(readFileSync(`${dir}/pages.gold.json`, 'utf8'));
const limit = Number(process.argv.find((a) => a.startsWith('--limit='))?.slice(8) ?? 150);
const pages = readdirSync(`${dir}/pages`)
  .filter((f) => f in gold)
  .sort()
  .slice(0, limit);

const ARTICLE = new Set(['heading', 'question', 'answer', 'speech', 'aside', 'commentary']);
const rules: Rules = loadRules();
const open = (bytes: Uint8Array) =>
  new JSDOM(Buffer.from(bytes), { virtualConsole: new VirtualConsole() }).window.document;
const textOf = (html: string) => new JSDOM(html).window.document.body.textContent ?? '';

const EXTRACTORS: Record<string, Extract> = {
  async onrecord(bytes, name) {
    const [member] = await annotateFile({ path: name, name, bytes, sidecar: null }, rules);
    if (!member || 'error' in member) return { article: '', comments: '' };
    const { text, turns } = member.annotated;
    const zone = (kinds: ReadonlySet<string>) =>
      turns
        .filter((t) => kinds.has(t.kind))
        .map((t) => text.slice(t.start, t.end))
        .join('\n');
    return { article: zone(ARTICLE), comments: zone(new Set(['comment'])) };
  },
  async 'readability on jsdom'(bytes) {
    return { article: new Readability(open(bytes)).parse()?.textContent ?? '', comments: '' };
  },
  async 'defuddle on jsdom'(bytes, name) {
    const { content } = await Defuddle(open(bytes), `https://page.example/${name}`);
    return { article: textOf(content), comments: '' };
  },
};

const normal = (text: string) => text.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

const rows: Record<string, string | number>[] = [];
for (const [extractor, extract] of Object.entries(EXTRACTORS)) {
  let [hit, missed, furniture, comments, inComments, leaked, failed] = [0, 0, 0, 0, 0, 0, 0];
  const times: number[] = [];
  for (const page of pages) {
    const bytes = readFileSync(`${dir}/pages/${page}`);
    const began = performance.now();
    const found = await extract(new Uint8Array(bytes), page).catch(() => null);
    times.push(performance.now() - began);
    if (!found) failed++;
    const [article, comment] = [normal(found?.article ?? ''), normal(found?.comments ?? '')];
    for (const piece of gold[page]!.with) {
      if (article.includes(normal(piece))) hit++;
      else missed++;
    }
    for (const piece of gold[page]!.without) if (article.includes(normal(piece))) furniture++;
    for (const piece of gold[page]!.comments) {
      comments++;
      if (comment.includes(normal(piece))) inComments++;
      if (article.includes(normal(piece))) leaked++;
    }
  }
  const [precision, recall] = [share(hit, hit + furniture), share(hit, hit + missed)];
  times.sort((a, b) => a - b);
  rows.push({
    extractor,
    pages: pages.length,
    failed,
    precision: round(precision),
    recall: round(recall),
    segmentF1: round(share(2 * precision * recall, precision + recall)),
    commentRecall: round(share(inComments, comments)),
    commentLeak: round(share(leaked, comments)),
    'p50 ms': round(times[times.length >> 1]!, 1),
    seconds: round(times.reduce((n, t) => n + t, 0) / 1000, 1),
  });
}
printTable(rows);

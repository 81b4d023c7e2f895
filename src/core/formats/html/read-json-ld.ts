import type { Clue } from '../../model/index.ts';

/** Objects looked at; more are a catalogue. */
const MAX_NODES = 3000;
const MAX_CHARS = 1_000_000;
const ARTICLE = /(?:article|posting|report|interview|speech|review|recipe|event|creativework)$/i;
const PAGE = /(?:webpage|itempage|collectionpage)$/i;

/** What schema.org data in a page says of it: of its article, or else of the page itself. Broken JSON says nothing but its dates. */
export function readJsonLd(source: string): Clue[] {
  if (source.length > MAX_CHARS) return [];
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    const date = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(source)?.[1];
    return date ? [clue('published', date)] : [];
  }
  const nodes = collectNodes(data);
  const typed = (pattern: RegExp) =>
    nodes.find((n) => typesOf(n).some((t) => pattern.test(t)) && (n.datePublished || n.headline || n.name));
  const article = typed(ARTICLE) ?? typed(PAGE) ?? nodes.find((n) => n.datePublished);
  if (!article) return [];
  const clues: Clue[] = [];
  const say = (field: string, value: unknown) => {
    if (typeof value === 'string' && value.trim() && value.length < 2000) clues.push(clue(field, value.trim()));
  };
  say('title', article.headline);
  say('published', article.datePublished ?? article.dateCreated);
  say('language', article.inLanguage);
  say('siteName', nameOf(article.publisher));
  say('author', nameOf(article.author));
  say('url', urlOf(article.mainEntityOfPage) ?? urlOf(article.url));
  return clues;
}

type Node = Record<string, unknown>;
const clue = (field: string, value: string): Clue => ({ field, value, rule: 'json-ld' });
const isNode = (x: unknown): x is Node => typeof x === 'object' && x !== null && !Array.isArray(x);

/** All objects in reading order, without recursion. */
function collectNodes(data: unknown): Node[] {
  const nodes: Node[] = [];
  const queue: unknown[] = [data];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const x = queue[i];
    if (isNode(x)) nodes.push(x);
    if (typeof x === 'object' && x !== null)
      for (const v of Object.values(x)) if (typeof v === 'object' && v !== null) queue.push(v);
  }
  return nodes;
}

const typesOf = (n: Node): string[] => [n['@type']].flat().filter((t): t is string => typeof t === 'string');
const nameOf = (x: unknown): unknown => (isNode(x) ? x.name : Array.isArray(x) ? nameOf(x[0]) : x);
function urlOf(x: unknown): string | undefined {
  const url = isNode(x) ? (x['@id'] ?? x.url) : x;
  return typeof url === 'string' && /^https?:/i.test(url) ? url : undefined;
}

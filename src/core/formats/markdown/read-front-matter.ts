import type { Clue } from '../../model/index.ts';

/** Keys of front matter as they are found in the wild, and the fact each states. Others are kept in the text only. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  headline: 'title',
  date: 'date',
  published: 'published',
  published_time: 'published',
  publishdate: 'published',
  date_published: 'published',
  modified: 'modified',
  modified_time: 'modified',
  lastmod: 'modified',
  updated: 'modified',
  url: 'url',
  source_url: 'url',
  link: 'url',
  canonical_url: 'url',
  original_url: 'url',
  lang: 'language',
  language: 'language',
  locale: 'language',
  author: 'author',
  publisher: 'publisher',
  site: 'siteName',
  site_name: 'siteName',
  outlet: 'outlet',
  place: 'place',
  location: 'place',
  number: 'number',
  tags: 'tags',
  category: 'tags',
  type: 'tags',
};

/**
 * Front matter at the head of a text: where it ends (after its closing line), and its plain `key: value` pairs as clues.
 * A strict little reader of that one shape, no YAML: lists, anchors and nesting stay text. Null when there is none.
 */
export function readFrontMatter(text: string): { end: number; clues: Clue[] } | null {
  const fence = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!fence) return null;
  const close = new RegExp(`\\r?\\n(?:${fence[1] === '---' ? '---|\\.\\.\\.' : '\\+\\+\\+'})[ \\t]*(?:\\r?\\n|$)`, 'g');
  close.lastIndex = fence[0].length - 1;
  const found = close.exec(text.slice(0, MAX_CHARS));
  if (!found) return null;
  const body = text.slice(fence[0].length, found.index);
  const clues: Clue[] = [];
  const pair = /^([A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]+([^\n]*(?:\n[ \t]+[^\n]*)*)/gm;
  let pairs = 0;
  for (const m of body.matchAll(pair)) {
    pairs++;
    const field = FIELDS[m[1]!.toLowerCase().replaceAll('-', '_')];
    const value = readScalar(m[2]!);
    if (!field || !value) continue;
    const from = fence[0].length + m.index + m[0].length - m[2]!.length;
    const at = text.indexOf(value, from);
    const printed = at >= 0 && at + value.length <= from + m[2]!.length;
    const span = printed ? { start: at, end: at + value.length } : { start: from, end: from + m[2]!.trimEnd().length };
    clues.push({ field, value, ...span, rule: 'front-matter' });
  }
  return pairs ? { end: found.index + found[0].length, clues } : null;
}
/** A longer head is no head. */
const MAX_CHARS = 20_000;

/** A YAML scalar on one or more lines: plain, 'single' or "double" with the escapes that exporters write. */
function readScalar(raw: string): string {
  const text = raw.trim();
  if (text.startsWith('"')) {
    const body = text.slice(1, text.endsWith('"') ? -1 : undefined);
    return body
      .replace(/\\\r?\n\s*/g, '')
      .replace(/\r?\n\s*/g, ' ')
      .replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_, u, x, c) =>
        u || x ? String.fromCharCode(Number.parseInt(u || x, 16)) : (ESCAPES[c] ?? c),
      )
      .trim();
  }
  const folded = text.replace(/\r?\n\s*/g, ' ');
  if (folded.startsWith("'"))
    return folded
      .slice(1, folded.endsWith("'") ? -1 : undefined)
      .replaceAll("''", "'")
      .trim();
  if (/^(?:[|>][-+]?|null|~|\[.*|\{.*|[&*!].*)$/.test(folded)) return '';
  const comment = folded.indexOf(' #');
  return comment < 0 ? folded : folded.slice(0, comment).trimEnd();
}
const ESCAPES: Readonly<Record<string, string>> = {
  _: '\u00a0',
  n: '\n',
  t: '\t',
  N: '\u0085',
  e: '',
  0: '',
  L: '\n',
  P: '\n',
};

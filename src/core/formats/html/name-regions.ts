import type { Rules } from '../../model/index.ts';
import type { HtmlElement } from './html-tree.ts';

/** What the markup says of an element: the lists of `pages` in data/cues.zxx.yaml, and the meaning of tags and roles. */
export type Region =
  | 'article'
  | 'boilerplate'
  | 'thin-boilerplate'
  | 'comment'
  | 'form'
  | 'metadata'
  | 'header'
  | 'caption'
  | 'hidden';
const REGIONS: readonly Region[] = [
  'article',
  'boilerplate',
  'thin-boilerplate',
  'comment',
  'form',
  'metadata',
  'header',
  'caption',
  'hidden',
];

const TAGS: Readonly<Record<string, Region>> = {
  nav: 'boilerplate',
  footer: 'boilerplate',
  header: 'header',
  aside: 'boilerplate',
  button: 'boilerplate',
  select: 'boilerplate',
  textarea: 'boilerplate',
  dialog: 'boilerplate',
  menu: 'boilerplate',
  input: 'boilerplate',
  noscript: 'boilerplate',
  fieldset: 'boilerplate',
  article: 'article',
  main: 'article',
  figure: 'caption',
  figcaption: 'caption',
};
const ROLES: Readonly<Record<string, Region>> = {
  navigation: 'boilerplate',
  banner: 'boilerplate',
  contentinfo: 'boilerplate',
  search: 'boilerplate',
  complementary: 'boilerplate',
  dialog: 'boilerplate',
  alertdialog: 'boilerplate',
  menu: 'boilerplate',
  menubar: 'boilerplate',
  article: 'article',
  main: 'article',
};

/** Reads class, id, role and itemprop of an element as regions. Built once a page: the words are looked up, never scanned. */
export class RegionNames {
  private readonly exact = new Map<string, Region[]>();
  private readonly prefixes: [string, Region][] = [];
  private readonly seen = new Map<string, ReadonlySet<Region>>();
  constructor(rules: Rules) {
    const pages = rules.cues.zxx?.pages ?? {};
    for (const region of REGIONS)
      for (const entry of pages[region] ?? []) {
        if (entry.endsWith('*')) this.prefixes.push([entry.slice(0, -1), region]);
        else this.exact.set(entry, [...(this.exact.get(entry) ?? []), region]);
      }
  }

  of(element: HtmlElement): ReadonlySet<Region> {
    const names = `${element.attrs.get('class') ?? ''} ${element.attrs.get('id') ?? ''}`.slice(0, 400);
    const key = `${element.tag}|${element.attrs.get('role') ?? ''}|${element.attrs.get('itemprop') ?? ''}|${isHidden(element)}|${names}`;
    let regions = this.seen.get(key);
    if (!regions) {
      regions = this.read(element, names);
      this.seen.set(key, regions);
    }
    return regions;
  }

  private read(element: HtmlElement, names: string): ReadonlySet<Region> {
    const found = new Set<Region>();
    const tag = TAGS[element.tag];
    if (tag) found.add(tag);
    const role = ROLES[element.attrs.get('role') ?? ''];
    if (role) found.add(role);
    if (element.attrs.get('itemprop') === 'articleBody') found.add('article');
    if (isHidden(element)) found.add('hidden');
    for (const token of names.split(/\s+/)) {
      const words = wordsOf(token);
      for (let i = 0; i < words.length; i++) {
        let phrase = '';
        for (let n = 0; n < 3 && i + n < words.length; n++) {
          phrase += (n ? ' ' : '') + words[i + n];
          for (const region of this.exact.get(phrase) ?? []) found.add(region);
        }
        for (const [prefix, region] of this.prefixes) if (words[i]!.startsWith(prefix)) found.add(region);
      }
    }
    return found;
  }
}

/** `entryContent-2 wide` -> entry, content, wide */
function wordsOf(token: string): string[] {
  return token
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .slice(0, 12);
}

function isHidden(element: HtmlElement): boolean {
  const style = element.attrs.get('style');
  return (
    element.attrs.has('hidden') ||
    element.attrs.get('aria-hidden') === 'true' ||
    (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500)))
  );
}

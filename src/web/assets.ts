import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { STYLE } from './style.ts';

const require = createRequire(import.meta.url);
const serif = '@fontsource-variable/source-serif-4/files/source-serif-4';
const sans = '@fontsource-variable/inter/files/inter';
/** The fonts we serve ourselves, by name; variable, subset by script. */
const FONTS: Readonly<Record<string, string>> = {
  'serif.woff2': `${serif}-latin-wght-normal.woff2`,
  'serif-italic.woff2': `${serif}-latin-wght-italic.woff2`,
  'serif-cyrillic.woff2': `${serif}-cyrillic-wght-normal.woff2`,
  'sans.woff2': `${sans}-latin-wght-normal.woff2`,
  'sans-cyrillic.woff2': `${sans}-cyrillic-wght-normal.woff2`,
};

/** Small scripts beside the pages, which are whole without them; each is one file of islands/. */
const ISLANDS = ['keys', 'read', 'as-of', 'drop'] as const;
export type Island = (typeof ISLANDS)[number];

interface Written {
  readonly body: string;
  readonly type: string;
  /** address with a hash of the body, so that a browser may keep it for ever */
  readonly path: string;
}

const written = new Map<string, Written>();

/** A text file of /assets/ as it is served, read once. */
function writtenAsset(name: string): Written {
  const known = written.get(name);
  if (known) return known;
  const [stem, ending] = name.split('.') as [string, string];
  const body = name === 'style.css' ? STYLE : readIsland(stem);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const type = `${ending === 'css' ? 'text/css' : 'text/javascript'}; charset=utf-8`;
  const made = { body, type, path: `/assets/${stem}-${hash}.${ending}` };
  written.set(name, made);
  return made;
}

/** As built; or, where the site runs from its sources (in tests), with the types taken out. */
function readIsland(name: string): string {
  const built = new URL(`./islands/${name}.js`, import.meta.url);
  if (existsSync(built)) return readFileSync(built, 'utf8');
  return stripTypeScriptTypes(readFileSync(new URL(`./islands/${name}.ts`, import.meta.url), 'utf8'));
}

export const stylePath = (): string => writtenAsset('style.css').path;
export const islandPath = (name: Island): string => writtenAsset(`${name}.js`).path;

/** An opening quotation mark on ink. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#17595a"/><path d="M6 20.5c0-5 2.6-8.4 7-10l.9 1.9c-2.5 1.2-3.7 2.8-3.9 4.6 2.300 0 4 1.300 4 3.600a4 4 0 0 1-8 0zm11 0c0-5 2.600-8.400 7-10l.9 1.900c-2.500 1.200-3.700 2.800-3.900 4.600 2.300 0 4 1.300 4 3.600a4 4 0 0 1-8 0z" fill="#fbfaf6"/></svg>';

/** A file of /assets/, with or without the hash in its name; null when there is none. */
export async function readAsset(
  name: string,
): Promise<{ body: string | Uint8Array<ArrayBuffer>; type: string; isPinned: boolean } | null> {
  const font = Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
  if (font) return { body: new Uint8Array(await readFile(require.resolve(font))), type: 'font/woff2', isPinned: false };
  if (name === 'icon.svg') return { body: ICON, type: 'image/svg+xml', isPinned: false };
  const plain = name.replace(/-[0-9a-f]{10}(?=\.\w+$)/u, '');
  if (plain !== 'style.css' && !ISLANDS.some((i) => `${i}.js` === plain)) return null;
  const { body, type, path } = writtenAsset(plain);
  return { body, type, isPinned: path === `/assets/${name}` };
}

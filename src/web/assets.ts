import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { islandSource } from './islands/index.ts';
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

/** A file of /assets/, or null. */
export async function readAsset(
  name: string,
): Promise<{ body: string | Uint8Array<ArrayBuffer>; type: string } | null> {
  if (name === 'style.css') return { body: STYLE, type: 'text/css; charset=utf-8' };
  const island = islandSource(name);
  if (island) return { body: island, type: 'text/javascript; charset=utf-8' };
  const font = Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
  if (!font) return null;
  const bytes = await readFile(require.resolve(font));
  return { body: new Uint8Array(bytes), type: 'font/woff2' };
}

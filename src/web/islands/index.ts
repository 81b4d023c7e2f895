import { drop } from './drop.ts';

/**
 * The scripts of the pages. Each island is one function without imports, served as its own source: no bundler, no globals.
 * Pages work without any of them.
 */
const ISLANDS: Readonly<Record<string, () => void>> = { drop };

/** The source of `NAME.js`, or null. */
export const islandSource = (file: string): string | null => {
  const name = file.replace(/\.js$/u, '');
  return file.endsWith('.js') && Object.hasOwn(ISLANDS, name) ? `(${String(ISLANDS[name])})();\n` : null;
};

import { dateWords } from '../../core/text/date-words.ts';

export { dateWords };

/** Addresses of the pages. A document is /d/ and the hex of its version; a turn or sentence is a part of that address. */
export const documentPath = (version: string): string => `/d/${encodeURIComponent(version.replace(/^ver:/u, ''))}`;

/**
 * `ver:3f…/t-5f2c91` -> `/d/3f…/t-5f2c91#x`: the page that holds the words, opened where their exchange begins. The part
 * stands in the path, because what follows # never reaches the server, which has to find moved words and the right page.
 */
export function partPath(id: string): string {
  const [version, part] = id.split('/');
  return `${documentPath(version ?? id)}${part ? `/${encodeURIComponent(part)}#x` : ''}`;
}

export const withQuery = (path: string, values: Readonly<Record<string, string | null | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};

/** A note of the record with its days in words; what is quoted is no note. */
export const inWords = (note: string): string =>
  note.replace(/(?<![\w-])\d{4}-\d\d(?:-\d\d)?(?![\w-])[~?%]?/gu, (day) => dateWords(day));

/** The page of somebody in the vocabulary. */
export const personPath = (id: string): string => `/p/${encodeURIComponent(id)}`;

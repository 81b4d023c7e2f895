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

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An EDTF date for a reader: 2022-01-06 -> 6 January 2022; what is not known is not shown. */
export function dateWords(edtf: string | null): string {
  if (!edtf) return 'day not known';
  const [from, to] = edtf.split('/');
  // two days of one month: 18–19 April 2023
  if (/^\d{4}-\d\d-\d\d$/u.test(from!) && /^\d{4}-\d\d-\d\d$/u.test(to ?? '') && from!.slice(0, 7) === to!.slice(0, 7))
    return `${Number(from!.slice(8))}–${one(to!)}`;
  if (to !== undefined) return `${from === '..' ? 'until' : one(from!)}${to === '..' ? ' onwards' : ` to ${one(to)}`}`;
  return one(edtf);
}

function one(value: string): string {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]*)$/u.exec(value);
  if (!m) return value;
  const month = m[2] ? MONTHS[Number(m[2]) - 1] : null;
  const words = [m[3] ? String(Number(m[3])) : null, month, m[1]].filter(Boolean).join(' ');
  return m[4]?.includes('?') ? `${words} (uncertain)` : m[4]?.includes('~') ? `about ${words}` : words;
}

/** The page of somebody in the vocabulary. */
export const personPath = (id: string): string => `/p/${encodeURIComponent(id)}`;

import type { z } from 'zod';

/** The longest part of a wrong value that is shown, UTF-16 units. */
const SHOWN = 60;

/** What is wrong with an input, in one line: the field as the user knows it, what it wants, and what was seen. */
export function wrongField(error: z.ZodError, raw: unknown, nameOf: (field: string) => string): string {
  const issue = error.issues[0]!;
  const [field, ...rest] = issue.path.map(String);
  const seen = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    raw,
  );
  const where = field === undefined ? '' : `${[nameOf(field), ...rest].join('.')}: `;
  const what = typeof seen === 'string' || typeof seen === 'number' ? `; seen: “${String(seen).slice(0, SHOWN)}”` : '';
  return `${where}${issue.message}${what}`;
}

import { expect, it } from 'vitest';
import { z } from 'zod';
import { wrongField } from './wrong-field.ts';

const schema = z.object({ asOf: z.string().regex(/^\d+$/, 'a day'), quotes: z.array(z.string()) });
const wrong = (raw: unknown) => wrongField(schema.safeParse(raw).error!, raw, (field) => `--${field}`);

it('names the field, what it wants and what was seen', () => {
  expect(wrong({ asOf: 'soon', quotes: [] })).toBe('--asOf: a day; seen: “soon”');
  expect(wrong({ asOf: '1', quotes: [7] })).toBe(
    '--quotes.0: Invalid input: expected string, received number; seen: “7”',
  );
  expect(wrong({ asOf: 'x'.repeat(900), quotes: [] }).length).toBeLessThan(100);
  expect(wrong(null)).toBe('Invalid input: expected object, received null');
});

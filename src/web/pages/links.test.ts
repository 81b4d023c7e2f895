import { expect, it } from 'vitest';
import { partPath, withQuery } from './links.ts';

it('a turn has an address of its own, and empty values leave no trace in one', () => {
  expect(partPath('ver:3fa9c1d0b27e/t-5f2c91')).toBe('/d/3fa9c1d0b27e/t-5f2c91#x');
  expect(withQuery('/check', { quote: 'a & b', speaker: '' })).toBe('/check?quote=a+%26+b');
});

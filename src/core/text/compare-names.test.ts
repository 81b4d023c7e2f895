import { expect, test } from 'vitest';
import { compareNames } from './compare-names.ts';

const CASES: [string, string, 'same' | 'conflict' | 'different'][] = [
  ['Ilse Marenko', 'Marenko', 'same'],
  ['I. Marenko', 'Ilse Marenko', 'same'],
  ['MARENKO', 'Ilse Marenko', 'same'],
  ['Ильза Маренко', 'Ilza Marenko', 'same'],
  ['И.Маренко', 'Ilse Marenko', 'same'],
  ['Маренко Ольга Борисовна', 'Ольга Маренко', 'same'],
  ['Sergey Ostrov', 'Sergei Ostrov', 'same'],
  ['Aleksandr Ostrov', 'Alexander Ostrov', 'same'],
  ['Ilse Marenko', 'Pavel Marenko', 'conflict'],
  ['Maria Marenko', 'Marina Marenko', 'conflict'],
  ['P. Marenko', 'Ilse Marenko', 'conflict'],
  ['Ilse Marenko', 'Ilse Ostrov', 'different'],
  ['Ilse', 'Ilse Marenko', 'different'],
  ['Marenko-Bohl', 'Marenko', 'different'],
  ['MARENKO Ilse', 'Marenko', 'same'],
  ['MARENKO Ilse', 'Ilse', 'different'],
  ['MARENKO Ilse', 'Pavel Marenko', 'conflict'],
  ['', 'Marenko', 'different'],
];

for (const [a, b, relation] of CASES)
  test(`[V2] ${a || 'nothing'} and ${b}: ${relation}`, () => {
    expect(compareNames(a, b)).toBe(relation);
    expect(compareNames(b, a)).toBe(relation);
  });

import { expect, it } from 'vitest';
import { isCaseForm } from './case-forms.ts';

it.each<[word: string, base: string, is: boolean]>([
  ['варнии', 'варния', true],
  ['варнией', 'варния', true],
  ['рябковым', 'рябков', true],
  ['захаровой', 'захарова', true],
  ['лавровского', 'лавровский', true],
  ['дмитрием', 'дмитрий', true],
  ['макея', 'макей', true],
  ['министерства', 'министерство', true],
  ['стратегической', 'стратегическая', true],
  ['стабильности', 'стабильность', true],
  ['договору', 'договор', true],
  // another name, not a case
  ['петровский', 'петров', false],
  ['алексеев', 'алексей', false],
  ['иваненко', 'иванов', false],
  ['орлов', 'орловский', false],
  ['мира', 'ми', false],
  ['дани', 'даниил', false],
  // no endings in other scripts
  ['varnia', 'varni', false],
  ['varnia', 'varnia', true],
  ['рябкова', 'ryabkov', false],
])('%s of %s: %s', (word, base, is) => {
  expect(isCaseForm(word, base)).toBe(is);
});

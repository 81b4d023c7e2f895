import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { Person, Publisher, type Rules } from '../src/core/model/index.ts';
import { annotate } from '../src/core/pipeline.ts';
import { loadRules } from '../src/intake/rules.ts';

const page = readFileSync(fileURLToPath(new URL('../docs/publishers.md', import.meta.url)), 'utf8');
const block = (kind: string, n: number) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, 'g'))][n]![1]!;
const text = block('text', 0);
const publishers = Publisher.array().parse(load(block('yaml', 0)));
const people = Person.array().parse(load(block('yaml', 1)));
const base = loadRules();
const office = {
  id: 'varnia-president',
  name: 'President of Varnia',
  aliases: ['President'],
  organisation: 'varnia-palace',
  source: 'invented',
};

function read(rules: Rules, date: string | undefined) {
  const source = { name: 'talk.txt', format: 'text' as const, mediaType: 'text/plain', text, findings: [] };
  const sidecar = { language: 'en', ...(date ? { date } : {}) };
  return annotate(source, sidecar, 'ver:0123456789ab', rules).turns.map((t) => [
    t.kind,
    t.speaker,
    text.slice(t.bodyStart, t.end).trim(),
    t.continues !== undefined,
  ]);
}

describe('docs/publishers.md: a publisher added without programming', () => {
  const told = {
    ...base,
    publishers: [...base.publishers, ...publishers],
    people: [...base.people, ...people],
    offices: [...base.offices, office],
  };

  test('[V1] its furniture is nobody’s words, and the talk goes on after it', () => {
    const turns = read(told, '2031-06-01');
    const furniture = turns.filter((t) => t[0] === 'boilerplate').map((t) => t[2]);
    expect(furniture).toEqual([
      'Talks and meetings | Photographs | Search',
      'Read also Talks with the miners 3 May 2031',
      'palace.varnia.example/d/214',
    ]);
    expect(turns).toContainEqual(['speech', 'Ilse Marenko', 'It will not be cut.', true]);
  });

  test('[V2] its label is the holder of the office on that day, and the label itself on another', () => {
    const speakers = (date: string | undefined) =>
      read(told, date)
        .filter((t) => String(t[2]).startsWith('The quota'))
        .map((t) => t[1]);
    expect(speakers('2031-06-01')).toEqual(['Ilse Marenko']);
    expect(speakers('2030-06-01')).toEqual(['THE PRESIDENT']);
    expect(speakers(undefined)).not.toEqual(['Ilse Marenko']);
  });

  test('a page of another publisher does not obey it', () => {
    expect(read(base, '2031-06-01').some((t) => t[1] === 'Ilse Marenko')).toBe(false);
  });
});

import { expect, test } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import type { DocumentFacts, Rules, Turn } from '../../model/index.ts';
import { findMentions } from '../find-mentions.ts';

const loaded = loadRules();
const rules: Rules = {
  ...loaded,
  things: [
    ...loaded.things,
    {
      id: 'lake-treaty',
      name: 'Lake Treaty',
      kind: 'instrument',
      aliases: [],
      parties: [],
      dates: { expires: '2026-02-05' },
      source: 'invented',
    },
  ],
};
function read(text: string) {
  const turn: Turn = {
    id: 't',
    kind: 'answer',
    voice: 'official',
    speaker: null,
    person: null,
    label: null,
    start: 0,
    bodyStart: 0,
    end: text.length,
    rule: 'test',
  };
  const layer = findMentions(
    text,
    [turn],
    [],
    { date: '2023-11-27', published: null, language: 'en' } as DocumentFacts,
    rules,
  );
  return {
    dates: layer.items.filter((m) => m.kind === 'date').map((m) => m.value),
    rules: layer.findings.map((f) => f.rule),
  };
}

test.each<[string, string[], string[]]>([
  ['The Lake Treaty expires in February 2026.', ['2026-02'], []],
  [
    'The Lake Treaty expires on March 3. Yes, the Lake Treaty expires in February 2026.',
    ['XXXX-03-03', '2026-02'],
    ['expiry-differs-from-vocabulary', 'expiry-dates-disagree'],
  ],
  ['The Lake Treaty was signed on March 3. It expires in February 2026.', ['2023-03-03', '2026-02'], []],
])('[V3] %s', (text, dates, findings) => {
  expect(read(text)).toEqual({ dates, rules: findings });
});

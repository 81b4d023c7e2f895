import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRules } from './rules.ts';

let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'onrecord-data-'));
});
afterEach(() => rmSync(own, { recursive: true }));
const write = (file: string, text: string) => writeFileSync(join(own, file), text);

describe('loadRules', () => {
  it("lays a user's vocabularies over those that come with the package", () => {
    write('topics.yaml', '- {id: strait, name: The Sarnow Strait, scope: Passage and launchers, aliases: [Sarnow]}');
    write('cues.en.yaml', 'voices:\n  question-labels: [Herald]');
    const rules = loadRules(undefined, own);
    const plain = loadRules(undefined, undefined);
    expect(rules.topics.map((t) => t.id)).toContain('strait');
    expect(rules.cues.en!.voices!['question-labels']).toEqual([
      ...plain.cues.en!.voices!['question-labels']!,
      'Herald',
    ]);
    expect(rules.revision).not.toBe(plain.revision);
  });

  it('a row with the id of another replaces it', () => {
    write('topics.yaml', '- {id: x, name: First, scope: a}\n- {id: x, name: Second, scope: b}');
    expect(
      loadRules(undefined, own)
        .topics.filter((t) => t.id === 'x')
        .map((t) => t.name),
    ).toEqual(['Second']);
  });

  it.each([
    ['a row without a name', 'topics.yaml', '- {id: x, scope: a}', /topics\.yaml: 0\.name: /],
    ['no list', 'parties.yaml', 'Varnia', /parties\.yaml: /],
  ])('%s is an error that names file, row and field', (_name, file, text, message) => {
    write(file, text);
    expect(() => loadRules(undefined, own)).toThrow(message);
  });

  it('a folder that is not there is named', () => {
    expect(() => loadRules(undefined, join(own, 'nowhere'))).toThrow(/nowhere cannot be read/);
  });
});

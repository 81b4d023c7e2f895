import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findFacts } from '../src/core/formats/find-facts.ts';
import { readDocument } from '../src/core/formats/read-document.ts';
import type { DecodedSource, Rules } from '../src/core/model/index.ts';
import { findTurns } from '../src/core/voices/find-turns.ts';
import { identifyVoices } from '../src/core/voices/identify-voices.ts';
import { decode } from '../src/intake/decode/index.ts';
import { loadRules } from '../src/intake/rules.ts';

const SHARED = fileURLToPath(new URL('../../shared', import.meta.url));
const VOICES = join(SHARED, 'corpora/voices');
const LIB = join(SHARED, 'score/lib/voices.mjs');
const present = existsSync(VOICES) && existsSync(LIB);

/**
 * Every n-th document of a source, and what it must reach: words of talk with the right speaker, words of the right kind,
 * F1 of the places where turns open, and the most words in a thousand that a named person did not say. A little below
 * what was measured, so that a finding elsewhere does not fail here; raise them, never lower them without a reason.
 */
const FLOORS = [
  { source: 'wh-briefings', folder: 'wh-briefings', ending: '.md', every: 24, floor: [0.97, 0.99, 0.985, 3] },
  { source: 'obama-decoded', folder: 'obama', ending: '.html', every: 16, floor: [0.97, 0.99, 0.99, 3] },
  { source: 'obama-raw', folder: 'obama', ending: '.raw.html', every: 27, floor: [0.97, 0.99, 0.99, 3] },
  { source: 'campaign-2015', folder: 'campaign-2015', ending: '.txt', every: 10, floor: [0.99, 0.99, 0.985, 1] },
  {
    source: 'congressional-record',
    folder: 'congressional-record',
    ending: '.htm',
    every: 4,
    floor: [0.98, 0.97, 0.98, 3],
  },
  { source: 'kremlin-ru', folder: 'kremlin-ru', ending: '.txt', every: 9, floor: [0.98, 0.98, 0.98, 2] },
  { source: 'bundestag', folder: 'bundestag', ending: '.txt', every: 9, floor: [0.99, 0.99, 0.99, 1] },
  { source: 'gov-pages', folder: 'gov-pages', ending: '.html', every: 2, floor: [0.97, 0.97, 0.9, 1] },
] as const;

interface Tally {
  add(r: unknown): void;
  figures(): { speaker: number; kind: number; boundaryF1: number; wrongPerson: number; lost: number };
}
interface Scorer {
  scoreVoices(gold: unknown, doc: unknown): unknown;
  VoiceTally: new () => Tally;
}

/** The stages up to voices alone: claims would take most of the time and change nothing here. */
function readVoices(source: DecodedSource, rules: Rules) {
  const reading = readDocument(source, rules);
  const { facts } = findFacts(reading, null, source.name, rules);
  const turns = identifyVoices(reading, facts, findTurns(reading, facts, rules).items, null, rules).items;
  return { document: facts, text: reading.text, turns: turns.map((t, i) => ({ ...t, id: `t${i}` })) };
}

describe.skipIf(!present)('voices of the shared corpora (skipped where ../shared is absent)', async () => {
  const { scoreVoices, VoiceTally } = present
    ? ((await import(pathToFileURL(LIB).href)) as Scorer)
    : ({} as unknown as Scorer);
  const rules = loadRules();
  for (const { source, folder, ending, every, floor } of FLOORS)
    it(`${source}: one document in ${every}`, async () => {
      const tally = new VoiceTally();
      const golds = readdirSync(join(VOICES, folder)).filter((f) => f.endsWith('.gold.json'));
      for (const gold of golds.sort().filter((_, i) => i % every === 0)) {
        const name = gold.replace('.gold.json', ending);
        if (!existsSync(join(VOICES, folder, name))) continue;
        const [member] = await decode(readFileSync(join(VOICES, folder, name)), name);
        const read = readVoices((member as { source: DecodedSource }).source, rules);
        tally.add(scoreVoices(JSON.parse(readFileSync(join(VOICES, folder, gold), 'utf8')), read));
      }
      const f = tally.figures();
      const [speaker, kind, boundaryF1, wrong] = floor;
      expect(f, JSON.stringify(f)).toSatisfy(
        (x: typeof f) =>
          x.speaker >= speaker &&
          x.kind >= kind &&
          x.boundaryF1 >= boundaryF1 &&
          x.wrongPerson * 1000 <= wrong &&
          x.lost < 0.001,
      );
    });
});

/** The two seed interviews, by UTF-16 offsets only: no word of theirs is copied here. */
describe.skipIf(!present)('the seeds (skipped where ../shared is absent)', () => {
  const read = async (name: string) => {
    const seeds = join(SHARED, 'corpora/seeds');
    const file = readdirSync(seeds).find((f) => f.startsWith(name) && f.endsWith('.txt'))!;
    const [member] = await decode(readFileSync(join(seeds, file)), file);
    return readVoices((member as { source: DecodedSource }).source, loadRules());
  };

  it('[V1] 2023: nothing of the blogger, the sub-heading or the readers is talk, and one man answers', async () => {
    const { turns } = await read('000');
    const talk = turns.filter((t) => t.kind === 'question' || t.kind === 'answer' || t.kind === 'speech');
    expect([talk[0]!.start, talk.at(-1)!.end]).toEqual([457, 15381]);
    expect(new Set(talk.filter((t) => t.kind === 'answer').map((t) => t.speaker)).size).toBe(1);
    expect(turns.filter((t) => t.kind === 'comment').map((t) => t.start)).toEqual([16209]);
  });

  it('2022: every segment has the kind and the place that the gold gives it', async () => {
    const { turns, text } = await read('004');
    const gold = JSON.parse(readFileSync(join(SHARED, 'corpora/seeds/turns-004.json'), 'utf8')) as {
      turns: { kind: string; span: { start: number; end: number }; acceptKinds?: string[] }[];
    };
    const wrong = gold.turns.filter(({ kind, span, acceptKinds }) => {
      const ours = turns.filter(
        (t) => t.start < span.end && t.start + text.slice(t.start, t.end).trimEnd().length > span.start,
      );
      return ours.some((t) => t.kind !== kind && !acceptKinds?.includes(t.kind));
    });
    expect(wrong).toEqual([]);
  });
});

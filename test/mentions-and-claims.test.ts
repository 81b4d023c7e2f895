import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../src/core/claims/find-claims.ts';
import { findDates } from '../src/core/claims/find-dates.ts';
import { findMentions } from '../src/core/claims/find-mentions.ts';
import type { DocumentFacts, Sentence, Turn } from '../src/core/model/index.ts';
import { rangeOf } from '../src/core/text/calendar.ts';
import { loadRules } from '../src/intake/rules.ts';

/** The shared corpora stand beside the checkout; where they are absent these tests are skipped. */
const corpora = join(fileURLToPath(new URL('..', import.meta.url)), '../shared/corpora');
const rules = loadRules();
const facts = (date: string | null) => ({ date, published: null, language: 'en', publisher: null }) as DocumentFacts;
const turnOf = (text: string, kind: Turn['kind']): Turn => ({
  id: 'ver:1/t',
  kind,
  voice: 'official',
  speaker: 'Ilse Marenko',
  person: null,
  label: null,
  start: 0,
  bodyStart: 0,
  end: text.length,
  rule: 'test',
});

describe.skipIf(!existsSync(corpora))('floors on the shared corpora (skipped where ../shared is absent)', () => {
  test('[V3] dates: days and months of English news are found with their values', () => {
    const dir = join(corpora, 'dates/aquaint');
    let gold = 0;
    let right = 0;
    for (const file of readdirSync(dir).filter((f) => f.endsWith('.txt'))) {
      const text = readFileSync(join(dir, file), 'utf8');
      const day = JSON.parse(readFileSync(join(dir, file.replace('.txt', '.meta.json')), 'utf8')).date;
      const { timexes } = JSON.parse(readFileSync(join(dir, file.replace('.txt', '.gold.json')), 'utf8'));
      const found = findDates(text, [turnOf(text, 'commentary')], facts(day), rules, []);
      for (const t of timexes.filter((x: { type: string }) => x.type === 'DATE')) {
        const range = rangeOf(t.value);
        if (!range) continue;
        gold++;
        const ours = found.find((m) => m.start < t.end && m.end > t.start);
        const value = ours?.value ? rangeOf(ours.value.slice(0, 10)) : null;
        if (value && value.first >= range.first && value.last <= range.last) right++;
      }
    }
    expect(right / gold).toBeGreaterThan(0.8);
  });

  test('claims: sentences that carry a claim are told from those that tell facts', () => {
    let [claims, others, hits, falls] = [0, 0, 0, 0];
    for (const line of readFileSync(join(corpora, 'claims/argunsc.jsonl'), 'utf8').trim().split('\n').slice(0, 24)) {
      const { sentences } = JSON.parse(line) as { sentences: { text: string; types: string[] }[] };
      const text = sentences.map((s) => s.text).join(' ');
      let at = 0;
      const spans: Sentence[] = sentences.map((s, i) => {
        const start = at;
        at += s.text.length + 1;
        return { id: `s${i}`, turn: 'ver:1/t', start, end: start + s.text.length };
      });
      const turn = turnOf(text, 'speech');
      const mentions = findMentions(text, [turn], spans, facts('2014'), rules).items;
      const found = findClaims(text, [turn], spans, mentions, facts('2014'), rules).items;
      sentences.forEach((s, i) => {
        const opinion = found.some((c) => c.act !== 'report' && c.start < spans[i]!.end && c.end > spans[i]!.start);
        if (s.types.includes('claim')) {
          claims++;
          if (opinion) hits++;
        } else {
          others++;
          if (opinion) falls++;
        }
      });
    }
    expect(hits / claims - falls / others).toBeGreaterThan(0.27);
  });
});

/** Time grows with the text and not faster: four times the text in well under sixteen times the time. */
test.each(['and we ', 'we will not without ', 'Moscow ', '[ ( ', 'U.S.', ': a; b - '])(
  'hostile text of "%s" is read in linear time',
  (unit) => {
    const read = (size: number) => {
      const text = unit.repeat(size / unit.length);
      const turn = turnOf(text, 'answer');
      const sentences: Sentence[] = [{ id: 's', turn: turn.id, start: 0, end: text.length }];
      const from = performance.now();
      const mentions = findMentions(text, [turn], sentences, facts('2022-01-06'), rules).items;
      findClaims(text, [turn], sentences, mentions, facts('2022-01-06'), rules);
      return performance.now() - from;
    };
    read(5_000);
    const small = read(20_000);
    expect(read(80_000)).toBeLessThan(12 * small + 1500);
  },
);

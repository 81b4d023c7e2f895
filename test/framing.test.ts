import { describe, expect, it } from 'vitest';
import { findFacts } from '../src/core/formats/find-facts.ts';
import { readDocument } from '../src/core/formats/read-document.ts';
import type { DecodedSource } from '../src/core/model/index.ts';
import { findTurns } from '../src/core/voices/find-turns.ts';
import { identifyVoices } from '../src/core/voices/identify-voices.ts';
import { decode } from '../src/intake/decode/index.ts';
import { loadRules } from '../src/intake/rules.ts';
import { FRAMED_PAGES, type FramedPage } from './framing-pages.ts';

const rules = loadRules();
const TALK = new Set(['answer', 'speech']);

/** The foreign passages that a page lays to an official, and the words of officials that it lost. */
async function misreadings({ file, page }: FramedPage): Promise<string[]> {
  const foreign = [...page.matchAll(/⟦([^⟧]*)⟧/g)].map((m) => m[1]!);
  const [member] = await decode(Buffer.from(page.replace(/[⟦⟧]/g, '')), file);
  const reading = readDocument((member as { source: DecodedSource }).source, rules);
  const { facts } = findFacts(reading, null, file, rules);
  const turns = identifyVoices(reading, facts, findTurns(reading, facts, rules).items, null, rules).items;
  const talk = turns
    .filter((t) => TALK.has(t.kind) || t.speaker !== null)
    .map((t) => reading.text.slice(t.bodyStart, t.end));
  const out = foreign
    .map((words) => words.replace(/^\*+|\*+$/g, ''))
    .filter((words) => talk.some((t) => t.includes(words)))
    .map((words) => `laid to an official: ${words.slice(0, 60)}`);
  const own = page
    .replace(/⟦[^⟧]*⟧/g, '')
    .match(
      /(?:It was a long year|Trust is a word for poets|Work\. There are|Die Flotte bleibt|Флот останется|La flotte reste)/g,
    );
  for (const words of own ?? []) if (!talk.some((t) => t.includes(words))) out.push(`lost: ${words}`);
  return out;
}

describe('[V1] an official’s words in somebody else’s frame', () => {
  for (const framed of FRAMED_PAGES) it(framed.name, async () => expect(await misreadings(framed)).toEqual([]));
});

import { z } from 'zod';
import type { DocumentHead, Rules } from '../../core/model/index.ts';
import type { TurnCount } from '../../store/port.ts';

const Value = z.object({
  value: z.string().describe('what the filter of that name takes'),
  name: z.string(),
  turns: z.int(),
});

/** How the turns found are spread; the most frequent values first, years in order. */
export const Facets = z.object({
  speaker: z
    .array(Value)
    .describe('who speaks as an official or holds an office; others are in the count of their role'),
  voice: z.array(Value),
  kind: z.array(Value),
  topic: z.array(Value),
  year: z.array(Value).describe('year of the day of speaking; "" where it is not known'),
  outlet: z.array(Value),
  lang: z.array(Value),
});
export type Facets = z.infer<typeof Facets>;

export const NO_FACETS: Facets = { speaker: [], voice: [], kind: [], topic: [], year: [], outlet: [], lang: [] };

/** Facets of what was counted; `most` bounds the values of each. */
export function countFacets(
  counts: readonly TurnCount[],
  topics: readonly { topic: string; turns: number }[],
  heads: ReadonlyMap<string, DocumentHead>,
  rules: Rules,
  most: number,
): Facets {
  const people = new Map((rules.people ?? []).filter((p) => p.tenures.length > 0).map((p) => [p.id, p.name]));
  const names = new Map((rules.topics ?? []).map((t) => [t.id, t.name]));
  const tally = (of: (c: TurnCount) => readonly [value: string, name: string] | null) => {
    const found = new Map<string, z.infer<typeof Value>>();
    for (const c of counts) {
      const named = of(c);
      if (!named) continue;
      const known = found.get(named[0]);
      if (known) known.turns += c.turns;
      else found.set(named[0], { value: named[0], name: named[1], turns: c.turns });
    }
    return [...found.values()].sort(byFrequency).slice(0, most);
  };
  const plain = (value: string | null | undefined) => (value ? ([value, value] as const) : null);
  return {
    speaker: tally((c) => {
      if (c.speaker === null) return null;
      if (c.person && people.has(c.person)) return [c.person, people.get(c.person)!];
      return c.voice === 'official' ? [c.speaker, c.speaker] : null;
    }),
    voice: tally((c) => plain(c.voice)),
    kind: tally((c) => plain(c.kind)),
    topic: topics
      .map((t) => ({ value: t.topic, name: names.get(t.topic) ?? t.topic, turns: t.turns }))
      .sort(byFrequency)
      .slice(0, most),
    year: tally((c) => {
      const year = heads.get(c.document)?.date?.slice(0, 4) ?? '';
      return [year, year || 'day not known'];
    }).sort((a, b) => (a.value < b.value ? -1 : 1)),
    outlet: tally((c) => plain(heads.get(c.document)?.outlet)),
    lang: tally((c) => plain(heads.get(c.document)?.language)),
  };
}

const byFrequency = (a: z.infer<typeof Value>, b: z.infer<typeof Value>) =>
  b.turns - a.turns || (a.value < b.value ? -1 : 1);

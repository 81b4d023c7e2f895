import { z } from 'zod';

/** A stretch of time an office was held, EDTF days or years; null = not known, '..' = open. */
export const Tenure = z.object({
  office: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  source: z.string(),
});
export type Tenure = z.infer<typeof Tenure>;

/** A person of the vocabulary (Popolo person). Aliases in any script. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  names: z.record(z.string(), z.string()).default({}).describe('language -> full name in it'),
  aliases: z.array(z.string()).default([]),
  tenures: z.array(Tenure).default([]),
  source: z.string(),
});
export type Person = z.infer<typeof Person>;

/** A post (Popolo post): deputy minister of X. */
export const Office = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  organisation: z.string().nullable().default(null),
  source: z.string(),
});
export type Office = z.infer<typeof Office>;

/** A state, ministry, alliance or other body that speaks or is spoken of (Popolo organization). */
export const Party = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['state', 'ministry', 'organisation', 'alliance', 'government', 'group', 'outlet']),
  aliases: z.array(z.string()).default([]),
  adjectives: z.array(z.string()).default([]),
  capitals: z.array(z.string()).default([]),
  /** the day on which it ceased to be; what no longer is makes no demand and none is made on it */
  until: z.string().nullable().default(null),
  memberOf: z.string().nullable().default(null),
  source: z.string(),
});
export type Party = z.infer<typeof Party>;

/** A publisher, its addresses and the habits of its pages. A user adds one without programming (docs/publishers.md). */
export const Publisher = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['ministry', 'government', 'outlet', 'mirror', 'blog', 'archive', 'parliament', 'organisation']),
  hosts: z.array(z.string()).default([]),
  aliases: z.array(z.string()).default([]),
  signatures: z.array(z.string()).default([]).describe('lines that only its pages carry'),
  boilerplate: z.array(z.string()).default([]).describe('patterns of its furniture lines'),
  labels: z.record(z.string(), z.string()).default({}).describe('printed label -> person id or voice'),
  source: z.string(),
});
export type Publisher = z.infer<typeof Publisher>;

export const Topic = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.string(),
  aliases: z.array(z.string()).default([]),
  patterns: z.array(z.string()).default([]),
  parents: z.array(z.string()).default([]),
  between: z
    .array(z.string())
    .optional()
    .describe('parties whose matter it is: their "relations with America" are no others\''),
});
export type Topic = z.infer<typeof Topic>;

/** A treaty or other agreement, a track of talks, a named event or place: a thing with names and dated facts. */
export const Thing = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['instrument', 'track', 'event', 'place', 'weapon']),
  aliases: z.array(z.string()).default([]),
  parties: z.array(z.string()).default([]),
  dates: z.record(z.string(), z.string()).default({}).describe('signed, inForce, expires ... as EDTF'),
  source: z.string(),
});
export type Thing = z.infer<typeof Thing>;

/** Cue words of one language by area and name; each area documents its own names in data/cues.<lang>.yaml. */
export const Cues = z.record(z.string(), z.record(z.string(), z.array(z.string())));
export type Cues = z.infer<typeof Cues>;

/** Everything the stages know besides the text; plain data, loaded from data/ by intake. */
export interface Rules {
  /** sha256 of the vocabularies, so that a rebuild knows whether they changed */
  readonly revision: string;
  readonly people: readonly Person[];
  readonly offices: readonly Office[];
  readonly parties: readonly Party[];
  readonly publishers: readonly Publisher[];
  readonly topics: readonly Topic[];
  readonly things: readonly Thing[];
  readonly cues: Readonly<Record<string, Cues>>;
}

import { z } from 'zod';

/** The sections of the ledger, in the order in which they are shown. */
export const Section = z.enum([
  'meetings',
  'tracks',
  'instruments',
  'proposals',
  'demands',
  'commitments',
  'predictions',
  'counts',
  'cases',
  'measures',
  'relations',
  'premises',
]);
export type Section = z.infer<typeof Section>;

/** The closed list of states of each section. What a text does not say is `stated`, never a guess. */
export const STATUSES = {
  meetings: ['planned', 'held', 'postponed', 'cancelled', 'not-agreed', 'recurring', 'planned-outcome-unknown'],
  tracks: ['proposed', 'being-launched', 'ongoing', 'suspended', 'ended'],
  instruments: [
    'stated',
    'drafted',
    'signed',
    'in-force',
    'extended',
    'suspended',
    'withdrawal-announced',
    'withdrawn',
    'expired',
  ],
  proposals: [
    'announced',
    'sent',
    'acknowledged',
    'being-studied',
    'answered',
    'accepted',
    'partly-accepted',
    'rejected',
    'not-received',
    'not-answered',
    'lapsed',
    'withdrawn',
  ],
  demands: ['stated', 'met', 'withdrawn'],
  commitments: ['stated', 'kept', 'revoked'],
  predictions: ['open', 'due', 'resolved'],
  counts: ['stated', 'withdrawn'],
  cases: ['raised', 'detained', 'charged', 'sentenced', 'released'],
  measures: ['considered', 'threatened', 'announced', 'in-force', 'lifted', 'denied'],
  relations: ['stated'],
  premises: ['accepts', 'rejects', 'qualifies', 'leaves'],
} as const satisfies Record<Section, readonly string[]>;

/** The words that prove one field of an entry (law L1). `text` is exactly what stands at start..end in `document`. */
export const FieldEvidence = z.object({
  field: z.string(),
  document: z.string(),
  turn: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type FieldEvidence = z.infer<typeof FieldEvidence>;

/** One step of a proposal's thread. */
export const ThreadStep = z.object({
  status: z.string(),
  said: z.string().nullable(),
  statedBy: z.array(z.string()),
  evidence: z.array(FieldEvidence),
});
export type ThreadStep = z.infer<typeof ThreadStep>;

/**
 * What one text says about one matter: the seed of a ledger row. Made per version, from that version alone, so that
 * adding a document touches no other; rows are folded from these on the day that is asked for.
 */
export const LedgerStatement = z.object({
  id: z.string(),
  section: Section,
  key: z.string().describe('what joins accounts of one matter: entity, parties and day, or stems; never shown'),
  side: z.string().nullable().describe('party whose account it is; two sides are never merged (law L3)'),
  title: z.string().describe('vocabulary labels and quoted words with their speaker, nothing else (law L3)'),
  parties: z.array(z.string()),
  status: z.string(),
  date: z.string().nullable().describe('EDTF'),
  value: z.string().nullable(),
  said: z.string().nullable().describe('day of the text (EDTF)'),
  valid: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  statedBy: z.array(z.string()),
  by: z.string().nullable(),
  to: z.string().nullable(),
  attributes: z
    .record(z.string(), z.union([z.string(), z.boolean(), z.null()]))
    .describe('what only this section has: unit, bound, byWhen ...'),
  evidence: z.array(FieldEvidence),
  rule: z.string(),
});
export type LedgerStatement = z.infer<typeof LedgerStatement>;

/** A row of the ledger on a day, folded from statements. */
export const Entry = z.object({
  id: z.string(),
  title: z.string(),
  parties: z.array(z.string()),
  status: z.string(),
  date: z.string().nullable(),
  value: z.string().nullable(),
  said: z.string().nullable(),
  valid: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  lastStated: z.string().nullable(),
  ageDays: z.int().nullable().describe('days between the last word and the day asked about (law L4)'),
  statedBy: z.array(z.string()),
  calledBy: z.string().optional().describe('the noun a contact was called by, as printed'),
  place: z.string().optional().describe('where a meeting is, as stated'),
  level: z.string().optional().describe('rank of those who meet, as stated: leaders, ministers, envoys, experts'),
  reason: z.string().nullable().optional().describe('reason that is given for a measure, in the words of the text'),
  reviewed: z.boolean(),
  statements: z.array(z.string()).describe('what it is folded from: each is judged for itself'),
  hindsight: z.boolean().optional().describe('rests on words said after the day asked about'),
  from: z.string().nullable().optional(),
  to: z.string().nullable().optional(),
  by: z.string().nullable().optional(),
  thread: z.array(ThreadStep).optional(),
  openList: z.boolean().optional(),
  strength: z.string().nullable().optional(),
  condition: z.string().nullable().optional(),
  byWhen: z.string().nullable().optional(),
  checkable: z.boolean().nullable().optional(),
  unit: z.string().nullable().optional(),
  bound: z.string().nullable().optional(),
  excludes: z.string().nullable().optional(),
  namedBy: z.string().nullable().optional(),
  officialResponse: z.string().nullable().optional(),
  judged: z
    .array(
      z.object({
        judgement: z.string(),
        field: z.string(),
        value: z.string().nullable(),
        by: z.string(),
        reason: z.string(),
      }),
    )
    .optional()
    .describe('fields a person set, overruling the reading of the words (law S1)'),
  evidence: z.array(FieldEvidence),
});
export type Entry = z.infer<typeof Entry>;

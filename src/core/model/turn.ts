import { z } from 'zod';
import { Span } from './span.ts';

/** What a stretch of text is (TEI `u`, `sp`; Akoma Ntoso `question`, `answer`, `speech`); the last ones are zones. */
export const TurnKind = z.enum([
  'title',
  'metadata',
  'heading',
  'question',
  'answer',
  'speech',
  'aside',
  'commentary',
  'comment',
  'boilerplate',
]);
export type TurnKind = z.infer<typeof TurnKind>;

/** The kinds in which somebody is quoted as speaking. */
export const TALK: ReadonlySet<TurnKind> = new Set(['question', 'answer', 'speech']);

/** A role in this document; `unknown` whenever it is not clear who speaks (law V1). */
export const Voice = z.enum(['official', 'interviewer', 'moderator', 'guest', 'editor', 'reader', 'site', 'unknown']);
export type Voice = z.infer<typeof Voice>;

/**
 * A stretch of one voice. Turns are ordered, do not overlap and tile the text (law T2): white space after a turn
 * belongs to it. `start` includes the printed label, `bodyStart` follows it.
 */
export const Turn = Span.extend({
  id: z.string().describe('{ver}/t-… from the words of the turn'),
  kind: TurnKind,
  voice: Voice,
  speaker: z.string().nullable().describe('fullest name this document gives; null when unsure'),
  person: z.string().nullable().describe('id in data/ or {ver}/pN; null when unsure'),
  label: z.string().nullable().describe('as printed, with its colon left out only if it is none of the label'),
  bodyStart: z.int().nonnegative(),
  continues: z.string().optional().describe('id of the turn that goes on here after an aside or furniture'),
  rule: z.string().describe('the rule that made it'),
});
export type Turn = z.infer<typeof Turn>;

/** A turn before identity and ids: what findTurns hands to identifyVoices. `continues` is an index into the list. */
export interface TurnDraft extends Span {
  readonly kind: TurnKind;
  readonly label: string | null;
  readonly bodyStart: number;
  readonly continues?: number;
  readonly rule: string;
  /** What the markup itself says (TEI who, voice of a caption). */
  readonly who?: string | null;
  readonly voice?: Voice;
}

/** A turn with identity, before ids. */
export interface VoicedTurn extends TurnDraft {
  readonly voice: Voice;
  readonly speaker: string | null;
  /** id in data/, or pN (local), or null */
  readonly person: string | null;
  /** the rule that decided the voice */
  readonly voiceRule: string;
}

/** Tiles the body of a turn (TEI `s`). A sentence cut by an aside goes on in one with `continues`. */
export const Sentence = Span.extend({
  id: z.string().describe('{ver}/s-… from the words of the sentence'),
  turn: z.string(),
  continues: z.string().optional(),
});
export type Sentence = z.infer<typeof Sentence>;

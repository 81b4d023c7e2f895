import type { Named } from './name-key.ts';

/** Turns of speech that say how a statement stands to an earlier one (cues, area `relations`); `is-wrong` is said right after it. */
export const TURNS = [
  'still',
  'corrects',
  'takes-back',
  'alternative',
  'undecided',
  'settled',
  'asks',
  'conditional',
  'recalls',
  'possibly',
  'is-wrong',
  'past',
  'under-way',
  'ties-broken',
  'ties-bad',
  'ties-good',
] as const;

export type TurnOfSpeech = (typeof TURNS)[number];

/**
 * What a statement says, in keys that another can be set beside: acts (`~extend`), concepts (`&ceiling`), stems, names (`@id`),
 * numbers and days (`#count:31 flight`). Each key has a sign: -1 where it is negated, 0 where both or
 * where it is only supposed ("if inspections resume").
 */
export interface Proposition {
  readonly keys: ReadonlyMap<string, -1 | 0 | 1>;
  /** keys that are denied themselves, not only within the reach of a negation */
  readonly denied: ReadonlySet<string>;
  /** the number that a limit named in it has */
  readonly ceiling: number | null;
  /** what stands with an act in its clause: by whom it is done, and (`behind`) to what, where */
  readonly withActs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly behindActs: ReadonlyMap<string, ReadonlySet<string>>;
  /** whose a thing is where the words say it ("our embassy", "the Kestorian embassy"): `own` or the id of a party */
  readonly owners: ReadonlyMap<string, string>;
  /** keys of what it leans on: its question and the words before it in the turn */
  readonly context: ReadonlySet<string>;
  /** `own` when the speaker's side acts, the id of another party, `third` for "he", "they", or null when the words do not say */
  readonly actor: string | null;
  readonly turns: ReadonlySet<TurnOfSpeech>;
  /** keys of deeds that can be taken back: a notice, an offer, a decision */
  readonly deeds: ReadonlySet<string>;
}

/** Words with the names found in them. */
export interface Passage {
  readonly text: string;
  readonly mentions: readonly Named[];
}

/** The words of a statement with what stands around them. */
export interface Spoken {
  readonly text: string;
  readonly language: string;
  /** mentions within the statement, offsets counted from the start of `text` */
  readonly mentions: readonly Named[];
  /** the question and the words before it in the turn, with what they name */
  readonly context: Passage;
  /** the question's last sentence where these are the first words of the answer, else null */
  readonly answers?: Passage | null;
  /** the words right after it: "That statement was wrong." */
  readonly after: string;
  /** the state or body of the speaker */
  readonly party: string | null;
}

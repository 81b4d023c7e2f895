import type { Reference } from '../core/ledger/digest/find-references.ts';
import type { LedgerStatement, Section } from '../core/model/index.ts';

/** Which documents; every field narrows. Dates are EDTF, and a document of a month lies in a span that the month reaches into. */
export interface HeadQuery {
  /** where one of these speaks, by id or by name as printed */
  readonly persons?: readonly string[];
  readonly speakers?: readonly string[];
  readonly kinds?: readonly string[];
  readonly languages?: readonly string[];
  /** outlet, publisher or republisher */
  readonly outlets?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** by day, undated last, or latest first */
  readonly order?: 'day' | 'latest';
  readonly limit: number;
  readonly offset: number;
}

/** How far the record reaches. Occasions are events of speaking: versions of one count once (law T3). */
export interface RecordReach {
  readonly versions: number;
  readonly occasions: number;
  /** first and last known day of an occasion (EDTF) */
  readonly from: string | null;
  readonly to: string | null;
  readonly languages: readonly string[];
  /** officials by name */
  readonly officials: number;
}

/** Which statements; only versions that stand for their event are asked (law T3). */
export interface StatementQuery {
  /**
   * What they are about: a topic, an entity named in them, or words that stand side by side in their turn, of which they
   * hold those that matter: for each, the keys (as of a proposition) it may have.
   */
  readonly about:
    | { readonly topic: string }
    | { readonly entity: string }
    | { readonly words: string; readonly keys: readonly (readonly string[])[] };
  /** said by one of these, by id or by name as printed; null: by anybody */
  readonly by: { readonly persons: readonly string[]; readonly speakers: readonly string[] } | null;
  /** said for this party: an id in data/ */
  readonly party?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Which matters of the ledger; only versions that stand for their event are asked (law T3). */
export interface LedgerQuery {
  readonly sections: readonly Section[];
  /** only words of texts whose day of speaking is known */
  readonly isDated: boolean;
  /** only words said on or before this day; of a text whose day is not known, where a copy had been received by then */
  readonly until?: string;
  /** only texts of which a copy had been retrieved, else added, by this day */
  readonly recordedBy?: string;
  /** a party's name holds these words, or words that begin so */
  readonly party?: string;
  /** title or proof holds these words side by side; the last may be a beginning */
  readonly words?: string;
  /** only matters of which each of these is a statement's id */
  readonly ids?: readonly string[];
  /** matters of each section, those spoken of last first */
  readonly limit: number;
  readonly offset: number;
}

export interface LedgerAnswer {
  /** every statement of the matters that fits, so that each can be folded whole */
  readonly statements: readonly LedgerStatement[];
  /** matters in each section asked, all pages together */
  readonly totals: Readonly<Partial<Record<Section, number>>>;
}

/** How many statements there are on something, in how many occasions, from when to when (EDTF, where known). */
export interface SubjectCount {
  readonly id: string;
  readonly statements: number;
  readonly documents: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** What the record holds of a person, over versions that stand for their event. */
export interface PersonDigest {
  /** where he speaks, latest first */
  readonly speaks: readonly {
    readonly document: string;
    readonly date: string | null;
    readonly title: string;
    readonly turns: number;
  }[];
  /** where he is named and does not speak, latest first */
  readonly mentioned: readonly {
    readonly document: string;
    readonly date: string | null;
    readonly title: string;
    readonly times: number;
  }[];
  readonly topics: readonly { readonly id: string; readonly statements: number }[];
  /** statements by year; `no date` where it is not known */
  readonly years: Readonly<Record<string, number>>;
}

/** Somebody who speaks as official or guest, with occasions by month (or year, or `no date`). */
export interface HeardSpeaker {
  readonly speaker: string;
  readonly person: string | null;
  readonly documents: number;
  readonly months: Readonly<Record<string, number>>;
}

/**
 * A reference to another statement. `held`: is there a statement of that day by that speaker? null where it names no day, or
 * no speaker and something of the day is held. `times`: references to the same, by speaker and day.
 */
export interface HeldReference extends Reference {
  readonly document: string;
  readonly said: string | null;
  readonly held: boolean | null;
  readonly times: number;
}

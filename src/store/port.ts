import type { RecordDigest } from '../core/ledger/digest/digest-record.ts';
import type { ReviewItem } from '../core/ledger/digest/find-review-items.ts';
import type { Term } from '../core/ledger/digest/find-terms.ts';
import type { Statement } from '../core/ledger/statement.ts';
import type { StatementLine, StatementPlace } from '../core/ledger/statement-line.ts';
import type {
  Clue,
  DocumentHead,
  Finding,
  Judgement,
  Participant,
  Redirect,
  SavedSearch,
  Suggestion,
  TurnKind,
  VersionRecord,
  Voice,
} from '../core/model/index.ts';
import type { QuoteIndex } from '../core/quotes/quote-index.ts';
import type { VersionProfile } from '../core/versions/profile-document.ts';
import type {
  HeadQuery,
  HeardSpeaker,
  HeldReference,
  LedgerAnswer,
  LedgerQuery,
  PersonDigest,
  RecordReach,
  StatementQuery,
  SubjectCount,
} from './port-queries.ts';

export type * from './port-queries.ts';

/** How a version came to us once: an address (URL or file), under a name, at a time, perhaps inside a container. */
export interface Receipt {
  /** URL, or file path, or container!/member */
  readonly address: string;
  /** file name or last part of the address; a clue to date and title, never identity */
  readonly name: string;
  /** when the bytes were fetched, if the sidecar, WARC or HTTP says so (ISO 8601) */
  readonly retrieved: string | null;
  /** when they were added (ISO 8601); never part of an id or of an export */
  readonly added: string;
  /** sha256 of the container the bytes were a member of */
  readonly container: string | null;
}

/** What only a container said of its member: mail headers, the feed's item, the archive's record. */
export interface MemberContext {
  readonly clues: readonly Clue[];
  readonly findings: readonly Finding[];
}

/** What is kept for ever of a version (law K1): bytes, media type, sidecar, and what only the container said. */
export interface CaptureInput {
  readonly id: string;
  /** the whole hash behind `id` */
  readonly identity: string;
  /** hash of `bytes` */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** every key as handed over; null when there was none */
  readonly sidecar: Readonly<Record<string, unknown>> | null;
  /** clues and findings a container gave with its member; null for a file of its own */
  readonly context: MemberContext | null;
  /** the name it was read under: file name or last part of the address */
  readonly name: string;
  readonly receipt: Receipt;
}

/** What the pipeline made of a capture; derived, replaced as a whole by a rebuild. */
export interface Derivation {
  readonly record: VersionRecord;
  /** name and revision of the reader */
  readonly reader: string;
  /** revision of the vocabularies */
  readonly rules: string;
  /** what tells whether another text is of the same event */
  readonly profile: VersionProfile;
  /** what the operations over the whole record ask of it */
  readonly digest: RecordDigest;
}

/** `added`: new; `unchanged`: known bytes; `changed`: new bytes under an address that had other bytes. */
export type PutStatus = 'added' | 'unchanged' | 'changed';

/** A capture as stored, with all its receipts, oldest first. `name` is the smallest of the names it came under (law K4). */
export interface StoredCapture extends Omit<CaptureInput, 'receipt' | 'bytes'> {
  readonly receipts: readonly Receipt[];
}

/** Which turns are meant. */
export interface TurnFilter {
  /** FTS query as parsed by the service; null lists turns without one */
  readonly match: TextQuery | null;
  readonly persons?: readonly string[];
  readonly speakers?: readonly string[];
  readonly voices?: readonly Voice[];
  readonly kinds?: readonly TurnKind[];
  readonly from?: string;
  readonly to?: string;
  readonly languages?: readonly string[];
  readonly outlets?: readonly string[];
  readonly documents?: readonly string[];
  /** turns with a claim on this topic */
  readonly topic?: string;
  /** versions whose talk is left out, because another text of the same event stands for it (law T3) */
  readonly folded?: readonly string[];
}

export interface TurnQuery extends TurnFilter {
  readonly limit: number;
  readonly offset: number;
  /** by relevance unless said otherwise; without words always oldest first */
  readonly order?: 'relevance' | 'newest' | 'oldest';
}

/** How many turns of one version are alike in what facets count. */
export interface TurnCount {
  readonly document: string;
  readonly voice: Voice;
  readonly kind: TurnKind;
  readonly speaker: string | null;
  readonly person: string | null;
  readonly turns: number;
}

/** A search expression, free of any engine's syntax. */
export type TextQuery =
  | { readonly op: 'word'; readonly word: string; readonly prefix: boolean }
  | { readonly op: 'phrase'; readonly words: readonly string[] }
  | { readonly op: 'near'; readonly terms: readonly TextQuery[]; readonly distance: number }
  | { readonly op: 'and' | 'or'; readonly terms: readonly TextQuery[] }
  | { readonly op: 'not'; readonly keep: TextQuery; readonly drop: TextQuery };

export interface TurnHit {
  readonly document: string;
  /** position of the turn among the turns of its document */
  readonly ordinal: number;
}

/** A turn that was found, with the words of its body; offsets are UTF-16 units of the version's text. */
export interface FoundTurn {
  readonly id: string;
  readonly kind: TurnKind;
  readonly voice: Voice;
  readonly speaker: string | null;
  readonly bodyStart: number;
  readonly end: number;
  readonly body: string;
}

/** An address on the web that the record knows, and what came of asking it last; nulls when it was never asked by us. */
export interface Visit {
  readonly address: string;
  readonly kind: 'page' | 'feed';
  /** ISO 8601 */
  readonly at: string | null;
  readonly outcome: 'kept' | 'unchanged' | 'gone' | 'failed' | null;
  /** what the server wants to be asked with next time */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** of the bytes it gave last */
  readonly sha256: string | null;
}

/** What recurs in the statements of a version that no topic covers. */
export interface TermSet {
  readonly document: string;
  readonly terms: readonly Term[];
}

/** When a version first came into the record (ISO 8601). */
export interface Arrival {
  readonly id: string;
  readonly added: string;
}

/** One thing that is wrong with a store, and what mends it. */
export interface StoreProblem {
  readonly kind: string;
  readonly id: string;
  readonly what: string;
  readonly mend: string;
}

/** What to do where there is no record yet: make one, or go on with an empty one that is kept nowhere. */
export interface StoreOptions {
  readonly create: boolean;
  readonly orEmpty?: boolean;
}

/**
 * The store's port: what the services may ask of it. One contract suite (`store.contract.ts`) runs against every
 * implementation. Each `put…` is one transaction: a store killed at any moment holds whole documents only.
 *
 * Indexes derived from records (full text, quotations, claims) are projections: on SQLite, `sqlite/projection.ts`
 * `{name, migrations, add(db, {n, record}), remove(db, n)}`, listed in `sqlite/projections.ts`; they are written inside
 * the same transaction as the record.
 *
 * Ids are `ver:…` (a version) unless a parameter says otherwise. Answers about many versions come sorted by id.
 */
export interface Store {
  readonly address: string;
  close(): Promise<void>;

  /** Another word after every write, by whomever, while this store is open: what was folded before then may be folded anew. */
  revision(): Promise<string>;

  /** Is a version with this id there, derivation included? */
  has(id: string): Promise<boolean>;
  /**
   * Keep a capture and what was made of it. With known bytes only the receipt is noted; `derivation` is then used only if
   * `name` is smaller than the one known so far.
   */
  put(capture: CaptureInput, derivation: Derivation): Promise<PutStatus>;
  /** Note that known bytes came again, under a name that is not smaller than the one they have. */
  putReceipt(id: string, receipt: Receipt): Promise<void>;
  /** Replace what was made of a version (rebuild). Captures and judgements are not touched. */
  putDerivation(id: string, derivation: Derivation): Promise<void>;

  versionIds(): Promise<string[]>;
  capture(id: string): Promise<StoredCapture | null>;
  captureBytes(id: string): Promise<Uint8Array | null>;
  /**
   * A version with all its layers; null when unknown. `reading` asks for one that was replaced since: its text and layers
   * as they were then (law T1), under the facts of today.
   */
  record(id: string, reading?: number): Promise<VersionRecord | null>;
  /** The number of a version's current reading, for an id that is pinned to it (`…@r2`). */
  currentReading(id: string): Promise<number>;
  head(id: string): Promise<DocumentHead | null>;
  heads(): Promise<DocumentHead[]>;
  records(): AsyncIterable<VersionRecord>;
  /** Ids of versions whose id begins so (`ver:3fa9`), or that belong to the event (`doc:3fa9`), or both for bare hex. */
  findIds(prefix: string): Promise<string[]>;

  searchTurns(query: TurnQuery): Promise<readonly TurnHit[]>;
  /** The turns at these places, in the order asked; a place that is none throws `internal`. */
  turnsAt(hits: readonly TurnHit[]): Promise<readonly FoundTurn[]>;
  /** How many turns meet a filter, by version, voice, kind and speaker, in any order. */
  countTurns(filter: TurnFilter): Promise<readonly TurnCount[]>;
  /** Ids of the versions with a turn that meets a filter. */
  versionsWithTurns(filter: TurnFilter): Promise<ReadonlySet<string>>;
  /** How many turns that meet a filter have a claim on each topic. */
  countTopics(filter: TurnFilter): Promise<readonly { readonly topic: string; readonly turns: number }[]>;

  /** Documents that meet a query, each with its head. */
  findHeads(query: HeadQuery): Promise<{ readonly total: number; readonly items: readonly DocumentHead[] }>;
  /** The values a field of the heads has, sorted; nulls left out. */
  headValues(field: 'kind' | 'outlet' | 'publisher' | 'republisher' | 'language'): Promise<string[]>;
  /** Versions that stand for their event, where one text counts (law T3). */
  standing(): Promise<ReadonlySet<string>>;
  reach(): Promise<RecordReach>;
  /** Versions whose source says something of its rights, with what it says. */
  rightsStated(): Promise<Pick<DocumentHead, 'id' | 'rights'>[]>;
  /** Everybody who speaks as an official somewhere, each name and person once. */
  officials(): Promise<Pick<Participant, 'name' | 'person'>[]>;
  /** Everybody who takes part in a document, each name, person and label once. */
  participants(): Promise<Pick<Participant, 'name' | 'person' | 'labels'>[]>;

  /** Statements on a matter in order of time: day (unknown first), version, place. */
  statementLine(query: StatementQuery): Promise<StatementLine>;
  /** The statements that are kept at these places, as lines name them, in the order asked. */
  statementsAt(places: readonly StatementPlace[]): Promise<Statement[]>;
  /** All statements of a version, in order of place. */
  statementsOf(id: string): Promise<Statement[]>;
  ledgerStatements(query: LedgerQuery): Promise<LedgerAnswer>;
  /** Statements by topic, over versions that stand for their event; sorted by id. */
  topicCounts(): Promise<SubjectCount[]>;
  /** Terms of statements that no topic covers, by version that stands for its event, in order of ids. */
  terms(): AsyncIterable<TermSet>;
  personDigest(person: string): Promise<PersonDigest>;
  heardSpeakers(): Promise<HeardSpeaker[]>;
  /** References that lead out of the record, in order of version and place. */
  references(page: { readonly limit: number; readonly offset: number }): Promise<{
    readonly total: number;
    readonly items: readonly HeldReference[];
  }>;
  /** What deserves a person's eye, gravest first, then by version and place; `settled` are ids a person has judged. */
  reviewItems(query: {
    readonly document?: string;
    readonly settled: readonly string[];
    readonly limit: number;
  }): Promise<{ readonly total: number; readonly items: readonly ReviewItem[] }>;

  /** Where quotations come from. */
  readonly quotes: QuoteIndex;

  putJudgement(judgement: Judgement): Promise<void>;
  /** All judgements, oldest first. */
  judgements(): Promise<Judgement[]>;
  /** Those about a version or a part of it, with every undo; oldest first. */
  judgementsAbout(id: string): Promise<Judgement[]>;
  putRedirect(redirect: Redirect): Promise<void>;
  redirects(from?: string): Promise<Redirect[]>;

  /** Keep what a model suggested about a version; what has a known id is left as it is. Answers how many are new. */
  putSuggestions(id: string, suggestions: readonly Suggestion[]): Promise<number>;
  /** What was suggested about a version, or about all, sorted by id. */
  suggestions(id?: string): Promise<Suggestion[]>;

  /** Every known address, sorted: those we asked, and those that captures came from. A feed's items are not pages to revisit. */
  visits(): Promise<Visit[]>;
  /** Note a visit; the last one of an address stands. */
  putVisit(visit: Visit): Promise<void>;
  /** Versions that came from an address, oldest first. */
  versionsAt(address: string): Promise<string[]>;

  /** Versions whose first receipt is dated from `since` on (ISO 8601), newest first. */
  arrivals(since: string): Promise<readonly Arrival[]>;
  /** Searches that people keep, by name. */
  savedSearches(): Promise<SavedSearch[]>;
  /** Keep a search; one of the same name is replaced. */
  putSavedSearch(search: SavedSearch): Promise<void>;
  /** False when there was none of that name. */
  removeSavedSearch(name: string): Promise<boolean>;

  /** Check every hash, index and foreign key. Anchors and derivations are the service's to check. */
  inspect(): AsyncIterable<StoreProblem>;
}

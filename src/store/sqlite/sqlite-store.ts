import { DIGEST_REVISION } from '../../core/ledger/digest/digest-record.ts';
import type { StatementPlace } from '../../core/ledger/statement-line.ts';
import {
  type Judgement,
  OnrecordError,
  type Redirect,
  type SavedSearch,
  type Suggestion,
  type VersionRecord,
} from '../../core/model/index.ts';
import type { QuoteIndex } from '../../core/quotes/quote-index.ts';
import { hashText } from '../hash-text.ts';
import type {
  CaptureInput,
  Derivation,
  HeadQuery,
  LedgerQuery,
  PutStatus,
  Receipt,
  StatementQuery,
  Store,
  StoredCapture,
  StoreProblem,
  TurnCount,
  TurnFilter,
  TurnHit,
  TurnQuery,
  Visit,
} from '../port.ts';
import { SqliteQuoteIndex } from '../quotes/quote-index.ts';
import { settleQuotes } from '../quotes/quote-projection.ts';
import type { SqliteDatabase } from './database.ts';
import { readLedger } from './digests/read-ledger.ts';
import { readHeard, readPerson, readReferences, readReviewItems, readTopicCounts } from './digests/read-overview.ts';
import { countStatements, readLine, readStatements } from './digests/read-statements.ts';
import { readTerms } from './digests/term-projection.ts';
import {
  findHeads,
  type HeadRow,
  headValues,
  readHead,
  readOfficials,
  readParticipants,
  readReach,
  readRights,
  SELECT_HEAD,
} from './find-heads.ts';
import { addProfile, possibleKin, regroup, removeProfile } from './group-events.ts';
import { inspectSqlite } from './inspect.ts';
import { inspectEvents } from './inspect-events.ts';
import { pack, unpack, unpackText } from './pack.ts';
import type { Projection } from './projection.ts';
import { readRevision } from './read-revision.ts';
import { readTurns } from './read-turns.ts';
import { readArrivals, readSavedSearches, removeSavedSearch, writeSavedSearch } from './saved-searches.ts';
import { countTopics, countTurns, searchTurns, versionsWithTurns } from './search-turns.ts';
import { readVisits, versionsAt, writeVisit } from './visits.ts';

type Layers = Pick<VersionRecord, 'turns' | 'sentences' | 'mentions' | 'claims' | 'entries' | 'marks' | 'findings'>;

/** The record in one SQLite file. One connection; calls are synchronous inside and answer as promises. */
export class SqliteStore implements Store {
  readonly address: string;
  readonly db: SqliteDatabase;
  readonly quotes: QuoteIndex;
  readonly #projections: readonly Projection[];
  /** known to be there for every document; what this process adds has them */
  #hasDigests = false;

  constructor(address: string, db: SqliteDatabase, projections: readonly Projection[]) {
    this.address = address;
    this.db = db;
    this.quotes = new SqliteQuoteIndex(db);
    this.#projections = projections;
  }

  async close() {
    settleQuotes(this.db);
    this.db.close();
  }

  async revision() {
    return readRevision(this.db);
  }

  async has(id: string) {
    return this.#n(id) !== null;
  }

  async put(capture: CaptureInput, derivation: Derivation): Promise<PutStatus> {
    return this.db.transaction(() => {
      const known = this.#n(capture.id);
      if (known !== null) {
        this.#checkIdentity(capture);
        this.#addReceipt(known, capture.receipt);
        if (this.#rename(known, capture)) this.#derive(known, derivation);
        return 'unchanged';
      }
      const before = this.db.get('select 1 from receipt where address = ?', capture.receipt.address);
      this.db.run(
        'insert into blob (sha256, size, bytes) values (?, ?, ?) on conflict do nothing',
        capture.sha256,
        capture.bytes.length,
        pack(capture.bytes),
      );
      const { lastInsertRowid: n } = this.db.run(
        'insert into version (id, identity, sha256, media_type, name, sidecar, context) values (?, ?, ?, ?, ?, ?, ?)',
        capture.id,
        capture.identity,
        capture.sha256,
        capture.mediaType,
        capture.name,
        capture.sidecar && JSON.stringify(withoutRetrieved(capture.sidecar)),
        capture.context && JSON.stringify(capture.context),
      );
      this.#addReceipt(n, capture.receipt);
      this.#derive(n, derivation, true);
      return before ? 'changed' : 'added';
    });
  }

  async putReceipt(id: string, receipt: Receipt) {
    this.db.transaction(() => this.#addReceipt(this.#known(id), receipt));
  }

  async putDerivation(id: string, derivation: Derivation) {
    this.db.transaction(() => this.#derive(this.#known(id), derivation));
  }

  async versionIds() {
    return this.db.all<{ id: string }>('select id from version order by id').map((r) => r.id);
  }

  async capture(id: string): Promise<StoredCapture | null> {
    const row = this.db.get<CaptureRow>('select * from version where id = ?', id);
    if (!row) return null;
    return {
      id: row.id,
      identity: row.identity,
      sha256: row.sha256,
      mediaType: row.media_type,
      name: row.name,
      sidecar: row.sidecar === null ? null : JSON.parse(row.sidecar),
      context: row.context === null ? null : JSON.parse(row.context),
      receipts: this.db
        .all<Receipt>('select address, name, retrieved, added, container from receipt where n = ? order by id', row.n)
        .map((r) => ({ ...r })),
    };
  }

  async captureBytes(id: string) {
    const row = this.db.get<{ bytes: Uint8Array }>(
      'select bytes from blob join version using (sha256) where version.id = ?',
      id,
    );
    return row ? unpack(row.bytes) : null;
  }

  async currentReading(id: string) {
    return (
      this.db.get<{ r: number }>('select head.r from head join version using (n) where version.id = ?', id)?.r ?? 1
    );
  }

  async record(id: string, reading?: number) {
    const row = this.db.get<RecordRow>(
      `${SELECT_RECORD} and reading.r = coalesce(?, head.r) where version.id = ?`,
      reading ?? null,
      id,
    );
    if (!row) return null;
    const record = readRecord(row);
    return { ...record, findings: [...record.findings, ...possibleKin(this.db, id, () => this.#judgements())] };
  }

  async head(id: string) {
    const row = this.db.get<HeadRow>(`${SELECT_HEAD} where version.id = ?`, id);
    return row ? readHead(row) : null;
  }

  async heads() {
    return this.db.all<HeadRow>(`${SELECT_HEAD} order by version.id`).map(readHead);
  }

  async *records() {
    for (const id of await this.versionIds()) {
      const record = await this.record(id);
      if (record) yield record;
    }
  }

  async findIds(prefix: string) {
    const [, scheme, hex] = /^(?:(ver|doc):)?([0-9a-f]{1,12})$/.exec(prefix) ?? [];
    if (!hex) return [];
    // All ids of one event answer for it: doc: + the hex of any of its versions.
    const byVersion = this.db
      .all<{ id: string }>(
        "select id from version where id >= 'ver:' || ? and id < 'ver:' || ? || 'g' order by id",
        hex,
        hex,
      )
      .map((r) => r.id);
    if (scheme !== 'doc') return byVersion;
    return this.db
      .all<{ id: string }>(
        `select version.id from version join head using (n) where event in
         (select event from version join head using (n) where id in (select value from json_each(?))) order by version.id`,
        JSON.stringify(byVersion),
      )
      .map((r) => r.id);
  }

  async searchTurns(query: TurnQuery) {
    return searchTurns(this.db, query);
  }
  async turnsAt(hits: readonly TurnHit[]) {
    return readTurns(this.db, hits);
  }
  async countTurns(filter: TurnFilter): Promise<TurnCount[]> {
    return countTurns(this.db, filter);
  }
  async versionsWithTurns(filter: TurnFilter): Promise<ReadonlySet<string>> {
    return new Set(versionsWithTurns(this.db, filter));
  }
  async countTopics(filter: TurnFilter): Promise<{ topic: string; turns: number }[]> {
    return countTopics(this.db, filter);
  }

  async findHeads(query: HeadQuery) {
    return findHeads(this.db, query);
  }

  async headValues(field: Parameters<Store['headValues']>[0]) {
    return headValues(this.db, field);
  }

  async standing() {
    return new Set(
      this.db.all<{ id: string }>('select id from version join head using (n) where stands').map((r) => r.id),
    );
  }

  async reach() {
    return readReach(this.db);
  }

  async rightsStated() {
    return readRights(this.db);
  }

  async officials() {
    return readOfficials(this.db);
  }

  async participants() {
    return readParticipants(this.db);
  }

  async statementLine(query: StatementQuery) {
    this.#checkDigests();
    return readLine(this.db, query);
  }

  async statementsAt(places: readonly StatementPlace[]) {
    return readStatements(this.db, places, (n) => readHead(this.db.get<HeadRow>(`${SELECT_HEAD} where n = ?`, n)!));
  }

  async statementsOf(id: string) {
    this.#checkDigests();
    const version = this.#n(id);
    if (version === null) return [];
    return this.statementsAt(
      Array.from({ length: countStatements(this.db, version) }, (_, place) => ({ version, place })),
    );
  }

  async ledgerStatements(query: LedgerQuery) {
    this.#checkDigests();
    return readLedger(this.db, query);
  }

  async topicCounts() {
    this.#checkDigests();
    return readTopicCounts(this.db);
  }

  async *terms() {
    this.#checkDigests();
    yield* readTerms(this.db);
  }

  async personDigest(person: string) {
    this.#checkDigests();
    return readPerson(this.db, person);
  }

  async heardSpeakers() {
    this.#checkDigests();
    return readHeard(this.db);
  }

  async references(page: { readonly limit: number; readonly offset: number }) {
    this.#checkDigests();
    return readReferences(this.db, page);
  }

  async reviewItems(query: Parameters<Store['reviewItems']>[0]) {
    this.#checkDigests();
    return readReviewItems(this.db, query);
  }

  async putJudgement(j: Judgement) {
    this.db.transaction(() => {
      this.#insertJudgement(j);
      const ids = [j.about, j.other].filter((id) => id !== null);
      const about = j.decision === 'undo' ? this.#judgements().filter((old) => old.id === j.about) : [];
      this.#regroup([...ids, ...about.flatMap((old) => [old.about, ...(old.other ? [old.other] : [])])]);
    });
  }

  #insertJudgement(j: Judgement): void {
    this.db.run(
      'insert into judgement (id, about, other, decision, value, anchor, made_by, at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      j.id,
      j.about,
      j.other,
      j.decision,
      j.value,
      j.anchor && JSON.stringify(j.anchor),
      j.by,
      j.at,
      j.reason,
    );
  }

  async putSuggestions(id: string, suggestions: readonly Suggestion[]) {
    const n = this.#n(id);
    if (n === null) return 0;
    return this.db.transaction(() => {
      let added = 0;
      for (const s of suggestions) {
        if (this.db.get('select 1 from suggestion where id = ?', s.id)) continue;
        this.db.run('insert into suggestion (id, n, json) values (?, ?, ?)', s.id, n, JSON.stringify(s));
        added++;
      }
      return added;
    });
  }

  async suggestions(id?: string) {
    const rows =
      id === undefined
        ? this.db.all<{ json: string }>('select json from suggestion order by id')
        : this.db.all<{ json: string }>(
            'select json from suggestion join version using (n) where version.id = ? order by suggestion.id',
            id,
          );
    return rows.map((row) => JSON.parse(row.json) as Suggestion);
  }

  async judgements() {
    return this.#judgements();
  }

  async judgementsAbout(id: string) {
    return this.#judgements("where about = ?1 or about like ?1 || '/%' or decision = 'undo'", id);
  }

  #regroup(ids: Iterable<string>): void {
    regroup(this.db, ids, this.#judgements("where decision in ('merge', 'part', 'undo')"));
  }

  #judgements(where = '', ...values: string[]): Judgement[] {
    return this.db
      .all<Omit<Judgement, 'anchor'> & { anchor: string | null }>(
        `select id, about, other, decision, value, anchor, made_by as by, at, reason from judgement ${where} order by seq`,
        ...values,
      )
      .map((row): Judgement => ({ ...row, anchor: row.anchor === null ? null : JSON.parse(row.anchor) }));
  }

  async putRedirect(r: Redirect) {
    this.db.run(
      'insert into redirect (old, new, status, anchor) values (?, ?, ?, ?) on conflict do nothing',
      r.from,
      r.to ?? '',
      r.status,
      r.anchor && JSON.stringify(r.anchor),
    );
  }

  async redirects(from?: string) {
    return this.db
      .all<{ old: string; new: string; status: Redirect['status']; anchor: string | null }>(
        'select * from redirect where ?1 is null or old = ?1 order by old, new',
        from ?? null,
      )
      .map(
        (r): Redirect => ({
          from: r.old,
          to: r.new || null,
          status: r.status,
          anchor: r.anchor === null ? null : JSON.parse(r.anchor),
        }),
      );
  }

  async visits() {
    return readVisits(this.db);
  }

  async putVisit(visit: Visit) {
    writeVisit(this.db, visit);
  }

  async arrivals(since: string) {
    return readArrivals(this.db, since);
  }

  async savedSearches() {
    return readSavedSearches(this.db);
  }

  async putSavedSearch(search: SavedSearch) {
    writeSavedSearch(this.db, search);
  }

  async removeSavedSearch(name: string) {
    return removeSavedSearch(this.db, name);
  }

  async versionsAt(address: string) {
    return versionsAt(this.db, address);
  }

  async *inspect(): AsyncGenerator<StoreProblem> {
    yield* inspectSqlite(this.db, this.#projections);
    yield* inspectEvents(this.db, this.#judgements());
  }

  #n(id: string): number | null {
    return this.db.get<{ n: number }>('select n from version where id = ?', id)?.n ?? null;
  }

  #known(id: string): number {
    const n = this.#n(id);
    if (n === null) throw new OnrecordError('not-found', `${id}: no such document in ${this.address}`);
    return n;
  }

  /** A record whose documents were added before digests were kept answers nothing from them, rather than too little. */
  #checkDigests(): void {
    if (this.#hasDigests) return;
    const without = 'select count(*) as n from head where n not in (select n from statement_set where revision = ?)';
    const { n } = this.db.get<{ n: number }>(without, DIGEST_REVISION)!;
    if (n > 0)
      throw new OnrecordError(
        'store',
        `${this.address}: ${n} documents were added by another version of Onrecord and are not ready for this question`,
        'Run "onrecord rebuild" once.',
      );
    this.#hasDigests = true;
  }

  #checkIdentity(capture: CaptureInput): void {
    const row = this.db.get<{ identity: string }>('select identity from version where id = ?', capture.id);
    if (row && row.identity !== capture.identity)
      throw new OnrecordError(
        'internal',
        `${capture.id}: two different texts share this id`,
        'Please report it; nothing was changed.',
      );
  }

  #addReceipt(n: number, r: Receipt): void {
    this.db.run(
      'insert into receipt (n, address, name, retrieved, added, container) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
      n,
      r.address,
      r.name,
      r.retrieved,
      r.added,
      r.container,
    );
  }

  /**
   * The same bytes under several names are read under the smallest of them, so that the order of adding leaves no trace
   * (law K4). True when this capture's name is smaller than the one known so far.
   */
  #rename(n: number, { name, mediaType, context }: CaptureInput): boolean {
    const said = context && JSON.stringify(context);
    const sql = `update version set name = ?1, media_type = ?2, context = ?3
      where n = ?4 and (?1, ?2, coalesce(?3, '')) < (name, media_type, coalesce(context, ''))`;
    return this.db.run(sql, name, mediaType, said, n).changes > 0;
  }

  /** Write what was made of a version; of one that is not `isNew` what was there before goes first. */
  #derive(n: number, { record: made, reader, rules, profile, digest }: Derivation, isNew = false): void {
    // Half a surrogate pair cannot be stored as UTF-8; U+FFFD takes its place here, once, for every index alike.
    const record = { ...made, text: Buffer.from(made.text, 'utf8').toString('utf8') };
    if (!isNew) for (const projection of this.#projections.toReversed()) projection.remove(this.db, n);
    const { document, text, turns, sentences, mentions, claims, entries, marks, findings } = record;
    const layers: Layers = { turns, sentences, mentions, claims, ...(entries ? { entries } : {}), marks, findings };
    const textHash = hashText(text);
    const current = this.db.get<{ r: number; text_sha256: string }>(
      'select r, text_sha256 from reading where n = ? order by r desc limit 1',
      n,
    );
    // The same text keeps its reading; another text is a new reading and the old one stays (law T1).
    const r = current ? (current.text_sha256 === textHash ? current.r : current.r + 1) : 1;
    this.db.run(
      `insert into reading (n, r, reader, rules, text_sha256, text, layers) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (n, r) do update set reader = excluded.reader, rules = excluded.rules, layers = excluded.layers`,
      n,
      r,
      reader,
      rules,
      textHash,
      pack(text),
      pack(JSON.stringify(layers)),
    );
    const { event: _, ...rest } = document;
    this.db.run(
      `insert into head (n, r, event, date, day, language, kind, outlet, publisher, republisher, json)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (n) do update set r = excluded.r, date = excluded.date, day = excluded.day,
         language = excluded.language, kind = excluded.kind, outlet = excluded.outlet, publisher = excluded.publisher,
         republisher = excluded.republisher, json = excluded.json`,
      n,
      r,
      document.id.replace(/^ver:/, 'doc:'),
      document.date,
      document.date ?? document.published,
      document.language,
      document.kind,
      document.outlet,
      document.publisher,
      document.republisher,
      JSON.stringify(rest),
    );
    for (const projection of this.#projections) projection.add(this.db, { n, record, digest });
    const kin = isNew ? [] : removeProfile(this.db, n, document.id);
    addProfile(this.db, n, profile);
    this.#regroup([document.id, ...kin]);
  }
}

interface CaptureRow {
  n: number;
  id: string;
  identity: string;
  sha256: string;
  media_type: string;
  name: string;
  sidecar: string | null;
  context: string | null;
}
interface RecordRow extends HeadRow {
  text: Uint8Array;
  layers: Uint8Array;
}
/** When the bytes were fetched belongs to the receipt. */
function withoutRetrieved({ retrieved: _, ...rest }: Readonly<Record<string, unknown>>) {
  return rest;
}

const SELECT_RECORD = `select version.id, head.event, head.json, reading.text, reading.layers
  from version join head using (n) join reading on reading.n = head.n`;

function readRecord(row: RecordRow): VersionRecord {
  const layers = JSON.parse(unpackText(row.layers)) as Layers;
  return { document: readHead(row), text: unpackText(row.text), ...layers };
}

import { readFileSync } from 'node:fs';
import type { Coverage, DocumentHead, VersionRecord } from '../../core/model/index.ts';
import { type Lexicon, lexiconOf } from '../../core/quotes/lexicon.ts';
import { NameBook } from '../../core/quotes/match-names.ts';
import { hashOf } from '../../core/text/ids.ts';
import { allHeads } from '../find/all-heads.ts';
import { countHoldings } from '../holdings.ts';
import type { Context } from '../operation.ts';
import { type ClaimedSpeaker, resolveSpeaker } from './attribution.ts';

const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** What is held of somebody: the days on which he speaks, ascending, one an event; the exact ones as days since 1970. */
interface Held {
  readonly dates: readonly string[];
  readonly days: readonly number[];
  readonly events: number;
}
export const isDay = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date);
export const DAY_MS = 86_400_000;

/** What many checks share: the vocabulary, the heads of documents, the names already resolved. */
export class CheckSession {
  readonly lexicon: Lexicon;
  readonly #ctx: Context;
  readonly #heads = new Map<string, DocumentHead | null>();
  readonly #speakers = new Map<string, ClaimedSpeaker>();
  readonly #dates = new Map<ClaimedSpeaker, Held>();
  readonly #holds = new Map<ClaimedSpeaker, ReadonlySet<string>>();
  #book: { names: NameBook<DocumentHead>; persons: Map<string, DocumentHead[]> } | null = null;
  #speakerBook: NameBook<string> | null = null;
  #outlets: readonly string[] = [];
  #record: VersionRecord | null = null;
  #all: readonly DocumentHead[] | null = null;
  #events: Map<string, DocumentHead[]> | null = null;
  #coverage: Pick<Coverage, 'documents' | 'from' | 'to' | 'languages'> | null = null;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.lexicon = lexiconOf(ctx.rules.cues);
  }
  get index() {
    return this.#ctx.store.quotes;
  }
  async head(id: string): Promise<DocumentHead | null> {
    let head = this.#heads.get(id);
    if (head === undefined) {
      head = await this.#ctx.store.head(id);
      this.#heads.set(id, head);
    }
    return head;
  }
  /** A version with its layers; the last one asked for is kept, because the next quotation is often of it. */
  async record(id: string): Promise<VersionRecord | null> {
    if (this.#record?.document.id !== id) this.#record = await this.#ctx.store.record(id);
    return this.#record;
  }
  async heads(): Promise<readonly DocumentHead[]> {
    this.#all ??= await allHeads(this.#ctx.store);
    return this.#all;
  }
  get rules() {
    return this.#ctx.rules;
  }
  get rulesRevision() {
    return this.#ctx.rules.revision;
  }
  readonly program = `onrecord ${PROGRAM_VERSION}`;
  /** Names the state of the record: two reports with one fingerprint were checked against the same texts. */
  async fingerprint(): Promise<string> {
    return hashOf(
      (await this.heads())
        .map((h) => h.id)
        .sort()
        .join(' '),
    ).slice(0, 12);
  }
  /** Everybody who speaks in the record or stands in the vocabulary; outlets that ask are nobody. */
  async personNames(): Promise<string[]> {
    const outlets = new Set((await this.heads()).flatMap((h) => [h.outlet, h.publisher, h.republisher]));
    const spoken = (await this.index.speakers()).flatMap((s) => (s.speaker ? [s.speaker] : []));
    const known = this.#ctx.rules.people.flatMap((p) => [p.name, ...Object.values(p.names), ...p.aliases]);
    return [...spoken.filter((name) => !outlets.has(name)), ...known];
  }
  /** What the record holds in all; counted once. */
  async coverage() {
    if (!this.#coverage) {
      const { occasions: documents, from, to, languages } = countHoldings(await this.heads());
      this.#coverage = { documents, from, to, languages: [...languages] };
    }
    return this.#coverage;
  }
  async versionsOf(event: string): Promise<readonly DocumentHead[]> {
    if (!this.#events) {
      this.#events = new Map();
      for (const h of await this.heads()) {
        const list = this.#events.get(h.event);
        if (list) list.push(h);
        else this.#events.set(h.event, [h]);
      }
    }
    return this.#events.get(event) ?? [];
  }
  async heldOf(claimed: ClaimedSpeaker): Promise<Held> {
    return this.#dates.get(claimed) ?? this.#held(claimed);
  }
  async #held(claimed: ClaimedSpeaker): Promise<Held> {
    const book = await this.#participantBook();
    const events = new Map<string, string | null>();
    for (const head of claimed.names.flatMap((n) => book.names.find(n))) events.set(head.event, head.date);
    for (const person of claimed.persons)
      for (const head of book.persons.get(person) ?? []) events.set(head.event, head.date);
    const dates = [...events.values()].filter((d) => d !== null).sort();
    const days = dates.filter(isDay).map((d) => Date.parse(d) / DAY_MS);
    const held = { dates, days, events: events.size };
    this.#dates.set(claimed, held);
    return held;
  }
  /** Who takes part where, by name and by id. */
  async #participantBook() {
    if (this.#book) return this.#book;
    const names = new NameBook<DocumentHead>(this.lexicon.words.titles);
    const persons = new Map<string, DocumentHead[]>();
    for (const h of await this.heads())
      for (const p of h.participants) {
        if (p.name !== null) names.add(p.name, h);
        if (p.person === null) continue;
        const list = persons.get(p.person);
        if (list) list.push(h);
        else persons.set(p.person, [h]);
      }
    this.#book = { names, persons };
    return this.#book;
  }
  /** Is nothing held, of a speaker or in all, known to be in the words he spoke? */
  async holdsOnlyRenderings(claimed: ClaimedSpeaker | null): Promise<boolean> {
    const ids = claimed ? await this.documentsWith(claimed) : null;
    const heads = (await this.heads()).filter((h) => !ids || ids.has(h.id));
    return heads.length > 0 && heads.every((h) => h.translation !== 'original');
  }
  /** Ids of the documents in which somebody may speak. */
  async documentsWith(claimed: ClaimedSpeaker): Promise<ReadonlySet<string>> {
    let known = this.#holds.get(claimed);
    if (!known) {
      const book = await this.#participantBook();
      const heads = [
        ...claimed.names.flatMap((n) => book.names.find(n)),
        ...[...claimed.persons].flatMap((p) => book.persons.get(p) ?? []),
      ];
      known = new Set(heads.map((h) => h.id));
      this.#holds.set(claimed, known);
    }
    return known;
  }
  async speaker(printed: string): Promise<ClaimedSpeaker> {
    let known = this.#speakers.get(printed);
    if (!known) {
      if (!this.#speakerBook) {
        const heads = await this.heads();
        this.#outlets = [...new Set(heads.flatMap((h) => [h.outlet, h.publisher]).filter((o) => o !== null))];
        this.#speakerBook = new NameBook(this.lexicon.words.titles);
        for (const s of await this.index.speakers()) if (s.speaker) this.#speakerBook.add(s.speaker, s.speaker);
      }
      known = resolveSpeaker(printed, this.#ctx.rules, this.lexicon, this.#speakerBook, this.#outlets);
      this.#speakers.set(printed, known);
    }
    return known;
  }
}

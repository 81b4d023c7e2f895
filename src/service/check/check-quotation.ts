import { readFileSync } from 'node:fs';
import {
  type Coverage,
  type DocumentHead,
  type Match,
  OnrecordError,
  type Quotation,
  type QuoteCheck,
} from '../../core/model/index.ts';
import { sentenceEnd, sentenceStart } from '../../core/quotes/cuts/cut.ts';
import { type FoundEdit, type Piece, spanOf } from '../../core/quotes/find-edits.ts';
import { type Attribution, judgeQuote, MAY_BE_PRINTED, type SourceReading } from '../../core/quotes/judge-quote.ts';
import { type Lexicon, lexiconOf } from '../../core/quotes/lexicon.ts';
import { NameBook } from '../../core/quotes/match-names.ts';
import { parseQuote } from '../../core/quotes/parse-quote.ts';
import { textOf } from '../../core/quotes/passage.ts';
import type { IndexedPassage } from '../../core/quotes/quote-index.ts';
import { hashOf } from '../../core/text/ids.ts';
import type { Context } from '../operation.ts';
import { type ClaimedSpeaker, isOtherVoice, relate, resolveSpeaker } from './attribution.ts';
import { coverageOf } from './coverage.ts';
import { type FoundReading, findReading, NOTHING } from './find-reading.ts';
import { CLAIMED } from './fit-range.ts';
import { witnessOf } from './witness.ts';

const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/** A quotation longer than this is a text, to be added and compared. */
export const MAX_QUOTE_CHARS = 20_000;
/** Occurrences listed beside the one that was matched. */
const MAX_OCCURRENCES = 20;

/** What many checks share: the vocabulary, the heads of documents, the names already resolved. */
export class CheckSession {
  readonly lexicon: Lexicon;
  readonly #ctx: Context;
  readonly #heads = new Map<string, DocumentHead | null>();
  readonly #speakers = new Map<string, ClaimedSpeaker>();
  readonly #dates = new Map<ClaimedSpeaker, { dates: string[]; events: number }>();
  readonly #holds = new Map<ClaimedSpeaker, ReadonlySet<string>>();
  #book: { names: NameBook<DocumentHead>; persons: Map<string, DocumentHead[]> } | null = null;
  #speakerBook: NameBook<string> | null = null;
  #all: DocumentHead[] | null = null;
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
  async heads(): Promise<DocumentHead[]> {
    this.#all ??= await this.#ctx.store.heads();
    return this.#all;
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
  async personNames(): Promise<string[]> {
    const spoken = (await this.index.speakers()).flatMap((s) => (s.speaker ? [s.speaker] : []));
    return [...spoken, ...this.#ctx.rules.people.flatMap((p) => [p.name, ...Object.values(p.names), ...p.aliases])];
  }
  /** What the record holds in all; counted once. */
  async coverage() {
    if (this.#coverage) return this.#coverage;
    const heads = await this.heads();
    const dates = heads.flatMap((h) => (h.date ? [h.date] : [])).sort();
    this.#coverage = {
      documents: new Set(heads.map((h) => h.event)).size,
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
      languages: [...new Set(heads.flatMap((h) => (h.language ? [h.language] : [])))].sort(),
    };
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
  /** Days on which somebody speaks, in order, one an event. */
  async datesOf(claimed: ClaimedSpeaker): Promise<readonly string[]> {
    const known = this.#dates.get(claimed) ?? (await this.#held(claimed));
    return known.dates;
  }
  async documentsOf(claimed: ClaimedSpeaker): Promise<number> {
    const known = this.#dates.get(claimed) ?? (await this.#held(claimed));
    return known.events;
  }
  async #held(claimed: ClaimedSpeaker) {
    const book = await this.#participantBook();
    const events = new Map<string, string | null>();
    for (const head of claimed.names.flatMap((n) => book.names.find(n))) events.set(head.event, head.date);
    for (const person of claimed.persons)
      for (const head of book.persons.get(person) ?? []) events.set(head.event, head.date);
    const dates = [...events.values()].filter((d) => d !== null).sort();
    const held = { dates, events: events.size };
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
      const heads = await this.heads();
      const outlets = new Set(heads.flatMap((h) => [h.outlet, h.publisher]).filter((o) => o !== null));
      if (!this.#speakerBook) {
        this.#speakerBook = new NameBook(this.lexicon.words.titles);
        for (const s of await this.index.speakers()) if (s.speaker) this.#speakerBook.add(s.speaker, s.speaker);
      }
      known = resolveSpeaker(printed, this.#ctx.rules, this.lexicon, this.#speakerBook, [...outlets]);
      this.#speakers.set(printed, known);
    }
    return known;
  }
}

/** Another person's passage must agree so far before anybody is told that the words are not his. */
const SURE_OF_ANOTHER = 0.88;

/** A reading with what its place says about the claim. */
interface Placed {
  readonly reading: SourceReading;
  readonly head: DocumentHead | null;
  readonly speaker: Attribution['speaker'];
  readonly isOtherVoice: boolean;
  /** who speaks, for telling people apart; null when unknown */
  readonly who: string | null;
  readonly isDay: boolean;
  readonly isDocument: boolean;
}

/** Check one quotation against the whole record. */
export async function checkQuotation(session: CheckSession, quotation: Quotation): Promise<QuoteCheck> {
  if (quotation.quote.length > MAX_QUOTE_CHARS)
    throw new OnrecordError(
      'too-large',
      `a quotation of ${quotation.quote.length} characters; the check takes ${MAX_QUOTE_CHARS}`,
      'Add the text to the record and compare the two documents.',
    );
  const quote = parseQuote(quotation.quote, session.lexicon);
  const claimed = quotation.speaker ? await session.speaker(quotation.speaker) : null;
  const findings: string[] = [];
  if (claimed && !claimed.isKnown)
    findings.push(`Nobody called "${quotation.speaker}" speaks in this record; the name was not checked.`);
  if (claimed?.isBody) findings.push(`"${quotation.speaker}" is a body; whoever spoke for it is shown, not checked.`);
  const asked = claimed?.isKnown ? claimed : null;
  const place = (piece: Piece) => placeOf(session, quotation, asked, piece);
  const found: FoundReading =
    quote.words.length === 0
      ? NOTHING
      : await findReading({
          index: session.index,
          quote,
          lexicon: session.lexicon,
          among: asked ? await session.documentsWith(asked) : null,
          prefer: async (document, turn) => scoreOf(await placeTurn(session, quotation, asked, document, turn)),
        });
  if (found.readings.length === 0) return notFound(session, quotation, found, claimed, findings);
  const placed: Placed[] = [];
  for (const reading of found.readings) placed.push({ reading, ...(await place(reading.pieces[0]!)) });
  // an elided or joined reading takes the gravest of its pieces
  const best = placed[0]!;
  let speaker = best.speaker;
  for (const piece of best.reading.pieces.slice(1)) {
    const other = await place(piece);
    if (speaker === 'same' && other.speaker !== 'same') speaker = other.speaker;
  }
  const people = new Set(
    placed
      .filter((p) => !p.isOtherVoice)
      .map((p) => p.who)
      .filter((w) => w !== null),
  );
  // words that were changed and are not his: a formula that many use, not a source
  if (speaker === 'other' && best.reading.bond === 'one' && found.strength < SURE_OF_ANOTHER)
    return notFound(session, quotation, { ...found, readings: [], near: found.best }, claimed, findings);
  const judged = judgeQuote(
    quote,
    best.reading,
    {
      speaker,
      isOtherVoice: best.isOtherVoice,
      isMisdated: isMisdated(
        quotation.date,
        placed.filter((p) => p.speaker === best.speaker),
      ),
      isAmbiguous: !asked && people.size > 1,
    },
    session.lexicon,
  );
  const isOtherDay = judged.verdict !== 'misdated' && isOnOtherDay(quotation.date, placed);
  if (isOtherDay)
    findings.push(
      `The record has these words under ${best.head?.date}, not ${quotation.date}; that day may be of publication.`,
    );
  const isUnsure =
    isOtherDay || found.certainty === 'possible' || speaker === 'unknown' || (claimed !== null && !claimed.isKnown);
  if (speaker === 'unknown' && !claimed?.isBody)
    findings.push('It is not clear from the source who speaks these words, so they are laid to nobody.');
  if (quotation.document && !placed.some((p) => p.isDocument))
    findings.push(`The words do not stand in ${quotation.document}; they were found elsewhere.`);
  const certainty = isUnsure && judged.verdict !== 'misattributed' ? 'possible' : 'sure';
  const matches: Match[] = [];
  for (const piece of best.reading.pieces) matches.push(await matchOf(session, quote, piece, found.strength));
  const others = dedupeEvents(placed.slice(1), best);
  for (const p of others.slice(0, MAX_OCCURRENCES))
    matches.push(await matchOf(session, quote, p.reading.pieces[0]!, found.strength));
  const acceptable = MAY_BE_PRINTED.has(judged.verdict) && certainty === 'sure';
  const isBody = claimed?.isBody === true && MAY_BE_PRINTED.has(judged.verdict);
  return {
    ...(quotation.id === undefined ? {} : { id: quotation.id }),
    verdict: judged.verdict,
    certainty: isBody ? 'sure' : certainty,
    acceptable: acceptable || isBody,
    matches,
    edits: judged.edits.map(publicEdit),
    joins: [...judged.joins],
    why: judged.why,
    ...(judged.frame ? { frame: judged.frame } : {}),
    printable: acceptable || isBody ? null : printableOf(best.reading, judged.verdict),
    witness: await witnessOf(session, best.head, judged.verdict),
    coverage: await coverageOf(session, quotation, claimed),
    features: { ...judged.features, strength: round(found.strength) },
    ...(findings.length > 0 ? { findings } : {}),
  };
}

const round = (x: number) => Math.round(x * 1000) / 1000;

function publicEdit(e: FoundEdit) {
  const { op, match, from, to, start, end, at, flag, flags } = e;
  return { op, match, from, to, start, end, at, flag, flags };
}

async function placeOf(session: CheckSession, q: Quotation, claimed: ClaimedSpeaker | null, piece: Piece) {
  const turn = piece.passage.turns[piece.passage.words[piece.s0]!.turn]!;
  return placeTurn(session, q, claimed, piece.passage.document, turn);
}

async function placeTurn(
  session: CheckSession,
  q: Quotation,
  claimed: ClaimedSpeaker | null,
  document: string,
  turn: IndexedPassage['turns'][number],
): Promise<Omit<Placed, 'reading'>> {
  const head = await session.head(document);
  return {
    head,
    speaker: claimed ? relate(claimed, turn, head, session.lexicon) : 'unclaimed',
    isOtherVoice: isOtherVoice(turn),
    // a person known only inside its document has another id in each: there the name tells
    who: turn.person !== null && !turn.person.includes('/') ? turn.person : turn.speaker,
    isDay: q.date !== undefined && head?.date === q.date,
    isDocument: q.document !== undefined && (document === q.document || head?.event === q.document),
  };
}

/** The claimed speaker first, then the claimed document and day, then those who answer before those who ask. */
function scoreOf(p: Omit<Placed, 'reading'>): number {
  const speaker = { same: CLAIMED, unclaimed: 200, unknown: 100, other: 0 }[p.speaker];
  return speaker + (p.isDocument ? 20 : 0) + (p.isDay ? 10 : 0) + (p.isOtherVoice ? 0 : 1);
}

/** Known to the day, and known to be the day of speaking. */
const exactDay = (head: DocumentHead | null) =>
  head?.date && /^\d{4}-\d\d-\d\d$/.test(head.date) && (head.dateKind === 'said' || head.dateKind === 'sidecar')
    ? head.date
    : null;

/** Texts are put out within days of the speech; beyond so many the claimed day is contradicted, though not disproved. */
const PUBLICATION_DAYS = 3;

/** Does every occurrence carry a day, of speaking or of publication, that is not the claimed one? */
function isOnOtherDay(date: string | undefined, placed: readonly Placed[]): boolean {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  return placed.every((p) => {
    const day = p.head?.date;
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return false;
    return Math.abs(Date.parse(day) - Date.parse(date)) > PUBLICATION_DAYS * 86_400_000;
  });
}

function isMisdated(date: string | undefined, placed: readonly Placed[]): boolean {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  return placed.every((p) => {
    const day = exactDay(p.head);
    return day !== null && day !== date;
  });
}

/** One occurrence an event: a mirror says nothing twice. */
function dedupeEvents(placed: readonly Placed[], best: Placed): Placed[] {
  const seen = new Set([`${best.head?.event}|${best.who}`]);
  return placed.filter((p) => {
    const key = `${p.head?.event}|${p.who}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function matchOf(
  session: CheckSession,
  quote: ReturnType<typeof parseQuote>,
  piece: Piece,
  strength: number,
): Promise<Match> {
  const { passage } = piece;
  const span = spanOf(quote, piece);
  const turn = passage.turns[passage.words[piece.s0]!.turn]!;
  const head = await session.head(passage.document);
  return {
    document: passage.document,
    turn: turn.id,
    ...span,
    text: textOf(passage, span.start, span.end),
    speaker: turn.speaker,
    person: turn.person,
    voice: turn.voice,
    date: head?.date ?? null,
    score: round(strength),
  };
}

/** Longest text offered for printing, in words. */
const MAX_PRINTABLE_WORDS = 60;

/** The whole sentences of the source: what may be printed instead. Nothing where the words are another's. */
function printableOf(reading: SourceReading, verdict: string): string | null {
  if (verdict === 'misattributed' || reading.pieces.length === 0) return null;
  const sentence = (piece: Piece) => {
    const from = sentenceStart(piece.passage, piece.s0);
    const to = sentenceEnd(piece.passage, piece.s1 - 1);
    return { from, to, passage: piece.passage };
  };
  const { from, to, passage } = sentence(reading.pieces[0]!);
  if (to - from > MAX_PRINTABLE_WORDS) return null;
  if (passage.words[from]!.turn !== passage.words[to - 1]!.turn) return null;
  const end = passage.words[to]?.start ?? passage.base + passage.text.length;
  const turn = passage.turns[passage.words[to - 1]!.turn]!;
  return textOf(passage, passage.words[from]!.start, Math.min(end, turn.end)).trim();
}

async function notFound(
  session: CheckSession,
  quotation: Quotation,
  found: FoundReading,
  claimed: ClaimedSpeaker | null,
  findings: string[],
): Promise<QuoteCheck> {
  const coverage = await coverageOf(session, quotation, claimed);
  const language = languageGap(quotation.quote, coverage.languages);
  const reason = coverage.documents === 0 ? 'not-in-record' : language ? 'language-not-held' : 'not-in-record';
  const near = found.near;
  const piece = near?.piece;
  if (piece && found.strength > 0.3) {
    const { passage } = piece;
    const text = textOf(passage, passage.words[piece.s0]!.start, passage.words[piece.s1 - 1]!.end);
    findings.push(
      `The nearest passage held is "${text.slice(0, 200)}" (${passage.document}); too little of it agrees.`,
    );
  }
  return {
    ...(quotation.id === undefined ? {} : { id: quotation.id }),
    verdict: 'not-found',
    certainty: 'sure',
    acceptable: false,
    matches: [],
    edits: [],
    joins: [],
    why:
      reason === 'language-not-held'
        ? 'The record holds no text in the language of this quotation, so it cannot tell.'
        : `These words do not stand in this record. ${coverage.note}`,
    reason,
    printable: null,
    witness: null,
    coverage,
    features: { strength: round(found.strength) },
    ...(findings.length > 0 ? { findings } : {}),
  };
}

/** Written in a script of which no held language makes use. */
function languageGap(quote: string, languages: readonly string[]): boolean {
  if (languages.length === 0) return false;
  const cyrillic = /\p{Script=Cyrillic}/u.test(quote);
  const latin = /\p{Script=Latin}/u.test(quote);
  const holdsCyrillic = languages.some((l) => /^(?:ru|uk|be|bg|sr|mk|kk)\b/.test(l));
  if (cyrillic && !latin) return !holdsCyrillic;
  return latin && !cyrillic && languages.every((l) => /^(?:ru|uk|be|bg|zh|ja|ar|fa|he|ko)\b/.test(l));
}

import type { DocumentHead, VersionRecord } from '../model/index.ts';
import { publicAddress } from './public-address.ts';
import { supplyTitle } from './supply-title.ts';

/** What a citation is made of. A fact that the source does not print is `supplied`, and every style sets it in brackets. */
export interface Fact {
  readonly value: string;
  readonly supplied: boolean;
}

/** What only the capture knows: what was handed over with it, where a copy is archived, when the bytes were fetched. */
export interface CaptureFacts {
  readonly sidecar: Readonly<Record<string, unknown>>;
  readonly archive: string | null;
  /** ISO 8601 */
  readonly retrieved: string | null;
}

/** The passage cited: its id, pinned to a reading, and its words. */
export interface CitedPart {
  readonly pinned: string;
  /** its page under the public address of the site */
  readonly page?: string | null;
  readonly speaker: string | null;
  /** null when the whole document is cited */
  readonly words: string | null;
}

export interface CiteFacts {
  readonly pinned: string;
  /** where the site shows it to the world; null where no public address is set */
  readonly page: string | null;
  readonly kind: string | null;
  readonly speakers: readonly string[];
  /** is one passage cited, so that a missing speaker has to be said? */
  readonly isPassage: boolean;
  readonly interviewer: Fact | null;
  readonly title: Fact | null;
  readonly outlet: Fact | null;
  readonly publisher: Fact | null;
  readonly number: Fact | null;
  readonly place: string | null;
  /** day of speaking, or of publication when no other is known (EDTF) */
  readonly date: Fact | null;
  readonly isDateOfPublication: boolean;
  readonly published: string | null;
  readonly language: string | null;
  /** whose translation, in words, with the missing translator in brackets; null for an original or when not stated */
  readonly translation: string | null;
  /** who mirrors the text cited: the address is the mirror's */
  readonly mirror: string | null;
  readonly url: string | null;
  readonly archive: string | null;
  /** EDTF day */
  readonly accessed: string | null;
  readonly quote: string | null;
}

const TRANSLATIONS: Readonly<Record<string, string>> = {
  official: 'official translation [translator not named]',
  other: 'translation [translator not named]',
  machine: 'machine translation',
};
/** Longest quotation in a citation, in words; a choice of ours: enough to find the place, short enough to paste. */
const QUOTED_WORDS = 40;
/** Of a document with many speakers, the first few stand for all. */
const NAMED_SPEAKERS = 3;

/** Gather what a citation says from a version, its capture and the passage cited. */
export function collectFacts(record: VersionRecord, capture: CaptureFacts, part: CitedPart): CiteFacts {
  const { document: d, text } = record;
  const isPassage = part.words !== null;
  // Handed over beside the bytes and nowhere in the text: the source does not print it.
  const fact = (field: string, value: string | null): Fact | null =>
    value === null || value.trim() === ''
      ? null
      : { value: flat(value), supplied: capture.sidecar[field] === value && !text.includes(value) };
  const isInterview =
    d.kind === 'interview' || (d.kind === null && d.participants.some((p) => p.role === 'interviewer'));
  const asked = d.participants.filter((p) => p.role === 'interviewer' && p.name !== null).map((p) => flat(p.name!));
  const outlet = fact('outlet', d.outlet);
  return {
    pinned: part.pinned,
    page: part.page ?? null,
    kind: d.kind,
    speakers: isPassage ? (part.speaker ? [flat(part.speaker)] : []) : mainSpeakers(d),
    isPassage,
    interviewer: !isInterview ? null : asked.length === 1 ? { value: asked[0]!, supplied: false } : outlet,
    title: fact('title', d.title) ?? { value: flat(supplyTitle(d)), supplied: true },
    outlet,
    publisher: fact('publisher', d.publisher),
    number: fact('number', d.number),
    place: d.place,
    date: d.date ? { value: d.date, supplied: d.dateKind !== 'said' && d.dateKind !== 'published' } : null,
    isDateOfPublication: d.dateKind === 'published',
    published: d.published,
    language: d.language,
    translation: TRANSLATIONS[d.translation] ?? null,
    mirror: d.republisher ? flat(d.republisher) : null,
    url: publicAddress(d.url),
    archive: publicAddress(capture.archive),
    accessed: /^\d{4}-\d\d-\d\d/.exec(capture.retrieved ?? '')?.[0] ?? null,
    quote: part.words === null ? null : shortQuote(part.words),
  };
}

function mainSpeakers(d: DocumentHead): string[] {
  const names = d.participants
    .filter((p) => p.name && (p.role === 'official' || p.role === 'guest'))
    .map((p) => flat(p.name!));
  const unique = [...new Set(names)];
  return unique.length > NAMED_SPEAKERS ? [...unique.slice(0, NAMED_SPEAKERS), 'and others'] : unique;
}

/** One line, without controls or marks of direction, which would reorder the citation around it. */
export const flat = (s: string): string =>
  s
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function shortQuote(words: string): string {
  const all = flat(words).split(' ');
  return all.length <= QUOTED_WORDS ? all.join(' ') : `${all.slice(0, QUOTED_WORDS).join(' ')} […]`;
}

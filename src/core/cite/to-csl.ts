import type { CiteFacts, Fact } from './collect-facts.ts';
import type { CslItem } from './csl-item.ts';
import { datePartsOf } from './date-words.ts';

const TYPES: Readonly<Record<string, CslItem['type']>> = {
  interview: 'interview',
  speech: 'speech',
  article: 'article',
};

/** The citation as a CSL-JSON item. Names stay whole; what has no field of its own stands in `note`. */
export function toCsl(facts: CiteFacts): CslItem {
  const item: CslItem = {
    id: facts.pinned,
    type: TYPES[facts.kind ?? ''] ?? (facts.interviewer ? 'interview' : 'webpage'),
  };
  if (facts.speakers.length > 0) item.author = facts.speakers.map((literal) => ({ literal }));
  if (facts.title) item.title = bracketed(facts.title);
  if (facts.interviewer) item.interviewer = [{ literal: bracketed(facts.interviewer) }];
  if (facts.outlet) item['container-title'] = bracketed(facts.outlet);
  if (facts.publisher) item.publisher = bracketed(facts.publisher);
  if (facts.number) item.number = bracketed(facts.number);
  const said = facts.isDateOfPublication ? null : cslDate(facts.date?.value ?? null);
  const issued = cslDate(facts.published ?? facts.date?.value ?? null);
  if (issued) item.issued = issued;
  if (said) item['event-date'] = said;
  if (facts.place) item['event-place'] = facts.place;
  const accessed = cslDate(facts.accessed);
  if (accessed) item.accessed = accessed;
  if (facts.url) item.URL = facts.url;
  if (facts.archive) item.archive_location = facts.archive;
  if (facts.language) item.language = facts.language;
  if (facts.translation) item.genre = facts.translation;
  item.note = notesOf(facts).join('; ');
  return item;
}

/** The id, pinned to a reading, and its page where the site has a public address. */
export const placeOf = ({ pinned, page }: Pick<CiteFacts, 'pinned' | 'page'>): string =>
  page === null ? pinned : `${pinned}, ${page}`;

export const bracketed = (fact: Fact): string => (fact.supplied ? `[${fact.value}]` : fact.value);

/** What every style that has room for a note says there. */
export function notesOf(facts: CiteFacts): string[] {
  return [
    facts.date === null ? '[n.d.]' : facts.date.supplied ? '[date not printed in the source]' : null,
    facts.isPassage && facts.speakers.length === 0 ? '[speaker not named]' : null,
    facts.mirror ? `as republished by ${facts.mirror}` : null,
    facts.quote ? `“${facts.quote}”` : null,
    `Onrecord ${placeOf(facts)}`,
  ].filter((n) => n !== null);
}

function cslDate(edtf: string | null): NonNullable<CslItem['issued']> | null {
  if (edtf === null) return null;
  const parts = edtf.split('/').map(datePartsOf);
  if (parts.some((p) => p === null)) return null;
  const dates = parts.map((p) => p!.parts);
  return parts.some((p) => p!.uncertain) ? { 'date-parts': dates, circa: true } : { 'date-parts': dates };
}

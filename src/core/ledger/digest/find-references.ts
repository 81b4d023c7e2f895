import type { Mention, VersionRecord } from '../../model/index.ts';
import { daysApart, extentOf } from '../../text/calendar.ts';

/** Where a text refers to another statement, with the day, or period of a month at most, that its sentence names before its own day. */
export interface Reference {
  readonly turn: string;
  /** the sentence that refers; UTF-16 offsets */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** EDTF or TIMEX3, as precise as named; `from` and `to` are its first and last day */
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** whose statement it is, as far as the text tells: the name, and what is compared (person, else name) */
  readonly who: string | null;
  readonly key: string | null;
  /** interview, speech, briefing ..., where the text says so */
  readonly kind: string | null;
}

export function findReferences(record: VersionRecord): Reference[] {
  const said = record.document.date;
  return record.mentions
    .filter((m) => m.kind === 'reference')
    .map((m) => {
      const sentence = record.sentences.find((s) => m.start >= s.start && m.start < s.end) ?? m;
      const named = record.mentions
        .filter((d) => d.kind === 'date' && d.start >= sentence.start && d.end <= sentence.end)
        .flatMap((d) => periodOf(d.value, said))[0];
      return {
        turn: m.turn ?? record.document.id,
        start: sentence.start,
        end: sentence.end,
        text: record.text.slice(sentence.start, sentence.end).trim(),
        day: named?.day ?? null,
        from: named?.from ?? null,
        to: named?.to ?? null,
        who: m.name,
        key: m.name === null ? null : isPerson(m.entity) ? m.entity : m.name,
        kind: kindOf(m),
      };
    });
}

/** A period longer than this is no day to look for, in days. */
const LONGEST = 31;

/** A day or short period before the text's own, one or none. */
function periodOf(day: string | null, said: string | null) {
  if (day === null) return [];
  const { from, to } = extentOf(day);
  if (from === null || to === null || (said !== null && from >= (extentOf(said).to ?? ''))) return [];
  return daysApart(from, to) < LONGEST ? [{ day, from, to }] : [];
}

/** Ids of data/ hold in every text; keys of one text do not. */
const isPerson = (entity: string | null): boolean => entity !== null && !/^(?:ver|name|publisher):/.test(entity);

const kindOf = (m: Mention): string | null => {
  const kind = /^reference-to-(.+)$/.exec(m.rule)?.[1];
  return kind === undefined || kind === 'statement' ? null : kind;
};

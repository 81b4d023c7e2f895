import type { Mention, VersionRecord } from '../../model/index.ts';

/** Where a text refers to another statement, with the day or month its sentence names, if it names one before its own. */
export interface Reference {
  readonly turn: string;
  /** the sentence that refers; UTF-16 offsets */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly day: string | null;
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
      const named = record.mentions.find(
        (d) =>
          d.kind === 'date' &&
          d.start >= sentence.start &&
          d.end <= sentence.end &&
          d.value !== null &&
          /^\d{4}-\d\d(?:-\d\d)?$/.test(d.value) &&
          (said === null || d.value < said),
      );
      return {
        turn: m.turn ?? record.document.id,
        start: sentence.start,
        end: sentence.end,
        text: record.text.slice(sentence.start, sentence.end).trim(),
        day: named?.value ?? null,
        who: m.name,
        key: m.name === null ? null : isPerson(m.entity) ? m.entity : m.name,
        kind: kindOf(m),
      };
    });
}

/** Ids of data/ hold in every text; keys of one text do not. */
const isPerson = (entity: string | null): boolean => entity !== null && !/^(?:ver|name|publisher):/.test(entity);

const kindOf = (m: Mention): string | null => {
  const kind = /^reference-to-(.+)$/.exec(m.rule)?.[1];
  return kind === undefined || kind === 'statement' ? null : kind;
};

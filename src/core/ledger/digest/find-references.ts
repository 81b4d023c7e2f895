import type { VersionRecord } from '../../model/index.ts';

/** Where a text refers to another statement, with the day or month its sentence names, if it names one before its own. */
export interface Reference {
  readonly turn: string;
  /** the sentence that refers; UTF-16 offsets */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly day: string | null;
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
      };
    });
}

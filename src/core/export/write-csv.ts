import type { VersionRecord } from '../model/index.ts';

const COLUMNS = [
  'document',
  'event',
  'date',
  'date_kind',
  'title',
  'outlet',
  'publisher',
  'republisher',
  'language',
  'translation',
  'url',
  'turn',
  'kind',
  'voice',
  'speaker',
  'person',
  'label',
  'start',
  'end',
  'text',
] as const;

/** The first line of the table. */
export const csvHead = (): string => `${COLUMNS.join(',')}\r\n`;

/** One line a turn (RFC 4180); readers' comments are left out. `start` and `end` are UTF-16 offsets of `text` in the version. */
export function writeCsv({ document: d, text, turns }: VersionRecord): string {
  return turns
    .filter((t) => t.kind !== 'comment')
    .map((t) => {
      const head = [d.id, d.event, d.date, d.dateKind, d.title, d.outlet, d.publisher, d.republisher];
      const version = [d.language, d.translation, d.url];
      const end = t.bodyStart + text.slice(t.bodyStart, t.end).trimEnd().length;
      const turn = [
        t.id,
        t.kind,
        t.voice,
        t.speaker,
        t.person,
        t.label,
        t.bodyStart,
        end,
        text.slice(t.bodyStart, end),
      ];
      return `${[...head, ...version, ...turn].map(csvCell).join(',')}\r\n`;
    })
    .join('');
}

/** A spreadsheet runs a cell that begins so as a formula; an apostrophe before it says that it is text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell as RFC 4180 writes it, and as a spreadsheet leaves it alone. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { FieldEvidence, LedgerStatement, Section } from '../../../core/model/index.ts';

/**
 * A statement of the ledger as a JSON list, fields in a fixed order: a page reads thousands, and names and the sentence, which
 * stands behind each field and in the title, would be most of it. The section is a column beside it. The compiler sees that
 * no field is forgotten.
 */
type Packed = readonly [
  /** stands first: looked up by it (`read-ledger.ts`) */
  id: string,
  key: string,
  side: string | null,
  /** whole, or what stands before and behind the words of its first passage */
  title: string | readonly [string, string],
  parties: string[],
  status: string,
  date: string | null,
  value: string | null,
  said: string | null,
  validFrom: string | null,
  validTo: string | null,
  statedBy: string[],
  by: string | null,
  to: string | null,
  attributes: LedgerStatement['attributes'],
  passages: readonly Passage[],
  /** which passage shows which field */
  evidence: readonly (readonly [field: string, passage: number])[],
  rule: string,
];
type Passage = readonly [document: string, turn: string, start: number, end: number, text: string];

/** Every field was taken. */
type Nothing = Readonly<Record<string, never>>;

/** One statement as JSON, without its section. */
export function writeLedgerStatement(statement: LedgerStatement): string {
  const { id, section: _, key, side, title, parties, status, date, value, said, valid, statedBy, ...more } = statement;
  const { by, to, attributes, evidence, rule, ...none } = more;
  none satisfies Nothing;
  const { from, to: until, ...noMore } = valid;
  noMore satisfies Nothing;
  const { passages, shown } = passagesOf(evidence);
  const packed: Packed = [
    id,
    key,
    side,
    splitTitle(title, passages[0]?.[4]),
    parties,
    status,
    date,
    value,
    said,
    from,
    until,
    statedBy,
    by,
    to,
    attributes,
    passages,
    shown,
    rule,
  ];
  return JSON.stringify(packed);
}

function passagesOf(evidence: readonly FieldEvidence[]): { passages: Passage[]; shown: [string, number][] } {
  const passages: Passage[] = [];
  const shown = evidence.map(({ field, document, turn, start, end, text, ...none }): [string, number] => {
    none satisfies Nothing;
    const known = passages.findIndex((p) => p[1] === turn && p[2] === start && p[3] === end && p[0] === document);
    return [field, known === -1 ? passages.push([document, turn, start, end, text]) - 1 : known];
  });
  return { passages, shown };
}

function splitTitle(title: string, words: string | undefined): Packed[3] {
  const at = words ? title.indexOf(words) : -1;
  return at === -1 ? title : [title.slice(0, at), title.slice(at + words!.length)];
}

/** Statements of one section from a JSON list of them. */
export const parseLedgerStatements = (json: string, section: Section): LedgerStatement[] =>
  (JSON.parse(json) as Packed[]).map((packed): LedgerStatement => {
    const [id, key, side, title, parties, status, date, value, said, from, until, statedBy, by, to] = packed;
    const passages = packed[15];
    return {
      id,
      section,
      key,
      side,
      title: typeof title === 'string' ? title : title[0] + passages[0]![4] + title[1],
      parties,
      status,
      date,
      value,
      said,
      valid: { from, to: until },
      statedBy,
      by,
      to,
      attributes: packed[14],
      evidence: packed[16].map(([field, i]) => {
        const [document, turn, start, end, text] = passages[i]!;
        return { field, document, turn, start, end, text };
      }),
      rule: packed[17],
    };
  });

import { sideOf } from '../../../core/ledger/one-side.ts';
import type { Statement } from '../../../core/ledger/statement.ts';
import { actSigns, keyNumbers } from '../../../core/ledger/statement-keys.ts';
import { nameNumber } from '../../../core/ledger/statement-line.ts';
import type { DocumentHead } from '../../../core/model/index.ts';

/** Statements of a version that are deflated together: few enough that reading one is cheap, enough to compress well. */
export const STATEMENTS_A_PART = 16;

/** Numbers before the keys of a statement: ordinal of its turn, person, speaker, party, the speaker as a side, acts affirmed and negated. */
export const FIELDS = 7;

/**
 * The statements of one version as numbers, 32 bits each: how many; where each begins and where the last ends; then each,
 * its fields and its keys ascending. Read whole, it is walked without making an object.
 */
export function packNumbers(statements: readonly Statement[], ordinalOf: (turn: string) => number): Uint8Array {
  const keys = statements.map(keyNumbers);
  const head = statements.length + 2;
  const data = new Int32Array(head + keys.reduce((sum, t) => sum + FIELDS + t.length, 0));
  data[0] = statements.length;
  let at = head;
  for (const [i, s] of statements.entries()) {
    data[i + 1] = at;
    const { claim, party } = s;
    const names = [claim.person, claim.speaker, party, sideOf(s).person].map(nameNumber);
    const { affirmed, negated } = actSigns(s);
    data.set([ordinalOf(claim.turn), ...names, affirmed, negated], at);
    data.set(keys[i]!, at + FIELDS);
    at += FIELDS + keys[i]!.length;
  }
  data[statements.length + 1] = at;
  return new Uint8Array(data.buffer);
}

/** A blob of the database as 32-bit numbers. */
export const asNumbers = (blob: Uint8Array): Int32Array =>
  blob.byteOffset % 4 === 0
    ? new Int32Array(blob.buffer, blob.byteOffset, blob.byteLength >> 2)
    : new Int32Array(blob.slice().buffer);

/** What of a statement its version's head does not say. */
type Kept = Omit<Statement, 'document' | 'event' | 'start' | 'end' | 'date' | 'language' | 'rendering'>;

/** Some statements as JSON. */
export function writeStatements(statements: readonly Statement[]): string {
  return JSON.stringify(
    statements.map(
      ({ document: _, event: __, start: ___, end: ____, date, language, rendering, claim, ...rest }) =>
        ({ claim, ...(spread(rest) as Omit<Kept, 'claim'>) }) satisfies Kept,
    ),
  );
}

/** Statements from their JSON, with what their version's head says today. */
export function parseStatements(json: string, head: DocumentHead): Statement[] {
  return (gather(JSON.parse(json)) as Kept[]).map((kept) => ({
    ...kept,
    document: head.id,
    event: head.event,
    start: kept.claim.start,
    end: kept.claim.end,
    date: head.date ?? head.published,
    language: head.language?.split('-')[0] ?? 'en',
    rendering: { kind: head.translation, publisher: head.publisher },
  }));
}

/** JSON has no sets and maps; they go as objects with one of these keys. */
const [SET, MAP] = ['$set', '$map'];
function spread(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Set) return { [SET]: [...value] };
  if (value instanceof Map) return { [MAP]: [...value].map(([key, v]) => [key, spread(v)]) };
  if (Array.isArray(value)) return value.map(spread);
  const fields: Record<string, unknown> = {};
  for (const name in value) fields[name] = spread((value as Record<string, unknown>)[name]);
  return fields;
}
function gather(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = gather(value[i]);
    return value;
  }
  const fields = value as Record<string, unknown>;
  if (SET in fields) return new Set(gather(fields[SET]) as unknown[]);
  if (MAP in fields) return new Map(gather(fields[MAP]) as [unknown, unknown][]);
  for (const name in fields) fields[name] = gather(fields[name]);
  return fields;
}

import type { Store } from '../../store/port.ts';
import { remember } from '../remember.ts';
import { lendsWords } from './rights.ts';

/** What stands in the place of words that may only be linked to. */
export const WITHHELD = '[the rights of this source let its words be linked to and not shown]';

/** Fields that hold words of a text, in the answers of the operations; those of a ledger row may be null. */
const WORDS: ReadonlySet<string> = new Set(['text', 'before', 'after', 'exact', 'frame', 'printable']);
const ROW_WORDS: ReadonlySet<string> = new Set(['condition', 'reason', 'excludes', 'calledBy']);

/** Versions whose rights say "link only". */
export const closedTexts = (store: Store): Promise<ReadonlySet<string>> =>
  remember(
    store,
    'closed texts',
    async () => new Set((await store.rightsStated()).filter((h) => !lendsWords(h)).map((h) => h.id)),
  );

/**
 * An answer without the words of closed texts: whose they are, where they stand and what was made of them stays. Words are
 * those of the text that the nearest `document`, `turn` or `id` around them names, or of a row whose evidence is all closed.
 */
export function withholdWords<T>(answer: T, closed: ReadonlySet<string>): T {
  return closed.size === 0 ? answer : (mask(answer, false, closed) as T);
}

function mask(value: unknown, isClosed: boolean, closed: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => mask(item, isClosed, closed));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const owner = ownerOf(fields);
  const isChecked = isClosedCheck(fields, closed);
  const here = isChecked || (owner === null ? isClosed : closed.has(owner));
  const isRow = isClosedRow(fields, closed);
  return Object.fromEntries(
    Object.entries(fields).map(([name, v]) => {
      if (typeof v !== 'string') return [name, mask(v, here || isRow, closed)];
      if (here && (WORDS.has(name) || (name === 'from' && 'op' in fields))) return [name, WITHHELD];
      // what is said of a quotation may name the words that differ
      if (isChecked && name === 'why') return [name, v.replace(/"[^"]*"/gu, '"…"')];
      if (isRow && ROW_WORDS.has(name)) return [name, WITHHELD];
      if (isRow && name === 'value' && !/^\d/u.test(v)) return [name, WITHHELD];
      return [name, isRow && name === 'title' ? subjectOf(v) : v];
    }),
  );
}

/** The version that an object is about, by the field that names it first. */
function ownerOf({ document, turn, id }: Readonly<Record<string, unknown>>): string | null {
  const named = [turn, document, id].find((v): v is string => typeof v === 'string' && v.startsWith('ver:'));
  return named?.replace(/[/@].*$/u, '') ?? null;
}

/** A quotation that is held against a closed text, among others perhaps. */
const isClosedCheck = ({ matches }: Readonly<Record<string, unknown>>, closed: ReadonlySet<string>): boolean =>
  Array.isArray(matches) &&
  matches.some((m: { document?: string }) => m.document !== undefined && closed.has(m.document));

/** A row of the ledger every word of which comes from closed texts. */
function isClosedRow({ evidence }: Readonly<Record<string, unknown>>, closed: ReadonlySet<string>): boolean {
  if (!Array.isArray(evidence) || evidence.length === 0) return false;
  return evidence.every((e: { document?: string }) => e.document !== undefined && closed.has(e.document));
}

/** A title is vocabulary, then quoted words (law L3): the vocabulary stays. */
const subjectOf = (title: string): string => {
  const at = title.indexOf('“');
  return at < 0 ? title : `${title.slice(0, at)}${WITHHELD}`;
};

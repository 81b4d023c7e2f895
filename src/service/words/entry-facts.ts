import type { Entry } from '../../core/model/index.ts';
import { dateWords } from '../../core/text/date-words.ts';

/** A field of a ledger row for a reader: a name of ours and words of the text, or a name or date. */
export interface EntryFact {
  readonly name: string;
  readonly words: string;
  /** the words are quoted from the text */
  readonly quoted: boolean;
}

const BOUNDS: Readonly<Record<string, string>> = {
  'more-than': 'more than',
  'at-least': 'at least',
  'at-most': 'at most',
  'less-than': 'fewer than',
  about: 'about',
  only: 'only',
};

/** The number of a row with its bound and what is counted: "at most 100 visas"; words that are no number as they stand. */
export function valueWords(entry: Pick<Entry, 'value' | 'bound' | 'unit'>): string | null {
  if (entry.value === null) return null;
  return [entry.bound ? (BOUNDS[entry.bound] ?? entry.bound) : null, entry.value, entry.unit].filter(Boolean).join(' ');
}

/** What a row holds beside its state, date, number and words: who towards whom, where, by when, on what condition. */
export function entryFacts(entry: Entry): EntryFact[] {
  const { valid, thread } = entry;
  const sender = thread ? entry.from : entry.by;
  // the only party of a row needs no second mention
  const from = entry.to || entry.parties.some((p) => p !== sender) ? sender : null;
  const held = `${valid.from ?? '..'}/${valid.to ?? '..'}`;
  const isItsDate = valid.to === null ? valid.from === null || entry.date !== null : held === entry.date;
  const span = isItsDate ? null : dateWords(held);
  const facts: [name: string, words: string | null | undefined, quoted?: boolean][] = [
    ['by', from],
    ['towards', entry.to],
    ['called', entry.calledBy, true],
    ['among', entry.level],
    ['in', entry.place],
    ['on condition', entry.condition, true],
    ['by when', entry.byWhen ? dateWords(entry.byWhen) : null],
    ['holds', span],
    ['reason given', entry.reason, true],
    ['not counted', entry.excludes, true],
    ['named by', entry.namedBy],
    ['the official', entry.officialResponse],
    ['list', entry.openList ? 'not complete' : null],
  ];
  return facts.flatMap(([name, words, quoted = false]) => (words ? [{ name, words, quoted }] : []));
}

import { type Nothing, whatHelps } from '../../service/fields/why-nothing.ts';

/** Filters as a reader knows them. */
const FILTERS: Readonly<Record<string, string>> = {
  speaker: 'the speaker',
  party: 'the party',
  from: 'the first day',
  to: 'the last day',
  kind: 'the section',
  topic: 'the words',
  asOf: 'the day asked about',
  asRecorded: 'the day of recording',
  reviewed: 'leaving out what nobody has reviewed',
};

/** Filters of a question, as fields that are left out. */
export const without = (filters: readonly string[]): Readonly<Record<string, null>> =>
  Object.fromEntries(filters.map((f) => [f, null]));

/** Why nothing was found (law L4): names that are not known, and the way to what each filter keeps out. */
export function WhyNothing(props: {
  empty: Nothing | null;
  /** one of what is counted, and several */
  what: readonly [one: string, many: string];
  /** the same question without some filters */
  wider: (filters: readonly string[]) => string;
}) {
  const { empty, what } = props;
  if (!empty) return null;
  const count = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? what[0] : what[1]}`;
  const { helps, together } = whatHelps(empty);
  if (empty.unknown.length + helps.length === 0 && together === null) return null;
  return (
    <ul>
      {empty.unknown.map((f) => (
        <li>Nobody and nothing in this record or its lists has the name given as {FILTERS[f] ?? f}.</li>
      ))}
      {helps.map((w) => (
        <li>
          <a href={props.wider([w.filter])}>Without {FILTERS[w.filter] ?? w.filter}</a>: {count(w.found)}.
        </li>
      ))}
      {together === null ? null : (
        <li>
          <a href={props.wider(empty.without.map((w) => w.filter))}>Without any filter</a>: {count(together)}.
        </li>
      )}
    </ul>
  );
}

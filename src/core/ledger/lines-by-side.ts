import type { StatementLine } from './statement-line.ts';

/** A line as one line for each party, or person where the party is not known: what one side said is laid beside its own words only. */
export function linesBySide(line: StatementLine): StatementLine[] {
  const sides = new Map<number, number[]>();
  for (let i = 0; i < line.length; i++) {
    const side = line.party[i]! || line.person[i]!;
    const list = sides.get(side);
    if (list) list.push(i);
    else sides.set(side, [i]);
  }
  return [...sides.values()].map((indexes) => pick(line, indexes));
}

/** The statements at these indexes, which ascend, as a line of their own. */
function pick(line: StatementLine, indexes: readonly number[]): StatementLine {
  const keyStart = new Int32Array(indexes.length + 1);
  for (const [k, i] of indexes.entries()) keyStart[k + 1] = keyStart[k]! + line.keyStart[i + 1]! - line.keyStart[i]!;
  const keys = new Int32Array(keyStart[indexes.length]!);
  for (const [k, i] of indexes.entries())
    keys.set(line.keys.subarray(line.keyStart[i], line.keyStart[i + 1]), keyStart[k]);
  const column = (values: Int32Array) => Int32Array.from(indexes, (i) => values[i]!);
  return {
    length: indexes.length,
    days: line.days,
    version: column(line.version),
    place: column(line.place),
    day: column(line.day),
    event: column(line.event),
    party: column(line.party),
    person: column(line.person),
    affirmed: column(line.affirmed),
    negated: column(line.negated),
    keyStart,
    keys,
  };
}

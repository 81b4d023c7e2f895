import { type Nothing, whatHelps } from '../../service/fields/why-nothing.ts';

/** Why nothing was found, a line a reason: names that are not known, and what each filter keeps out; `count` says how many. */
export function whyNothingLines(empty: Nothing | null | undefined, count: (n: number) => string): string[] {
  if (!empty) return [];
  const flag = (filter: string) => `--${filter.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`)}`;
  const { helps, together } = whatHelps(empty);
  return [
    ...empty.unknown.map(
      (f) => `Nobody and nothing in this record or its vocabularies has the name given with ${flag(f)}.`,
    ),
    ...helps.map((w) => `Without ${flag(w.filter)}: ${count(w.found)}.`),
    ...(together === null
      ? []
      : [`Without any of ${empty.without.map((w) => flag(w.filter)).join(', ')}: ${count(together)}.`]),
  ];
}

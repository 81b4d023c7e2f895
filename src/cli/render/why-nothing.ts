import type { Nothing } from '../../service/fields/why-nothing.ts';
import { count } from '../style.ts';

/** Why nothing was found, a line a reason: names that are not known, and what each filter keeps out. */
export function whyNothingLines(empty: Nothing | null | undefined, what: string): string[] {
  if (!empty) return [];
  const flag = (filter: string) => `--${filter.replace(/[A-Z]/gu, (c) => `-${c.toLowerCase()}`)}`;
  const helps = empty.without.filter((w) => w.found > 0);
  const many = empty.without.length > 1 && helps.length === 0 && empty.unfiltered > 0;
  return [
    ...empty.unknown.map(
      (f) => `Nobody and nothing in this record or its vocabularies has the name given with ${flag(f)}.`,
    ),
    ...helps.map((w) => `Without ${flag(w.filter)}: ${plural(w.found, what)}.`),
    ...(many
      ? [`Without any of ${empty.without.map((w) => flag(w.filter)).join(', ')}: ${plural(empty.unfiltered, what)}.`]
      : []),
  ];
}

const plural = (n: number, what: string) =>
  what === 'entry' && n !== 1 ? `${n.toLocaleString('en')} entries` : count(n, what);

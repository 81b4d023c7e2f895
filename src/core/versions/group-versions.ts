/** Two versions and whether their texts are of one event; `a` < `b`. */
export interface VersionPair {
  readonly a: string;
  readonly b: string;
}

/**
 * Put versions into events (law T3): the connected groups of `joins` (what people joined) and `matches` (what the texts
 * say), except that no group may hold a pair that a person parted. People's joins come first and the rest in the order
 * of ids, so that the answer is a function of the sets alone (law K4).
 * @returns version -> the smallest version id of its event
 */
export function groupVersions(
  versions: Iterable<string>,
  matches: readonly VersionPair[],
  joins: readonly VersionPair[],
  parted: readonly VersionPair[],
): Map<string, string> {
  const members = new Map<string, Set<string>>();
  for (const id of versions) members.set(id, new Set([id]));
  const apart = new Map<string, Set<string>>();
  for (const { a, b } of parted) {
    apart.set(a, (apart.get(a) ?? new Set()).add(b));
    apart.set(b, (apart.get(b) ?? new Set()).add(a));
  }
  for (const { a, b } of [...[...joins].sort(byIds), ...[...matches].sort(byIds)]) {
    const left = members.get(a);
    const right = members.get(b);
    if (!left || !right || left === right || isParted(left, right, apart)) continue;
    const [small, large] = left.size < right.size ? [left, right] : [right, left];
    for (const id of small) {
      large.add(id);
      members.set(id, large);
    }
  }
  const smallest = new Map<Set<string>, string>();
  for (const [id, group] of members) {
    const least = smallest.get(group);
    if (least === undefined || id < least) smallest.set(group, id);
  }
  return new Map([...members].map(([id, group]) => [id, smallest.get(group)!]));
}

const byIds = (x: VersionPair, y: VersionPair) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : x.b > y.b ? 1 : 0);

function isParted(left: Set<string>, right: Set<string>, apart: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (apart.size === 0) return false;
  for (const id of left) for (const other of apart.get(id) ?? []) if (right.has(other)) return true;
  return false;
}

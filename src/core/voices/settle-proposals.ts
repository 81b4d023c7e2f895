import type { Opening, Proposal, Stretch } from './proposal.ts';

/** Proposals that can stand together: ordered by place, stretches apart from each other, no opening inside a stretch. */
export interface Settled {
  readonly openings: readonly Opening[];
  readonly stretches: readonly Stretch[];
}

/**
 * Settle overlapping proposals: the heavier wins, then the one whose detector stands earlier in the list, then the longer.
 *
 *     opening in a stretch      the heavier stands
 *     stretch in an opening     both stand (an aside inside a speech), unless the stretch covers its label
 *     two openings              both stand, unless their labels overlap or a heavier one says that it reaches further
 *     two stretches that meet   the heavier stands
 */
export function settleProposals(proposals: readonly Proposal[], length: number): Settled {
  const openings: Opening[] = [];
  const stretches: Stretch[] = [];
  const taken = new Taken();
  const labels = new Taken();
  const closed = new Taken();
  const order = proposals
    .map((proposal, rank) => ({ proposal, rank }))
    .filter(({ proposal: p }) => isSound(p, length))
    .sort((a, b) => b.proposal.weight - a.proposal.weight || a.rank - b.rank);
  for (const { proposal: p } of order) {
    if (p.form === 'stretch') {
      if (taken.meets(p.start, p.end) || labels.meets(p.start, p.end)) continue;
      taken.add(p.start, p.end);
      stretches.push(p);
    } else {
      const labelEnd = Math.max(p.bodyStart, p.start + 1);
      if (taken.meets(p.start, labelEnd) || labels.meets(p.start, labelEnd)) continue;
      if (closed.meets(p.start, p.start + 1)) continue;
      labels.add(p.start, labelEnd);
      if (p.end !== undefined) closed.add(p.start, p.end);
      openings.push(p);
    }
  }
  const byStart = (a: Proposal, b: Proposal) => a.start - b.start;
  return { openings: openings.sort(byStart), stretches: stretches.sort(byStart) };
}

const isSound = (p: Proposal, length: number) =>
  p.start >= 0 &&
  (p.form === 'stretch'
    ? p.end > p.start && p.end <= length && (p.bodyStart ?? p.start) >= p.start && (p.bodyStart ?? p.start) <= p.end
    : p.start < length &&
      p.bodyStart >= p.start &&
      p.bodyStart <= length &&
      (p.end === undefined || (p.end > p.start && p.end >= p.bodyStart && p.end <= length)));

/** Disjoint spans in order, for asking in log time whether a new one meets any of them. */
class Taken {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  meets(start: number, end: number): boolean {
    const i = this.firstEndingAfter(start);
    return i < this.starts.length && this.starts[i]! < end;
  }

  /** Overlapping spans are joined, so that `ends` stays ordered. */
  add(start: number, end: number): void {
    const i = this.firstEndingAfter(start);
    let j = i;
    let from = start;
    let to = end;
    while (j < this.starts.length && this.starts[j]! < end) {
      from = Math.min(from, this.starts[j]!);
      to = Math.max(to, this.ends[j]!);
      j++;
    }
    this.starts.splice(i, j - i, from);
    this.ends.splice(i, j - i, to);
  }

  private firstEndingAfter(at: number): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

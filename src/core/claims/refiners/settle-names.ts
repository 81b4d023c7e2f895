import type { Span } from '../../model/index.ts';
import type { NameDraft } from '../detectors/detect-names.ts';

/**
 * One name a place: the longest stands, then the earlier in the list (known names before unknown ones). A state's
 * adjective inside a longer name ("Russian Foreign Ministry") goes with it.
 */
export function settleNames(drafts: readonly NameDraft[]): NameDraft[] {
  const sorted = drafts
    .map((d, i) => ({ d, i }))
    .sort((a, b) => a.d.start - b.d.start || b.d.end - a.d.end || a.i - b.i);
  const kept: NameDraft[] = [];
  for (const { d } of sorted) {
    const last = kept.at(-1);
    if (!last || d.start >= last.end) kept.push(d);
    else if (d.end - d.start > last.end - last.start) kept[kept.length - 1] = d;
  }
  return kept;
}

/** Leave out what stands inside one of `taken` (both sorted by start). */
export function outside(drafts: readonly NameDraft[], taken: readonly Span[]): NameDraft[] {
  let i = 0;
  return drafts.filter((d) => {
    while (i < taken.length && taken[i]!.end <= d.start) i++;
    const t = taken[i];
    return !t || t.start >= d.end;
  });
}

/** "Weapons Inspection Agency (WIA)": the letters in brackets are another name of what stands before them. */
export function bindAcronyms(text: string, drafts: readonly NameDraft[]): Map<string, NameDraft> {
  const bound = new Map<string, NameDraft>();
  for (const d of drafts) {
    const m = /^\s\(([A-ZА-Я]{2,8})\)/u.exec(text.slice(d.end, d.end + 12));
    if (m && d.rule !== 'known-name') bound.set(m[1]!, d);
  }
  return bound;
}

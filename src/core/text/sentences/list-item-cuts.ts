/** A marker of a list item: "1." "2)" "3.)" "a." "•"; the text after it begins a sentence. */
const MARKER = /(?:^|\s)(?:[•⁃‣▪–-]\s?)?(?:(\d{1,3})(\.\)|\.|\))|([a-z])(\.\)|\.|\)))\s+(?=\p{Lu})/gu;

/**
 * Starts of list items run together in one paragraph ("1. The first 2. The second"). Only a list that opens the
 * paragraph and counts on by one is believed, so that "on 5 May 1. " and "Plan a. " are none.
 */
export function listItemCuts(text: string): Set<number> {
  const cuts = new Set<number>();
  let expected: { number: number; form: string } | null = null;
  for (const m of text.matchAll(MARKER)) {
    const number = m[1] ? Number(m[1]) : m[3]!.charCodeAt(0);
    const form = (m[2] ?? `a${m[4]}`) as string;
    const at = m.index + (m[0].length - m[0].trimStart().length);
    if (expected === null) {
      if (text.slice(0, at).trim() !== '') return cuts;
    } else if (number !== expected.number || form !== expected.form) continue;
    else cuts.add(at);
    expected = { number: number + 1, form };
  }
  return cuts;
}

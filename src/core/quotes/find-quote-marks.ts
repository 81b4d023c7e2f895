/** A stretch between quotation marks: the marks at `start` and `end - 1`. */
export interface MarkedStretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** stands inside another */
  readonly depth: number;
  /** opened and not closed in its paragraph: it goes on in the next one */
  readonly isOpen: boolean;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“”',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‟': '”',
};
const CLOSERS = new Set(Object.values(PAIRS).join(''));
const isLetter = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);

/**
 * Quotation marks of any typography in one paragraph, nested ones too. Straight marks open and close by turns; single marks
 * quote only where the paragraph has no double ones, because an apostrophe looks the same.
 */
export function findQuoteMarks(text: string, from: number, to: number): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  const open: { at: number; close: string }[] = [];
  const close = (i: number) => {
    const o = open.pop()!;
    found.push({ start: o.at, end: i + 1, text: text.slice(o.at + 1, i), depth: open.length, isOpen: false });
  };
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (c === '"') {
      const k = open.findLastIndex((o) => o.close === '"');
      if (
        k >= 0 &&
        !(isLetter(text[i + 1]) && !isLetter(text[i - 1]) && open.length < 3 && /[\s([]/.test(text[i - 1] ?? ' '))
      ) {
        open.length = k + 1;
        close(i);
      } else open.push({ at: i, close: '"' });
    } else if (open.length > 0 && open[open.length - 1]!.close.includes(c)) close(i);
    else if (PAIRS[c] !== undefined && open.length < 4) open.push({ at: i, close: PAIRS[c]! });
    else if (CLOSERS.has(c)) {
      const k = open.findLastIndex((o) => o.close.includes(c));
      if (k >= 0) {
        open.length = k + 1;
        close(i);
      }
    }
  }
  const first = open[0];
  if (first && to - first.at > 2)
    found.push({ start: first.at, end: to, text: text.slice(first.at + 1, to).trimEnd(), depth: 0, isOpen: true });
  return (found.length > 0 ? found : findSingleMarks(text, from, to)).sort((a, b) => a.start - b.start);
}

/** ‘…’ and '…' as British papers print them: a mark before a word opens, one after a word and before no letter closes. */
function findSingleMarks(text: string, from: number, to: number): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  let at = -1;
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (c !== '‘' && c !== '’' && c !== "'") continue;
    const [before, after] = [text[i - 1], text[i + 1]];
    if (at < 0 && c !== '’' && !isLetter(before) && isLetter(after)) at = i;
    else if (at >= 0 && c !== '‘' && !isLetter(after) && before !== undefined && /[.,!?…;:\p{L}\p{N}]/u.test(before)) {
      // a plural possessive closes nothing: a stop or a sentence's end stands before a closing mark, or a word after it
      const inner = text.slice(at + 1, i);
      if (/[.,!?…]$/.test(inner) || /^[\s,.;:)]/.test(after ?? ' ')) {
        if (inner.split(/\s+/).length >= 3) found.push({ start: at, end: i + 1, text: inner, depth: 0, isOpen: false });
        at = -1;
      }
    }
  }
  return found;
}

import type { Block, Mark } from '../../model/index.ts';

/** What a block will be, before it has words. One object is one block; the label and the first paragraph of a speech may share it. */
export interface BlockPlan {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly zone?: Block['zone'];
  readonly region?: string[];
  readonly rule?: string;
  readonly utterance?: Omit<NonNullable<Block['utterance']>, 'bodyStart' | 'continues'>;
}

/** Builds the text of a reading and its blocks from words that arrive in order. */
export interface BlockWriter {
  /** Add words to the plan's block, opening it when another one (or none) is open. White space is collapsed. */
  write(text: string, plan: BlockPlan): void;
  /** The next words start the body: the label ends here. */
  endLabel(): void;
  /** The plan whose block is open, or null. */
  current(): BlockPlan | null;
  /** Close the open block; later words of the same plan open a new one. */
  endBlock(): void;
  /** Words written inside `fill` carry the mark. */
  mark(kind: Mark['kind'], value: string | undefined, fill: () => void): void;
  /** Offset of the next character. */
  length(): number;
  /** The next words follow without a space (TEI `join`). */
  glue(): void;
  finish(): { text: string; blocks: Block[]; marks: Mark[] };
}

type Draft = { -readonly [K in keyof Block]: Block[K] };

/** Blocks stand apart by a blank line, so that the text reads well on its own. */
const BETWEEN_BLOCKS = '\n\n';

export function writeBlocks(): BlockWriter {
  const parts: string[] = [];
  const blocks: Draft[] = [];
  const marks: Mark[] = [];
  const waiting: { start: number }[] = [];
  const seenKeys = new Set<string>();
  let length = 0;
  let plan: BlockPlan | null = null;
  let spacePending = false;
  let labelEnds = false;
  let stuck = false;

  const push = (s: string) => {
    parts.push(s);
    length += s.length;
  };
  const open = (next: BlockPlan) => {
    if (length > 0) push(BETWEEN_BLOCKS);
    const { utterance, ...rest } = next;
    const block: Draft = { start: length, end: length, ...rest };
    if (utterance) {
      const previous = blocks.at(-1)?.utterance?.key;
      block.utterance = { ...utterance };
      if (previous !== utterance.key && seenKeys.has(utterance.key)) block.utterance.continues = true;
      // the label is printed once
      if (seenKeys.has(utterance.key)) block.utterance.label = null;
      seenKeys.add(utterance.key);
    }
    blocks.push(block);
    plan = next;
    spacePending = false;
  };
  return {
    write(text, next) {
      // one pass, no regular expression that could back-track over a line of 200 MB
      const words = text.split(/[ \t\r\n]+/);
      const leading = words[0] === '' && words.length > 1;
      const trailing = words.at(-1) === '' && words.length > 1;
      const body = words.filter((w) => w !== '').join(' ');
      if (body === '') {
        if (text !== '' && plan === next && !stuck) spacePending = true;
        return;
      }
      if (plan !== next) open(next);
      else if ((leading || spacePending) && !stuck) push(' ');
      stuck = false;
      for (const mark of waiting) mark.start = length;
      waiting.length = 0;
      if (labelEnds) {
        const block = blocks.at(-1)!;
        if (block.utterance) block.utterance.bodyStart = length;
        labelEnds = false;
      }
      push(body);
      blocks.at(-1)!.end = length;
      spacePending = trailing;
    },
    endLabel() {
      labelEnds = true;
      spacePending = true;
    },
    current: () => plan,
    endBlock() {
      const block = blocks.at(-1);
      if (labelEnds && plan && block?.utterance) block.utterance.bodyStart = block.end;
      labelEnds = false;
      plan = null;
      spacePending = false;
    },
    mark(kind, value, fill) {
      const entry = { start: -1 };
      waiting.push(entry);
      fill();
      const at = waiting.indexOf(entry);
      if (at >= 0) waiting.splice(at, 1);
      const end = blocks.at(-1)?.end ?? 0;
      if (entry.start >= 0 && end > entry.start)
        marks.push({ kind, start: entry.start, end, ...(value === undefined ? {} : { value }) });
    },
    length: () => length,
    glue() {
      spacePending = false;
      stuck = true;
    },
    finish: () => ({ text: parts.join(''), blocks, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) }),
  };
}

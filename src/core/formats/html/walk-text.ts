import type { Block, Mark } from '../../model/index.ts';
import { findTextBlocks } from '../text/find-text-blocks.ts';
import { opensWithLabel } from '../text/opens-with-label.ts';
import { INLINE, isPre, kindOf, MARKS, separator, UNSEEN } from './element-shapes.ts';
import type { HtmlElement, HtmlTree } from './html-tree.ts';

/** A block and where it stands in the tree. */
export interface PlacedBlock {
  readonly block: Block;
  /** the innermost block-level element around it */
  readonly element: HtmlElement;
  /** UTF-16 units of it that are the text of links */
  readonly linked: number;
}
export interface WalkedText {
  readonly text: string;
  readonly placed: PlacedBlock[];
  readonly marks: Mark[];
  /** where the text of an element starts and ends, by `order`; -1 when it has none */
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
}

/** Letters that a reader cannot see: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * The text of a page in reading order, with its blocks and inline marks.
 *
 * Runs of ASCII white space become one space; a no-break space stays. A `<br>` is a line break inside the block, two of them
 * (or one before a printed label) end it. Blocks are separated by an empty line, list items and lines by a line break,
 * cells by a tab. `<pre>` keeps its lines and is cut into paragraphs as a text file is.
 */
export function walkText(tree: HtmlTree): WalkedText {
  const walker = new TextWalker(tree.elements.length);
  const stack: { element: HtmlElement; next: number }[] = [{ element: tree.root, next: 0 }];
  walker.open(tree.root);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.element.children[top.next++];
    if (child === undefined) {
      walker.close(top.element);
      stack.pop();
    } else if (typeof child === 'string') walker.say(child);
    else if (child.tag === 'br') walker.breakLine();
    else if (!UNSEEN.has(child.tag) || child.tag === 'head') {
      if (child.tag === 'head') {
        const title = child.children.find((c): c is HtmlElement => typeof c !== 'string' && c.tag === 'title');
        if (title) stack.push({ element: title, next: 0 });
        if (title) walker.open(title);
      } else {
        walker.open(child);
        stack.push({ element: child, next: 0 });
      }
    }
  }
  return walker.finish();
}

interface OpenBlock {
  readonly start: number;
  readonly element: HtmlElement;
  linked: number;
}
/** Marks that stand open at once; deeper nesting is no formatting. */
const MAX_MARKS = 64;

class TextWalker {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly placed: PlacedBlock[] = [];
  private readonly marks: Mark[] = [];
  private readonly startOf: Int32Array;
  private readonly endOf: Int32Array;
  /** open block-level elements; the last one owns the block being written */
  private readonly owners: HtmlElement[] = [];
  private readonly openMarks: { kind: Mark['kind']; value?: string; start: number; element: HtmlElement }[] = [];
  private block: OpenBlock | null = null;
  private space = false;
  private breaks = 0;
  private links = 0;
  private pre = 0;
  private lastClosed = '';
  private unmarked = 0;
  private ruled = false;

  constructor(size: number) {
    this.startOf = new Int32Array(size).fill(-1);
    this.endOf = new Int32Array(size).fill(-1);
  }

  open(element: HtmlElement): void {
    const { tag } = element;
    if (!INLINE.has(tag)) {
      this.endBlock();
      if (tag === 'hr') this.ruled = true;
      this.owners.push(element);
      if (tag === 'pre' || tag === 'listing' || tag === 'plaintext') this.pre++;
    }
    // links of a menu often touch in the markup and never on the screen
    if (tag === 'a') {
      if (this.lastClosed === 'a') this.space = true;
      this.links++;
    }
    const kind = MARKS[tag];
    if (kind && this.openMarks.length >= MAX_MARKS) this.unmarked++;
    else if (kind)
      this.openMarks.push({ kind, value: element.attrs.get(tag === 'a' ? 'href' : 'datetime'), start: -1, element });
    this.lastClosed = '';
    this.startOf[element.order] = -2;
  }

  close(element: HtmlElement): void {
    const { tag } = element;
    if (!INLINE.has(tag)) {
      this.endBlock();
      this.owners.pop();
      if (tag === 'pre' || tag === 'listing' || tag === 'plaintext') this.pre--;
    }
    if (tag === 'a') this.links--;
    this.lastClosed = tag;
    if (MARKS[tag] && this.unmarked) this.unmarked--;
    else if (MARKS[tag]) {
      const mark = this.openMarks.pop()!;
      if (mark.start >= 0) this.endMark(mark);
    }
    this.endOf[element.order] = this.length;
  }

  say(raw: string): void {
    const text = raw.replace(INVISIBLE, '');
    if (this.pre) {
      this.sayVerbatim(text);
      return;
    }
    for (const m of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      const c = m[0].charCodeAt(0);
      if (c === 32 || (c >= 9 && c <= 13)) this.space = true;
      else this.sayWord(m[0]);
    }
  }

  private sayWord(word: string): void {
    // a no-break space alone neither opens a block nor undoes a paragraph break
    const blank = /^\u00a0+$/.test(word);
    if (blank && (!this.block || this.breaks)) {
      this.space = true;
      return;
    }
    this.lastClosed = '';
    if (this.block && this.breaks) {
      if (this.breaks > 1) this.endBlock();
      else {
        this.put('\n');
        this.space = false;
      }
    }
    this.breaks = 0;
    if (!this.block) this.startBlock();
    else if (this.space) this.put(' ');
    this.space = false;
    this.markStart();
    this.put(word);
    if (this.links) this.block!.linked += word.length;
  }

  private sayVerbatim(text: string): void {
    const body = text.replace(/\r\n?/g, '\n');
    if (!this.block) {
      if (!/\S/.test(body)) return;
      this.startBlock();
    }
    this.markStart();
    this.put(body);
    if (this.links) this.block!.linked += body.length;
  }

  breakLine(): void {
    if (this.pre) this.sayVerbatim('\n');
    else this.breaks++;
    this.space = false;
  }

  private startBlock(): void {
    const element = this.owners.at(-1)!;
    const previous = this.placed.at(-1);
    if (previous) this.put(separator(previous.element, element));
    this.block = { start: this.length, element, linked: 0 };
    this.space = false;
  }

  private endBlock(): void {
    const block = this.block;
    this.space = false;
    this.breaks = 0;
    if (!block) return;
    this.block = null;
    for (const mark of this.openMarks)
      if (mark.start >= 0) {
        this.endMark(mark);
        mark.start = -1;
      }
    const raw = this.tail(block.start);
    const start = block.start + raw.length - raw.trimStart().length;
    const end = block.start + raw.trimEnd().length;
    if (end <= start) return;
    const { element } = block;
    const first = this.placed.length;
    if (isPre(element)) {
      for (const inner of findTextBlocks(raw))
        this.placed.push({
          block: { ...inner, start: block.start + inner.start, end: block.start + inner.end },
          element,
          linked: 0,
        });
    } else this.cutAtLabels(raw, block, start, end);
    const opened = this.placed[first];
    if (opened && this.ruled) this.placed[first] = { ...opened, block: { ...opened.block, ruled: true } };
    this.ruled = false;
  }

  /** One `<br>` is a line break inside a paragraph, unless the next line opens like a printed label. */
  private cutAtLabels(raw: string, block: OpenBlock, start: number, end: number): void {
    const { element, linked } = block;
    let from = start;
    for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) {
      const next = block.start + at + 1;
      if (next >= end || next <= from || !opensWithLabel(raw.slice(at + 1, at + 121).split('\n', 1)[0]!)) continue;
      const before = raw.slice(from - block.start, at).trimEnd().length;
      if (before)
        this.placed.push({ block: { ...kindOf(element, before), start: from, end: from + before }, element, linked });
      from = next;
    }
    this.placed.push({ block: { ...kindOf(element, end - from), start: from, end }, element, linked });
  }

  private markStart(): void {
    for (const mark of this.openMarks) if (mark.start < 0) mark.start = this.length;
    const owner = this.openMarks.at(-1)?.element ?? this.owners.at(-1)!;
    for (let e: HtmlElement | null = owner; e && this.startOf[e.order]! < 0; e = e.parent)
      this.startOf[e.order] = this.length;
  }

  private endMark(mark: { kind: Mark['kind']; value?: string; start: number }): void {
    const inside = this.tail(mark.start);
    const start = mark.start + inside.length - inside.trimStart().length;
    const end = mark.start + inside.trimEnd().length;
    if (end > start)
      this.marks.push({ kind: mark.kind, start, end, ...(mark.value === undefined ? {} : { value: mark.value }) });
  }

  private put(s: string): void {
    this.parts.push(s);
    this.length += s.length;
  }

  /** The text from an offset on; cheap because it only joins the parts of the current block. */
  private tail(from: number): string {
    let length = 0;
    let i = this.parts.length;
    while (i > 0 && this.length - length > from) length += this.parts[--i]!.length;
    return this.parts
      .slice(i)
      .join('')
      .slice(from - (this.length - length));
  }

  finish(): WalkedText {
    this.marks.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      text: this.parts.join(''),
      placed: this.placed,
      marks: this.marks,
      startOf: this.startOf,
      endOf: this.endOf,
    };
  }
}

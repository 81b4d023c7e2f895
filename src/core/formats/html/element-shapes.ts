import type { Block, Mark } from '../../model/index.ts';
import type { HtmlElement } from './html-tree.ts';

/** Nothing of these is ever seen on a page. */
export const UNSEEN = new Set(
  'script style template iframe noframes noembed object param svg math canvas audio video map datalist head'.split(' '),
);
/** Elements inside which text runs on: all others end the block. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb ruby rp rt s samp small span strike strong sub sup time tt u var wbr img picture'.split(
    ' ',
  ),
);
const HEADING = /^h([1-6])$/;
export const MARKS: Readonly<Record<string, Mark['kind']>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  ins: 'insertion',
  sup: 'superscript',
  a: 'link',
  time: 'time',
};

export const isPre = (e: HtmlElement) => e.tag === 'pre' || e.tag === 'listing' || e.tag === 'plaintext';
const TIGHT = new Set('li dt dd td th tr option button legend label title'.split(' '));

export function separator(a: HtmlElement, b: HtmlElement): string {
  if (isCell(a) && isCell(b) && a.parent === b.parent && a !== b) return '\t';
  return TIGHT.has(a.tag) && TIGHT.has(b.tag) ? '\n' : '\n\n';
}
const isCell = (e: HtmlElement) => e.tag === 'td' || e.tag === 'th';

/** A heading of more letters is a lead that was marked up for its size. */
const LONGEST_HEADING = 250;

export function kindOf(element: HtmlElement, length: number): Pick<Block, 'kind' | 'level'> {
  for (let e: HtmlElement | null = element, n = 0; e && n < 6; e = e.parent, n++) {
    const level = HEADING.exec(e.tag)?.[1];
    if (level) return length > LONGEST_HEADING ? { kind: 'paragraph' } : { kind: 'heading', level: Number(level) };
    if (e.tag === 'li' || e.tag === 'dt' || e.tag === 'dd') return { kind: 'list-item' };
    if (e.tag === 'td' || e.tag === 'th' || e.tag === 'caption') return { kind: 'table' };
    if (e.tag === 'figcaption') return { kind: 'caption' };
    if (e.tag === 'blockquote') return { kind: 'quote' };
    if (e.tag === 'div' || e.tag === 'section' || e.tag === 'article' || e.tag === 'body') break;
  }
  return { kind: 'paragraph' };
}

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { parseFlat } from './parse-flat.ts';

/** An element of the page. `order` counts elements in reading order, parents before children. */
export interface HtmlElement {
  readonly tag: string;
  readonly attrs: ReadonlyMap<string, string>;
  readonly parent: HtmlElement | null;
  readonly order: number;
  readonly depth: number;
  readonly children: (HtmlElement | string)[];
}
export interface HtmlTree {
  readonly root: HtmlElement;
  /** all elements in reading order: `elements[e.order] === e` */
  readonly elements: readonly HtmlElement[];
  /** true when the page was too tangled for the HTML5 rules and was read tag by tag */
  readonly flat: boolean;
}

/**
 * HTML5 tree building re-opens unclosed formatting elements in every paragraph, so that n tags can make n² elements.
 * A real page makes fewer elements than tags; past this it is an attack or a wreck and is read tag by tag.
 */
const ELEMENTS_PER_TAG = 3;
const ELEMENTS_SPARE = 20_000;
class Tangled extends Error {}

/** The page as a tree of plain data, whatever the markup: linear work, no recursion, scripts are text and never run. */
export function parseHtml(html: string): HtmlTree {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags++;
  const limit = ELEMENTS_SPARE + ELEMENTS_PER_TAG * tags;
  let made = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attrs) {
      if (++made > limit) throw new Tangled();
      return defaultTreeAdapter.createElement(tagName, namespace, attrs);
    },
  };
  try {
    return convert(parse(html, { scriptingEnabled: false, treeAdapter }));
  } catch (error) {
    if (!(error instanceof Tangled)) throw error;
    return parseFlat(html);
  }
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Copy into our own smaller tree, with a stack of our own: 100,000 nested elements are only a long array. */
function convert(document: Parent): HtmlTree {
  const root = makeElement('#root', [], null, 0);
  const elements: HtmlElement[] = [root];
  const stack: { from: Parent; to: HtmlElement; next: number }[] = [{ from: document, to: root, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = top.from.childNodes[top.next++];
    if (!node) stack.pop();
    else if (node.nodeName === '#text') top.to.children.push((node as DefaultTreeAdapterTypes.TextNode).value);
    else if ('tagName' in node) {
      const element = makeElement(node.tagName, node.attrs, top.to, elements.length);
      elements.push(element);
      top.to.children.push(element);
      if (node.tagName !== 'template') stack.push({ from: node, to: element, next: 0 });
    }
  }
  return { root, elements, flat: false };
}

export function makeElement(
  tag: string,
  attrs: readonly { readonly name: string; readonly value: string }[],
  parent: HtmlElement | null,
  order: number,
): HtmlElement {
  return {
    tag,
    attrs: new Map(attrs.map((a) => [a.name, a.value])),
    parent,
    order,
    depth: parent ? parent.depth + 1 : 0,
    children: [],
  };
}

/** The text inside an element, white space as it stands; iterative, at most `limit` characters. */
export function rawText(element: HtmlElement, limit = 1_000_000): string {
  let out = '';
  const stack: (HtmlElement | string)[] = [element];
  for (let node = stack.pop(); node !== undefined && out.length < limit; node = stack.pop()) {
    if (typeof node === 'string') out += node;
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return out.slice(0, limit);
}

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { type HtmlElement, type HtmlTree, makeElement } from './html-tree.ts';
import { parseFlat } from './parse-flat.ts';

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

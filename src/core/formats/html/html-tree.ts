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

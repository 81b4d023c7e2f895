import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { type HtmlElement, type HtmlTree, makeElement } from './html-tree.ts';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW_TEXT: Readonly<Record<string, number>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};
/** Elements that stand open at once; what is nested deeper becomes a sibling, as browsers do. */
const MAX_OPEN = 256;

/** A tree from the tags alone, each closed by its own end tag or by that of an element around it. Linear in the page. */
export function parseFlat(html: string): HtmlTree {
  const root = makeElement('#root', [], null, 0);
  const elements: HtmlElement[] = [root];
  const open: HtmlElement[] = [root];
  const text = (token: Token.CharacterToken) => {
    open.at(-1)!.children.push(token.chars);
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        if (open.length > MAX_OPEN) open.pop();
        const parent = open.at(-1)!;
        const element = makeElement(token.tagName, token.attrs, parent, elements.length);
        elements.push(element);
        parent.children.push(element);
        const mode = RAW_TEXT[token.tagName];
        if (mode !== undefined) {
          tokenizer.state = mode as typeof tokenizer.state;
          tokenizer.lastStartTagName = token.tagName;
        }
        if (!VOID.has(token.tagName) && !token.selfClosing) open.push(element);
      },
      onEndTag(token) {
        for (let i = open.length - 1; i > 0; i--)
          if (open[i]!.tag === token.tagName) {
            open.length = i;
            break;
          }
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  tokenizer.write(html, true);
  return { root, elements, flat: true };
}

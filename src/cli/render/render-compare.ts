import { count, type Style, wrap } from '../style.ts';
import type { Renderer } from './index.ts';

interface Compared {
  readonly why: string;
  readonly a: string;
  readonly b: string;
  readonly pairs: readonly {
    readonly topic?: string | null;
    readonly relation: string;
    readonly a: readonly { readonly text: string }[];
    readonly b: readonly { readonly text: string }[];
    readonly why: string;
  }[];
}

/** Pair by pair: what the relation is and why, then the words of both texts, marked A and B. */
export function renderCompare(style: Style): Renderer {
  return {
    item({ why, a, b, pairs }: Compared) {
      const head = `A  ${a}\nB  ${b}\n${style.paint('dim', why)}\n`;
      if (pairs.length === 0) return `${head}\nNothing in the two that can be compared.\n`;
      const side = (mark: string, passages: readonly { text: string }[]) =>
        passages.map((p) => wrap(`${mark} “${p.text.trim()}”`, style.width, '  ')).join('\n');
      const rows = pairs.map((p) => {
        const title = style.paint('bold', [p.topic, p.relation].filter(Boolean).join(': '));
        const parts = [`${title}${style.paint('dim', ` · ${p.why}`)}`, side('A', p.a), side('B', p.b)];
        return `\n${parts.filter((part) => part !== '').join('\n')}\n`;
      });
      return `${head}${rows.join('')}\n${style.paint('bold', count(pairs.length, 'pair'))}\n`;
    },
  };
}

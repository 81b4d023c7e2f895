import { count, oneLine, type Style, wrap } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Text {
  readonly date: string | null;
  readonly title: string;
}

interface Compared {
  readonly why: string;
  readonly a: string;
  readonly b: string;
  readonly texts?: { readonly a: Text; readonly b: Text };
  readonly pairs: readonly {
    readonly topic?: string | null;
    readonly topicName?: string | null;
    readonly relation: string;
    readonly a: readonly { readonly text: string }[];
    readonly b: readonly { readonly text: string }[];
    readonly why: string;
  }[];
}

/** Pair by pair: what the relation is and why, then the words of both texts, marked A and B. */
export function renderCompare(style: Style): Renderer {
  return {
    item({ why, a, b, texts, pairs }: Compared) {
      const name = (mark: 'a' | 'b', id: string) => {
        const text = texts?.[mark];
        const title = text ? `${text.date ?? 'undated'}  ${oneLine(text.title, 70)}  ${style.paint('dim', id)}` : id;
        return `${mark.toUpperCase()}  ${title}\n`;
      };
      const head = `${name('a', a)}${name('b', b)}${style.paint('dim', why)}\n`;
      if (pairs.length === 0) return `${head}\nNothing in the two that can be compared.\n`;
      const side = (mark: string, passages: readonly { text: string }[]) =>
        passages.map((p) => wrap(`${mark} “${p.text.trim()}”`, style.width, '  ')).join('\n');
      const rows = pairs.map((p) => {
        const title = style.paint('bold', [p.topicName ?? p.topic, p.relation].filter(Boolean).join(': '));
        const parts = [`${title}${style.paint('dim', ` · ${p.why}`)}`, side('A', p.a), side('B', p.b)];
        return `\n${parts.filter((part) => part !== '').join('\n')}\n`;
      });
      return `${head}${rows.join('')}\n${style.paint('bold', count(pairs.length, 'pair'))}\n`;
    },
  };
}

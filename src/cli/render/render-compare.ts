import { RELATION_WORDS } from '../../service/words/relation-words.ts';
import { oneLine, type Style, wrap } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Text {
  readonly date: string | null;
  readonly title: string;
}
interface Pair {
  readonly topic?: string | null;
  readonly topicName?: string | null;
  readonly relation: string;
  readonly a: readonly { readonly text: string }[];
  readonly b: readonly { readonly text: string }[];
  readonly why: string;
}
interface Compared {
  readonly why: string;
  readonly a: string;
  readonly b: string;
  readonly texts?: { readonly a: Text; readonly b: Text };
  readonly pairs: readonly Pair[];
}

/** The counts first; then topic by topic what the relation is and why, with the words of both texts, marked A and B. */
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
      const topics = Map.groupBy(pairs, (p) => p.topicName ?? p.topic ?? '');
      const sections = [...topics].map(([topic, ofTopic]) => {
        const title = topic === '' ? '' : `${style.paint('bold', topic)}\n`;
        return `\n${title}${relations(ofTopic, style)}`;
      });
      return `${head}${wrap(counts(pairs), style.width)}\n${sections.join('')}`;
    },
  };
}

/** "3 as before · 20 only in the earlier text". */
const counts = (pairs: readonly Pair[]): string =>
  [...Map.groupBy(pairs, (p) => p.relation)].map(([relation, of]) => `${of.length} ${wordsOf(relation)}`).join(' · ');

const wordsOf = (relation: string): string => RELATION_WORDS[relation] ?? relation;

/** Passages that stand in one text only share a heading; what stands in both has one each. */
function relations(pairs: readonly Pair[], style: Style): string {
  const side = (mark: string, passages: Pair['a']) =>
    passages.map((p) => `${wrap(`${mark} “${p.text.trim()}”`, style.width, '    ')}\n`).join('');
  const groups = Map.groupBy(pairs, (p) => `${wordsOf(p.relation)}${style.paint('dim', ` · ${p.why}`)}`);
  return [...groups]
    .map(([heading, of]) => `  ${heading}\n${of.map((p) => `${side('A', p.a)}${side('B', p.b)}`).join('\n')}`)
    .join('\n');
}

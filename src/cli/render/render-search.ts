import { count, oneLine, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Value {
  readonly name: string;
  readonly turns: number;
}
interface Found {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly {
    readonly document: string;
    readonly turn: string;
    readonly text: string;
    readonly before: string;
    readonly after: string;
    readonly speaker: string | null;
    readonly voice: string;
    readonly kind: string;
    readonly date: string | null;
    readonly title: string | null;
    readonly also?: readonly { readonly turn: string }[];
  }[];
  readonly earliest?: { readonly date: string | null } | null;
  readonly latest?: { readonly date: string | null } | null;
  readonly facets?: Readonly<Record<string, readonly Value[]>>;
  readonly empty?: {
    readonly without: readonly { readonly filter: string; readonly turns: number }[];
    readonly words: readonly { readonly words: string; readonly turns: number }[];
    readonly unknownSpeaker: boolean;
  } | null;
  readonly coverage?: { readonly note: string };
}
/** Values of a facet on its line. */
const SHOWN = 5;

/** What keeps a search empty, a line a reason. */
function whyEmpty(empty: Found['empty']): string[] {
  if (!empty) return [];
  return [
    ...(empty.unknownSpeaker ? ['Nobody in this record or in the vocabulary has that name.'] : []),
    ...empty.without
      .filter((w) => w.turns > 0)
      .map((w) => `Without --${w.filter === 'days' ? 'from, --to' : w.filter}: ${count(w.turns, 'turn')}.`),
    ...empty.words.map((w) => `${oneLine(w.words, 60)}: ${w.turns === 0 ? 'nowhere' : count(w.turns, 'turn')}.`),
  ];
}

/** Keyword in context: the words found stand below each other, with day and speaker before them and the place below. */
export function renderSearch(style: Style): Renderer {
  return {
    item({ total, next, items, facets = {}, earliest, latest, empty, coverage }: Found) {
      const reach = coverage ? `${style.paint('dim', `${oneLine(coverage.note, 200)}.`)}\n` : '';
      if (total === 0)
        return `Nothing found in this record.\n${whyEmpty(empty ?? null)
          .map((line) => `  ${line}\n`)
          .join('')}${reach}`;
      const names = items.map((h) => oneLine(h.speaker ?? `(${h.voice})`, 20));
      const widest = Math.max(...names.map((n) => n.length));
      const room = style.width - 12 - widest - 2;
      const rows = items.map((h, i) => {
        const match = oneLine(h.text, room);
        const side = Math.max(12, Math.floor((room - match.length) / 2));
        const flat = (s: string) => printable(s.replace(/\s+/g, ' '));
        const before = lastWords(flat(h.before), side).padStart(side);
        const after = firstWords(flat(h.after), side);
        const line = `${(h.date ?? '').padEnd(10)}  ${names[i]!.padEnd(widest)}  ${before}${style.paint(['bold', 'yellow'], match)}${after}`;
        const also = h.also?.length ? ` · also in ${h.also.map((a) => a.turn).join(', ')}` : '';
        const place = `${' '.repeat(12)}${h.turn} · ${h.kind}${h.title ? ` · ${oneLine(h.title, 60)}` : ''}${also}`;
        return `${line}\n${style.paint('dim', place)}\n`;
      });
      const more = next ? `, ${items.length} shown (the next with --next ${next})` : '';
      const ends =
        earliest && latest ? `${'earliest'.padEnd(10)}  ${earliest.date}, latest ${latest.date}, in this record\n` : '';
      const spread = Object.entries(facets)
        .filter(([, values]) => values.length > 1)
        .map(
          ([name, values]) =>
            `${style.paint('dim', name.padEnd(10))}  ${values
              .slice(0, SHOWN)
              .map((v) => `${oneLine(v.name, 30)} ${v.turns}`)
              .join(' · ')}\n`,
        );
      return `${rows.join('')}${style.paint('bold', count(total, 'turn'))}${more}\n${ends}${spread.join('')}${reach}`;
    },
  };
}

/** At most so many UTF-16 units of the end of a context, no word of it cut. */
const lastWords = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(-most - 1).replace(/^\S*\s/u, '');

/** The same of its beginning. */
const firstWords = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most + 1).replace(/\s\S*$/u, '');

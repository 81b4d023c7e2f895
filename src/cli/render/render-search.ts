import { count, oneLine, printable, type Style } from '../style.ts';
import type { Renderer } from './index.ts';

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
  }[];
}

/** Keyword in context: the words found stand below each other, with day and speaker before them and the place below. */
export function renderSearch(style: Style): Renderer {
  return {
    item({ total, next, items }: Found) {
      if (total === 0) return 'Nothing found in this record.\n';
      const names = items.map((h) => oneLine(h.speaker ?? `(${h.voice})`, 20));
      const widest = Math.max(...names.map((n) => n.length));
      const room = style.width - 12 - widest - 2;
      const rows = items.map((h, i) => {
        const match = oneLine(h.text, room);
        const side = Math.max(12, Math.floor((room - match.length) / 2));
        const flat = (s: string) => printable(s.replace(/\s+/g, ' '));
        const before = flat(h.before).slice(-side).padStart(side);
        const after = flat(h.after).slice(0, side);
        const line = `${(h.date ?? '').padEnd(10)}  ${names[i]!.padEnd(widest)}  ${before}${style.paint(['bold', 'yellow'], match)}${after}`;
        const place = `${' '.repeat(12)}${h.turn} · ${h.kind}${h.title ? ` · ${oneLine(h.title, 60)}` : ''}`;
        return `${line}\n${style.paint('dim', place)}\n`;
      });
      const more = next ? `, ${items.length} shown (the next with --next ${next})` : '';
      return `${rows.join('')}${style.paint('bold', count(total, 'turn'))}${more}\n`;
    },
  };
}

import { titleOf } from '../../core/cite/supply-title.ts';
import { count, oneLine, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Listed {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly event: string;
    readonly name: string;
    readonly title: string | null;
    readonly date: string | null;
    readonly kind: string | null;
    readonly outlet: string | null;
    readonly language: string | null;
    readonly participants: readonly { readonly name: string | null; readonly role: string }[];
  }[];
}

/** A table by date: the day, the id, who speaks, the title. Further versions of one event are marked. */
export function renderList(style: Style): Renderer {
  return {
    item({ total, next, items }: Listed) {
      if (total === 0) return 'No documents. Add some with "onrecord add PATH...".\n';
      const seen = new Set<string>();
      const who = items.map((d) => d.participants.find((p) => p.role === 'official' && p.name)?.name ?? '');
      const widest = Math.min(24, Math.max(...who.map((w) => w.length)));
      const rows = items.map((d, i) => {
        const isVersion = seen.has(d.event);
        seen.add(d.event);
        const left = `${(d.date ?? 'undated').padEnd(10)}  `;
        const name = oneLine(who[i]!, widest).padEnd(widest);
        const room = style.width - left.length - 18 - (widest ? widest + 2 : 0);
        const mark = isVersion ? '↳ ' : '';
        const title = oneLine(mark + titleOf(d), room);
        return `${left}${style.paint('cyan', d.id)}  ${widest ? `${name}  ` : ''}${isVersion ? style.paint('dim', title) : title}\n`;
      });
      const events = new Set(items.map((d) => d.event)).size;
      const more = next ? ` (the next with --next ${next})` : '';
      const same = events < items.length ? `, ${count(events, 'event')} of speaking` : '';
      return `${rows.join('')}${style.paint('bold', `${count(total, 'document')}${same}`)}${more}\n`;
    },
  };
}

import type { Decided } from '../../service/history.ts';
import { count, printable, wrap } from '../style.ts';
import type { RendererOf } from './renderer.ts';

/** The newest first: when, who, what was decided of which id, and why; what was taken back since says so. */
export const renderHistory: RendererOf = (style) => ({
  item({ total, next, items }: { total: number; next: string | null; items: readonly Decided[] }) {
    if (total === 0) return 'Nobody has decided anything yet.\n';
    const rows = items.map((j) => {
      const what = [j.decision, j.about, j.other, j.value === null ? null : `“${j.value}”`].filter(Boolean).join(' ');
      const back = j.stands || j.decision === 'undo' ? '' : style.paint('yellow', '  taken back since');
      const head = `${j.at.slice(0, 16).replace('T', ' ')}  ${style.paint('bold', printable(what))}${back}`;
      const why = wrap(printable(`${j.by}: ${j.reason || 'no reason given'}`), style.width, '  ');
      return `${head}\n${why}\n  ${style.paint('dim', j.id)}\n`;
    });
    const more = next ? ` (the next with --next ${next})` : '';
    return `${rows.join('')}${style.paint('bold', count(total, 'decision'))}${more}\n`;
  },
});

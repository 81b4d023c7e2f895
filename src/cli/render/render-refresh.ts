import { oneLine, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Refreshed {
  readonly address: string;
  readonly status: 'unchanged' | 'changed' | 'added' | 'gone' | 'failed';
  readonly document: { readonly id: string; readonly title: string | null } | null;
  readonly findings: readonly { readonly stage: string; readonly why: string }[];
  readonly error?: { readonly message: string; readonly hint: string | null };
}

const COLOUR = { added: 'green', changed: 'yellow', unchanged: 'dim', gone: 'yellow', failed: 'red' } as const;

/** One line an address, with what changed under it; the unchanged ones are only counted. */
export function renderRefresh(style: Style): Renderer {
  const tally = new Map<string, number>();
  return {
    item(result: Refreshed) {
      tally.set(result.status, (tally.get(result.status) ?? 0) + 1);
      if (result.status === 'unchanged') return '';
      const status = style.paint(COLOUR[result.status], result.status.padEnd(9));
      if (result.error) {
        const hint = result.error.hint ? `\n           ${style.paint('dim', printable(result.error.hint))}` : '';
        return `${status}  ${printable(result.error.message)}${hint}\n`;
      }
      const id = result.document ? `${style.paint('cyan', result.document.id)}  ` : '';
      const told = result.findings.filter((f) => f.stage === 'versions');
      const under = told.map((f) => `           ${printable(f.why)}\n`).join('');
      return `${status}  ${id}${oneLine(result.address, style.width - 32)}\n${under}`;
    },
    end() {
      const parts = ['added', 'changed', 'gone', 'unchanged', 'failed'].flatMap((s) =>
        tally.has(s) ? [`${tally.get(s)!.toLocaleString('en')} ${s}`] : [],
      );
      const none = 'No address is known yet. Add one: onrecord add https://…\n';
      return parts.length > 0 ? `${style.paint('bold', parts.join(', '))}\n` : none;
    },
  };
}

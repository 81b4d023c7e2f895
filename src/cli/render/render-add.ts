import { count, oneLine, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Added {
  readonly path: string;
  readonly status: 'added' | 'unchanged' | 'changed' | 'skipped' | 'failed';
  readonly document: { readonly id: string; readonly title: string | null; readonly date: string | null } | null;
  readonly findings: readonly { readonly severity: string; readonly why: string }[];
  readonly error?: { readonly message: string; readonly hint: string | null };
}

const COLOUR = { added: 'green', changed: 'yellow', unchanged: 'dim', skipped: 'dim', failed: 'red' } as const;

/** One line a document, what failed with its reason; what was passed over is only counted. */
export function renderAdd(style: Style): Renderer {
  const tally = new Map<string, number>();
  return {
    item(result: Added) {
      tally.set(result.status, (tally.get(result.status) ?? 0) + 1);
      if (result.status === 'skipped') return '';
      const status = style.paint(COLOUR[result.status], result.status.padEnd(9));
      if (result.error) {
        const hint = result.error.hint ? `\n           ${style.paint('dim', printable(result.error.hint))}` : '';
        return `${status}  ${printable(result.error.message)}${hint}\n`;
      }
      const { id, title, date } = result.document!;
      const warnings = result.findings.filter((f) => f.severity !== 'info');
      const note = warnings.length > 0 ? style.paint('yellow', `  (${count(warnings.length, 'finding')})`) : '';
      const words = oneLine(title ?? result.path, style.width - 42);
      return `${status}  ${style.paint('cyan', id)}  ${(date ?? '').padEnd(10)}  ${words}${note}\n`;
    },
    end() {
      const parts = ['added', 'changed', 'unchanged', 'failed', 'skipped'].flatMap((s) =>
        tally.has(s) ? [`${tally.get(s)!.toLocaleString('en')} ${s}`] : [],
      );
      return parts.length > 0 ? `${style.paint('bold', parts.join(', '))}\n` : 'Nothing to add there.\n';
    },
  };
}

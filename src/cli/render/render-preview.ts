import { count, oneLine, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Previewed {
  readonly path: string;
  readonly status: 'new' | 'known' | 'skipped' | 'failed';
  readonly document: { readonly id: string; readonly title: string | null; readonly date: string | null } | null;
  readonly labels: readonly {
    readonly label: string | null;
    readonly voice: string;
    readonly speaker: string | null;
    readonly turns: number;
    readonly sample: string;
  }[];
  readonly uncertain: readonly { readonly why: string }[];
  readonly error?: { readonly message: string; readonly hint: string | null };
}

/** A text as it would be kept: title, day, who speaks under which label, what is uncertain. */
export function renderPreview(style: Style): Renderer {
  return {
    item(seen: Previewed) {
      if (seen.status === 'skipped') return '';
      if (seen.error)
        return `${style.paint('red', 'unreadable')}  ${printable(seen.error.message)}${seen.error.hint ? `\n            ${style.paint('dim', printable(seen.error.hint))}` : ''}\n`;
      const { title, date } = seen.document!;
      const head = `${style.paint('bold', oneLine(title ?? seen.path, style.width))}\n${date ?? 'day not known'}  ${style.paint('dim', `${printable(seen.path)}, ${seen.status}`)}\n`;
      const voices = seen.labels.map(
        (l) =>
          `  ${printable(l.label ?? '(no label)').padEnd(16)}  ${printable(l.speaker ?? 'nobody by name')}, ${l.voice}, ${count(l.turns, 'turn')}\n  ${' '.repeat(16)}  ${style.paint('dim', oneLine(l.sample, style.width - 20))}\n`,
      );
      const doubts = seen.uncertain.map((u) => `${style.paint('yellow', '?')} ${printable(u.why)}\n`);
      return `${head}${voices.join('')}${doubts.join('')}\n`;
    },
    end: () =>
      `${style.paint('dim', 'Nothing was kept. "onrecord add" with the same words keeps it; --title, --date, --kind and --who "A=NAME" mend it.')}\n`,
  };
}

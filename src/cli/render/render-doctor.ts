import { count, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Health {
  readonly sound: boolean;
  readonly documents: number;
  readonly problems: readonly {
    readonly kind: string;
    readonly id: string;
    readonly what: string;
    readonly mend: string;
  }[];
}

export function renderDoctor(style: Style): Renderer {
  return {
    item({ sound, documents, problems }: Health) {
      if (sound)
        return `${style.paint('green', 'Sound')}: every hash, anchor and index of ${count(documents, 'document')} was verified.\n`;
      const rows = problems.map(
        (p) =>
          `${style.paint('red', p.kind.padEnd(13))} ${style.paint('cyan', p.id)}  ${printable(p.what)}\n${' '.repeat(14)}${style.paint('dim', p.mend)}\n`,
      );
      return `${rows.join('')}${style.paint('bold', count(problems.length, 'problem'))} in ${count(documents, 'document')}\n`;
    },
  };
}

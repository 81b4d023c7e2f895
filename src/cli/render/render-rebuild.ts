import { count, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

interface Rebuilt {
  readonly documents: number;
  readonly changed: number;
  readonly moved: number;
  readonly lost: number;
  readonly seconds: number;
  readonly failed: readonly { readonly id: string; readonly why: string }[];
}

export function renderRebuild(style: Style): Renderer {
  return {
    item(r: Rebuilt) {
      const failed = r.failed.map(
        (f) => `${style.paint('red', 'kept as it was')}  ${style.paint('cyan', f.id)}  ${printable(f.why)}\n`,
      );
      const ids = r.moved + r.lost > 0 ? `; published ids: ${r.moved} moved, ${r.lost} lost` : '';
      return `${failed.join('')}${style.paint('bold', `${count(r.documents, 'document')} rebuilt`)}, ${r.changed} changed${ids} (${r.seconds.toFixed(1)} s)\n`;
    },
  };
}

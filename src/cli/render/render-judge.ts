import type { Judgement } from '../../core/model/index.ts';
import { oneLine, printable, type Style } from '../style.ts';
import type { Renderer } from './renderer.ts';

export function renderJudge(style: Style): Renderer {
  return {
    item(j: Judgement) {
      const value = j.value ? ` ${printable(j.value)}` : '';
      const words = j.anchor ? `\n  “${oneLine(j.anchor.exact, style.width - 6)}”` : '';
      return `${style.paint('cyan', j.id)}  ${style.paint('bold', j.decision)}${value} ${j.about}${j.other ? ` and ${j.other}` : ''}, by ${printable(j.by)}${words}\n${style.paint('dim', `Take it back with: onrecord judge ${j.id} undo --by NAME --reason TEXT`)}\n`;
    },
  };
}

import type { z } from 'zod';
import type { suggest } from '../../service/suggest.ts';
import { count, oneLine, printable, wrap } from '../style.ts';
import type { RendererOf } from './renderer.ts';

type Suggested = z.infer<(typeof suggest)['output']>;

/** What waits for a decision, with the words it rests on; then what was thrown away and why. */
export const renderSuggest: RendererOf = (style) => ({
  item({ model, asked, added, suggestions, discarded, failed }: Suggested) {
    const rows = suggestions.map((s) => {
      const fields = Object.entries(s.content).flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
      const head = `${style.paint('bold', s.kind)} ${printable(fields.join(' · '))}`;
      const words = wrap(`“${oneLine(s.anchor.exact, 240)}”`, style.width, '  ');
      return `${head}\n${words}\n  ${style.paint('dim', `${s.id} · ${s.turn}`)}\n`;
    });
    const thrown = Object.entries(discarded).map(([why, n]) => `${n} ${why}`);
    return [
      ...rows,
      style.paint('bold', `${count(suggestions.length, 'suggestion')} to judge`) + (asked > 0 ? `, ${added} new` : ''),
      ...(asked > 0 ? [`${count(asked, 'request')} to ${model ?? 'the model'}`] : []),
      ...(thrown.length > 0 ? [`thrown away: ${thrown.join(', ')}`] : []),
      ...failed.map((f) => wrap(printable(`no answer for ${f.start}–${f.end}: ${f.why}`), style.width)),
      'Accept one with: onrecord judge ID accept --reason WHY --by NAME',
      '',
    ].join('\n');
  },
});

import type { z } from 'zod';
import { dateWords } from '../../core/text/date-words.ts';
import type { gaps } from '../../service/gaps.ts';
import { count, oneLine, printable, wrap } from '../style.ts';
import type { RendererOf } from './renderer.ts';

type Gaps = z.infer<(typeof gaps)['output']>;
type Reference = Gaps['references'][number];

/** Speakers whose months are written out; the rest are counted. */
const SPEAKERS = 20;
/** References to one statement that are quoted; the rest are counted. */
const QUOTED = 3;

/** Statements that are referred to, those most referred to first; then who is held in which month, and how far that reaches. */
export const renderGaps: RendererOf = (style) => ({
  item({ references, total, next, speakers, coverage }: Gaps) {
    const groups = Map.groupBy(references, (r) => `${r.key ?? r.turn}|${r.day}|${r.held}`);
    const quotations = (of: Reference[]) => [
      ...of.slice(0, QUOTED).map((r) => {
        const at = style.paint('dim', `      ${r.said ?? 'undated'} · ${r.turn}`);
        return `${wrap(`“${oneLine(r.text, 300)}”`, style.width, '      ')}\n${at}`;
      }),
      ...(of.length > QUOTED ? [`      and ${of.length - QUOTED} more`] : []),
    ];
    const rows = [...groups.values()].flatMap((of) => [`  ${style.paint('bold', headOf(of[0]!))}`, ...quotations(of)]);
    const held = speakers.slice(0, SPEAKERS).flatMap((s) => [
      `  ${style.paint('bold', printable(s.speaker))}, ${count(s.documents, 'text')}`,
      wrap(
        Object.entries(s.months)
          .map(([month, n]) => `${month}: ${n}`)
          .join(' · '),
        style.width,
        '      ',
      ),
    ]);
    const more = next ? ` (the next with --next ${next})` : '';
    return [
      style.paint('bold', `Statements that the texts refer to (${total.toLocaleString('en')})`) + more,
      ...(rows.length > 0 ? rows : ['  none']),
      '',
      style.paint('bold', 'Who is held, by month'),
      ...(held.length > 0 ? held : ['  nobody']),
      ...(speakers.length > SPEAKERS
        ? [`  and ${count(speakers.length - SPEAKERS, 'more speaker')} (all of them with --json)`]
        : []),
      '',
      style.paint('dim', coverage.note),
      '',
    ].join('\n');
  },
});

/** "Ilse Marenko, 12 May 2023, interview: not in this record". */
function headOf({ who, day, kind, held }: Reference): string {
  const what = [who ?? 'somebody whom the text does not name', day ? dateWords(day) : null, kind].filter(Boolean);
  const state =
    held === null
      ? 'not told closely enough to look for it'
      : held
        ? 'words of that day are held'
        : 'not in this record';
  return printable(`${what.join(', ')}: ${state}`);
}

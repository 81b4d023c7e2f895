import type { z } from 'zod';
import type { topics } from '../../service/topics.ts';
import { count, oneLine, wrap } from '../style.ts';
import type { RendererOf } from './renderer.ts';

type Topics = z.infer<(typeof topics)['output']>;

/** Topics by the statements held, then those without any, then terms that no topic covers, and how far the record reaches. */
export const renderTopics: RendererOf = (style) => ({
  item({ topics: all, suggestions, coverage }: Topics) {
    const spoken = all.filter((t) => t.statements > 0).sort((a, b) => b.statements - a.statements);
    const silent = all.filter((t) => t.statements === 0);
    const widest = Math.max(...spoken.map((t) => t.statements.toLocaleString('en').length), 1);
    const rows = spoken.map((t) => {
      const n = t.statements.toLocaleString('en').padStart(widest);
      const days = t.from ? (t.from === t.to ? t.from : `${t.from} to ${t.to}`) : 'undated';
      return `${n}  ${oneLine(t.name, style.width - 60)}  ${style.paint('dim', `${count(t.documents, 'text')}, ${days} · ${t.id}`)}`;
    });
    const terms = suggestions.flatMap((s) => [
      `  ${style.paint('bold', s.term)}  ${count(s.statements, 'statement')} in ${count(s.documents, 'text')}`,
      wrap(`“${oneLine(s.example.text, 200)}”`, style.width, '      '),
    ]);
    return [
      style.paint('bold', 'Statements by topic'),
      ...(rows.length > 0 ? rows : ['none']),
      ...(silent.length > 0
        ? ['', wrap(`Not spoken of here: ${silent.map((t) => t.name).join(', ')}.`, style.width)]
        : []),
      ...(terms.length > 0
        ? ['', style.paint('bold', 'Words that recur and no topic covers (a machine’s suggestion)'), ...terms]
        : []),
      '',
      style.paint('dim', coverage.note),
      '',
    ].join('\n');
  },
});

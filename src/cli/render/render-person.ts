import type { z } from 'zod';
import { dateWords } from '../../core/text/date-words.ts';
import type { person } from '../../service/person.ts';
import { count, oneLine, printable, wrap } from '../style.ts';
import type { RendererOf } from './renderer.ts';

type Person = z.infer<(typeof person)['output']>;

/** Topics and texts that are listed; the rest are counted. */
const LISTED = 20;

/** Offices, then what the record holds by year, topic and text, then where the person is only named. */
export const renderPerson: RendererOf = (style) => ({
  item(p: Person) {
    const offices = p.offices.map((o) => `  ${o.name}, ${tenureWords(o.from, o.to)}`);
    const years = Object.entries(p.years).map(([year, n]) => `${year}: ${n.toLocaleString('en')}`);
    const texts = (list: readonly { date: string | null; title: string; document: string }[]) => [
      ...list
        .slice(0, LISTED)
        .map(
          (t) =>
            `  ${(t.date ?? 'undated').padEnd(10)}  ${oneLine(t.title, style.width - 34)}  ${style.paint('dim', t.document)}`,
        ),
      ...(list.length > LISTED ? [`  and ${list.length - LISTED} more`] : []),
    ];
    const section = (title: string, lines: readonly string[]) =>
      lines.length > 0 ? ['', style.paint('bold', title), ...lines] : [];
    return [
      `${style.paint('bold', printable(p.name))}  ${style.paint('dim', p.id)}`,
      wrap(`also printed as ${p.aliases.map(printable).join(', ')}`, style.width),
      ...section('Offices', offices),
      ...section('Statements by year', years.length > 0 ? [wrap(years.join(' · '), style.width, '  ')] : []),
      ...section('By topic', [
        ...p.topics
          .slice(0, LISTED)
          .map((t) => `  ${t.name}, ${count(t.statements, 'statement')} ${style.paint('dim', t.id)}`),
        ...(p.topics.length > LISTED ? [`  and ${count(p.topics.length - LISTED, 'more topic')}`] : []),
      ]),
      ...section(`Speaks in ${count(p.speaks.length, 'text')}`, texts(p.speaks)),
      ...section(`Only named in ${count(p.mentioned.length, 'text')}`, texts(p.mentioned)),
      '',
      style.paint('dim', p.coverage.note),
      '',
    ].join('\n');
  },
});

/** "August 2008 to June 2025 (uncertain)"; what is not known is said. */
function tenureWords(from: string | null, to: string | null): string {
  const began = from ? dateWords(from) : 'beginning not known';
  if (to === '..') return `${began} onwards`;
  return `${began} to ${to ? dateWords(to) : 'a day not known'}`;
}

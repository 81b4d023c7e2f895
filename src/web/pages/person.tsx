import type { z } from 'zod';
import type { person } from '../../service/person.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, withQuery } from './links.ts';

/** Somebody with an office: offices with their days, what is held of him as speaker, apart from where he is only named. */
export function PersonPage(props: { answer: z.infer<(typeof person)['output']> }) {
  const { answer: a } = props;
  return (
    <Layout title={a.name} path="">
      <h1>{a.name}</h1>
      {a.aliases.length > 0 ? <p class="note">Also: {shorten(a.aliases.join(', '), 300)}</p> : null}
      <h2>Offices</h2>
      <ul class="measure">
        {a.offices.map((o) => (
          <li>
            {o.name}, {o.from ? `from ${dateWords(o.from)}` : 'beginning not known'}
            {o.to === '..' ? '' : o.to ? ` to ${dateWords(o.to)}` : ', end not known'}{' '}
            <span class="note">({shorten(o.source, 120)})</span>
          </li>
        ))}
      </ul>
      <p class="note">
        {a.coverage.note}. Counts are of statements found by rules; a machine’s suggestion until reviewed.
      </p>
      <div class="three">
        <Counts
          title="Statements by topic"
          rows={a.topics.map((t) => [t.name, t.statements, withQuery('/timeline', { topic: t.id, speaker: a.name })])}
        />
        <Counts title="Statements by year" rows={Object.entries(a.years).map(([year, n]) => [year, n, null])} />
      </div>
      <h2>Speaks in</h2>
      <Texts
        rows={a.speaks.map((d) => ({ ...d, count: `${d.turns} turns` }))}
        none="The record holds nothing said by this person."
      />
      <h2>Only mentioned in</h2>
      <Texts
        rows={a.mentioned.map((d) => ({ ...d, count: `named ${d.times} times` }))}
        none="Nowhere else in this record."
      />
    </Layout>
  );
}

function Counts(props: { title: string; rows: readonly [string, number, string | null][] }) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.rows.length === 0 ? <p class="note">None.</p> : null}
      <table>
        <tbody>
          {props.rows.slice(0, 20).map(([name, n, href]) => (
            <tr>
              <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Texts(props: {
  rows: readonly { document: string; date: string | null; title: string; count: string }[];
  none: string;
}) {
  if (props.rows.length === 0) return <p class="measure">{props.none}</p>;
  return (
    <ul class="measure">
      {props.rows.slice(0, 100).map((d) => (
        <li>
          <a href={documentPath(d.document)}>{shorten(d.title, 140)}</a>{' '}
          <span class="note">
            {dateWords(d.date)}, {d.count}
          </span>
        </li>
      ))}
    </ul>
  );
}

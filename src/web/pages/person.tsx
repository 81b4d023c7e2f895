import type { z } from 'zod';
import type { person } from '../../service/person.ts';
import { YearsChart } from '../charts/years-chart.tsx';
import { FeedLink, Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, inWords, withQuery } from './links.ts';

/** Texts listed of each kind; the rest are found by search. */
const MAX_TEXTS = 60;

/** Somebody with an office: offices with their days, what is held of him as speaker, apart from where he is only named. */
export function PersonPage(props: { answer: z.infer<(typeof person)['output']> }) {
  const { answer: a } = props;
  const statements = Object.values(a.years).reduce((sum, n) => sum + n, 0);
  const feed = { path: `/feed/person/${encodeURIComponent(a.id)}`, title: `Feed of what ${a.name} says` };
  return (
    <Layout title={a.name} path="" feed={feed}>
      <p class="eyebrow">
        Speaks on {a.speaks.length} {a.speaks.length === 1 ? 'occasion' : 'occasions'} in this record
      </p>
      <h1>{a.name}</h1>
      {a.aliases.length > 0 ? <p class="note">Also printed as: {shorten(a.aliases.join(', '), 300)}</p> : null}
      <dl class="facts">
        {a.offices.map((o) => [
          <dt>
            {o.from ? dateWords(o.from) : 'beginning not known'}{' '}
            {o.to === '..' ? 'onwards' : o.to ? `to ${dateWords(o.to)}` : 'to a day not known'}
          </dt>,
          <dd>
            {o.name} <span class="note">(source: {shorten(o.source, 90)})</span>
          </dd>,
        ])}
      </dl>
      <p class="noprint">
        <a href={withQuery('/search', { speaker: a.name })}>Search in what {a.name} said</a> · <FeedLink feed={feed} />
      </p>
      <div class="two">
        <section>
          <h2>Statements by year</h2>
          <YearsChart
            counts={a.years}
            what="Statements"
            note={`${statements.toLocaleString('en')} statements as speaker, found by rules. ${inWords(a.coverage.note)}.`}
          />
        </section>
        <section>
          <h2>Statements by topic</h2>
          {a.topics.length === 0 ? <p class="note">None is laid to a topic.</p> : null}
          <table>
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col" class="number">
                  Statements
                </th>
              </tr>
            </thead>
            <tbody>
              {a.topics.slice(0, 16).map((t) => (
                <tr>
                  <th scope="row">
                    <a href={withQuery('/timeline', { topic: t.id, speaker: a.name })}>{t.name}</a>
                  </th>
                  <td class="number">{t.statements.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="note">A machine’s suggestion until a person has reviewed it. {inWords(a.coverage.note)}.</p>
        </section>
      </div>
      <h2>As speaker</h2>
      <Texts
        rows={a.speaks.map((d) => ({ ...d, count: `${d.turns} ${d.turns === 1 ? 'turn' : 'turns'}` }))}
        none="The record holds nothing said by this person."
      />
      <h2>Only mentioned, by others</h2>
      <Texts
        rows={a.mentioned.map((d) => ({ ...d, count: d.times === 1 ? 'named once' : `named ${d.times} times` }))}
        none="Nowhere else in this record."
      />
    </Layout>
  );
}

function Texts(props: {
  rows: readonly { document: string; date: string | null; title: string; count: string }[];
  none: string;
}) {
  if (props.rows.length === 0) return <p class="measure">{props.none}</p>;
  return (
    <>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Text</th>
            <th scope="col" class="number">
              How much
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.slice(0, MAX_TEXTS).map((d) => (
            <tr>
              <td class="nowrap">{dateWords(d.date)}</td>
              <td class="words">
                <a href={documentPath(d.document)}>{shorten(d.title, 140)}</a>
              </td>
              <td class="number">{d.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.rows.length > MAX_TEXTS ? <p class="note">And {props.rows.length - MAX_TEXTS} more, older ones.</p> : null}
    </>
  );
}

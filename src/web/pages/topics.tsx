import type { z } from 'zod';
import type { topics } from '../../service/topics.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, inWords, partPath, withQuery } from './links.ts';

export interface Matter {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** The vocabulary with what is held on each topic, treaties and talks, and terms that recur outside it. */
export function TopicsPage(props: {
  answer: z.infer<(typeof topics)['output']>;
  matters: readonly Matter[];
  sought: boolean;
}) {
  const { topics: list, suggestions, coverage } = props.answer;
  const sorted = [...list].sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
  const held = sorted.filter((t) => t.statements > 0);
  const silent = sorted.filter((t) => t.statements === 0);
  return (
    <Layout title="Topics" path="/topics">
      <h1>Topics, treaties and talks</h1>
      <p class="note coverage">
        {inWords(coverage.note)}. Statements are laid to topics by rules; a machine’s suggestion until reviewed.
      </p>
      <p class="note">
        A statement is a sentence in which somebody says, promises, asks or denies something. It is counted under each
        topic its words belong to.
      </p>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col" class="number">
              Statements
            </th>
            <th scope="col" class="number">
              Texts
            </th>
            <th scope="col">From, to</th>
          </tr>
        </thead>
        <tbody>
          {held.map((t) => (
            <tr>
              <th scope="row">
                <a href={withQuery('/timeline', { topic: t.id })}>{t.name}</a>
                <br />
                <span class="note">{shorten(t.scope, 160)}</span>
              </th>
              <td class="number" data-unit={t.statements === 1 ? 'statement' : 'statements'}>
                {t.statements.toLocaleString('en')}
              </td>
              <td class="number" data-unit={t.documents === 1 ? 'text' : 'texts'}>
                {t.documents.toLocaleString('en')}
              </td>
              <td>{t.from ? `${dateWords(t.from)}${t.to !== t.from ? ` to ${dateWords(t.to)}` : ''}` : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent.length > 0 ? <p class="note">Nothing is held on: {silent.map((t) => t.name).join(', ')}.</p> : null}
      {(['instrument', 'track', 'event'] as const).map((kind) => (
        <Matters title={KINDS[kind]} matters={props.matters.filter((m) => m.kind === kind)} />
      ))}
      <h2 id="recurring">Words that recur and belong to no topic</h2>
      <p class="note">
        Two words that stand together in several statements, none of which has a topic above. They may show a matter
        that the list of topics lacks; <code>data/topics.yaml</code> is where one is added.
      </p>
      {!props.sought ? (
        <p class="measure">
          <a href="/topics?recurring=1#recurring">Look for such words</a>. Every text is read for it, which takes a
          while in a large record.
        </p>
      ) : suggestions.length === 0 ? (
        <p class="measure">No pair of words recurs outside the topics.</p>
      ) : null}
      <ul class="cards">
        {suggestions.map((s) => (
          <li>
            <a href={withQuery('/search', { query: `"${s.term}"` })}>{s.term}</a>{' '}
            <span class="note">
              {s.statements} statements in {s.documents} texts
            </span>
            <p class="note">
              <a class="quiet" href={partPath(s.example.turn)}>
                “<bdi>{shorten(s.example.text, 140)}</bdi>”
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

const KINDS = { instrument: 'Treaties and agreements', track: 'Talks', event: 'Events' } as const;

function Matters(props: { title: string; matters: readonly Matter[] }) {
  if (props.matters.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <ul class="cards">
        {props.matters.map((m) => (
          <li>
            <a href={withQuery('/matter', { name: m.name })}>{m.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

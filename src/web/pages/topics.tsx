import type { z } from 'zod';
import type { topics } from '../../service/topics.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, partPath, withQuery } from './links.ts';

/** The vocabulary with what is held on each topic, and terms that recur outside it. */
export function TopicsPage(props: { answer: z.infer<(typeof topics)['output']> }) {
  const { topics: list, suggestions, coverage } = props.answer;
  const sorted = [...list].sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
  return (
    <Layout title="Topics" path="/topics">
      <h1>Topics</h1>
      <p class="note">
        {coverage.note}. Statements are laid to topics by rules; a machine’s suggestion until reviewed.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Statements</th>
            <th scope="col">From, to</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((t) => (
            <tr>
              <td>
                <a href={withQuery('/timeline', { topic: t.id })}>{t.name}</a>
                <br />
                <span class="note">{shorten(t.scope, 160)}</span>
              </td>
              <td>
                {t.statements}
                {t.documents ? ` in ${t.documents}` : ''}
              </td>
              <td>{t.from ? `${dateWords(t.from)}${t.to !== t.from ? ` to ${dateWords(t.to)}` : ''}` : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>Recurring, and in no topic</h2>
      {suggestions.length === 0 ? <p class="measure">No pair of words recurs outside the topics.</p> : null}
      <dl class="measure">
        {suggestions.map((s) => [
          <dt>
            <a href={withQuery('/search', { query: `"${s.term}"` })}>{s.term}</a>{' '}
            <span class="note">
              {s.statements} statements in {s.documents} documents
            </span>
          </dt>,
          <dd>
            <a href={partPath(s.example.turn)}>
              “<bdi>{shorten(s.example.text, 180)}</bdi>”
            </a>
          </dd>,
        ])}
      </dl>
    </Layout>
  );
}

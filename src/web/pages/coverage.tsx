import type { z } from 'zod';
import type { gaps } from '../../service/gaps.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, partPath, personPath } from './links.ts';

/** Columns shown at once; a longer record is counted by year. */
const MAX_COLUMNS = 24;
const MAX_ROWS = 60;

/** How far the record reaches: who speaks when, and what its texts refer to and it does not hold. */
export function CoveragePage(props: { answer: z.infer<(typeof gaps)['output']> }) {
  const { speakers, references, months, coverage } = props.answer;
  const byYear = months.length > MAX_COLUMNS;
  const columns = byYear ? [...new Set(months.map((m) => m.slice(0, 4)))].slice(-MAX_COLUMNS) : months;
  const count = (row: (typeof speakers)[number], column: string) =>
    Object.entries(row.months).reduce((sum, [month, n]) => (month.startsWith(column) ? sum + n : sum), 0);
  return (
    <Layout title="How far the record reaches" path="/coverage">
      <h1>How far the record reaches</h1>
      <p class="note">{coverage.note}.</p>
      <h2>Who speaks when</h2>
      {speakers.length === 0 ? <p class="measure">No speaker is known in this record.</p> : null}
      <section class="scroll" tabindex={0} aria-label="Occasions by speaker and time">
        <table>
          <thead>
            <tr>
              <th scope="col">Speaker</th>
              <th scope="col">Occasions</th>
              {columns.map((c) => (
                <th scope="col">{c}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {speakers.slice(0, MAX_ROWS).map((row) => (
              <tr>
                <th scope="row">
                  {row.person ? (
                    <a href={personPath(row.person)}>{shorten(row.speaker, 60)}</a>
                  ) : (
                    shorten(row.speaker, 60)
                  )}
                </th>
                <td>{row.documents}</td>
                {columns.map((c) => (
                  <td>{count(row, c) || '·'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2>Referred to, and not in this record</h2>
      {references.length === 0 ? (
        <p class="measure">No reference to another statement was found that leads out of the record.</p>
      ) : (
        <ul class="measure">
          {references.slice(0, 100).map((r) => (
            <li>
              <a href={partPath(r.turn)}>
                “<bdi>{r.text}</bdi>”
              </a>{' '}
              <span class="note">
                said {dateWords(r.said)}; {lack(r)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

/** What is not held, in words: by whom and of which day, and how often it is referred to. */
function lack({ who, day, held, times }: z.infer<(typeof gaps)['output']>['references'][number]) {
  const by = who ? ` by ${who}` : '';
  const often = times > 1 ? `; ${times} references` : '';
  if (!day) return `the sentence does not say of which day${by}${often}`;
  if (held === null) return `something of ${dateWords(day)} is held; whether it is this is not told${often}`;
  return `of ${dateWords(day)} nothing${by} is held${often}`;
}

import type { z } from 'zod';
import type { gaps } from '../../service/gaps.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, partPath, personPath } from './links.ts';

/** Columns shown at once; a longer record is counted by year. */
const MAX_COLUMNS = 36;
const MAX_ROWS = 60;
const MAX_REFERENCES = 60;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** How far the record reaches: who speaks when, and what its texts refer to and it does not hold. */
export function CoveragePage(props: { answer: z.infer<(typeof gaps)['output']>; pages: ReadonlySet<string> }) {
  const { speakers, references, months, coverage } = props.answer;
  return (
    <Layout title="How far the record reaches" path="/coverage">
      <h1>How far the record reaches</h1>
      <p class="lede">
        {coverage.documents.toLocaleString('en')} occasions
        {coverage.from ? `, ${dateWords(coverage.from)} to ${dateWords(coverage.to)}` : ''}. What was said elsewhere is
        not in this record; an empty square is no proof of silence.
      </p>
      <h2>Who speaks when</h2>
      {speakers.length === 0 ? (
        <p class="measure">No speaker is known in this record.</p>
      ) : (
        <Grid speakers={speakers} months={months} pages={props.pages} />
      )}
      <h2>Referred to, and not in this record</h2>
      {references.length === 0 ? (
        <p class="measure">No reference to another statement was found that leads out of the record.</p>
      ) : (
        <>
          <p class="note">
            Sentences that point to something said elsewhere or on another day, of which this record holds nothing.{' '}
            {references.length > MAX_REFERENCES
              ? `The first ${MAX_REFERENCES} of ${references.length.toLocaleString('en')}.`
              : ''}
          </p>
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">Refers to</th>
                <th scope="col">In the words</th>
                <th scope="col">Said</th>
              </tr>
            </thead>
            <tbody>
              {references.slice(0, MAX_REFERENCES).map((r) => (
                <tr>
                  <td>{lack(r)}</td>
                  <td class="words">
                    <a class="quiet" href={partPath(r.turn)}>
                      “<bdi>{shorten(r.text, 300)}</bdi>”
                    </a>
                  </td>
                  <td class="nowrap">{dateWords(r.said)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Layout>
  );
}

/** What is not held, in words: by whom and of which day, and how often it is referred to. */
function lack({ who, day, held, times }: z.infer<(typeof gaps)['output']>['references'][number]): string {
  const by = who ? ` by ${who}` : '';
  const often = times > 1 ? `; ${times} references` : '';
  if (!day) return `day not named${by}${often}`;
  if (held === null) return `something of ${dateWords(day)} is held; whether it is this is not told${often}`;
  return `${dateWords(day)}: nothing${by} is held${often}`;
}

/** A long stretch in which nobody speaks is one column, named by its ends: `1998/2014`, so that what is held is seen at once. */
function withoutDeserts(columns: readonly string[], isHeld: (column: string) => boolean): string[] {
  const kept: string[] = [];
  for (let i = 0; i < columns.length; i++) {
    let end = i;
    while (end < columns.length && !isHeld(columns[end]!)) end++;
    if (end - i >= DESERT) {
      kept.push(`${columns[i]}/${columns[end - 1]}`);
      i = end - 1;
    } else kept.push(columns[i]!);
  }
  return kept;
}
const DESERT = 4;

/** 2022; Mar; 1998 to 2014; a stretch of months by its years. */
function columnName(column: string): string {
  const [from, to] = column.split('/') as [string, string?];
  const name = (c: string) => (c.length === 4 ? c : MONTHS[Number(c.slice(5, 7)) - 1]!);
  if (to === undefined) return name(from);
  return from.length === 4 ? `${from}–${to}` : from.slice(0, 4) === to.slice(0, 4) ? `${name(from)}–${name(to)}` : '…';
}

type Row = z.infer<(typeof gaps)['output']>['speakers'][number];

/** A square a speaker and month: empty, one occasion, two or three, more. The number stands in it, so colour is not needed. */
function Grid(props: { speakers: readonly Row[]; months: readonly string[]; pages: ReadonlySet<string> }) {
  const byYear = props.months.length > MAX_COLUMNS;
  const all = byYear ? [...new Set(props.months.map((m) => m.slice(0, 4)))].slice(-MAX_COLUMNS) : props.months;
  const count = (row: Row, column: string) =>
    Object.entries(row.months).reduce((sum, [month, n]) => (month.startsWith(column) ? sum + n : sum), 0);
  const columns = withoutDeserts(all, (c) => props.speakers.some((row) => count(row, c) > 0));
  const years = byYear ? [] : [...new Set(columns.map((c) => c.slice(0, 4)))];
  const shade = (n: number) => (n === 0 ? 'n0' : n === 1 ? 'n1' : n < 4 ? 'n2' : 'n3');
  return (
    <>
      <section class="scroll" tabindex={0} aria-label="Occasions by speaker and time">
        <table class="grid">
          <thead>
            {years.length > 0 ? (
              <tr>
                <td class="n0"></td>
                <td class="n0"></td>
                {years.map((year) => (
                  <th scope="colgroup" class="year" colspan={columns.filter((c) => c.startsWith(year)).length}>
                    {year}
                  </th>
                ))}
              </tr>
            ) : null}
            <tr>
              <th scope="col">Speaker</th>
              <th scope="col">All</th>
              {columns.map((c) => (
                <th scope="col">{columnName(c)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.speakers.slice(0, MAX_ROWS).map((row) => (
              <tr>
                <th scope="row">
                  {row.person && props.pages.has(row.person) ? (
                    <a href={personPath(row.person)}>{shorten(row.speaker, 40)}</a>
                  ) : (
                    shorten(row.speaker, 40)
                  )}
                </th>
                <td class="n0">{row.documents}</td>
                {columns.map((c) => {
                  if (c.includes('/')) return <td class="n0"></td>;
                  const n = count(row, c);
                  return <td class={shade(n)}>{n || '·'}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="note">
        Occasions on which each one speaks. A stretch in which nothing is held is one column. Who holds no office is not
        counted by name.{' '}
        {props.speakers.length > MAX_ROWS
          ? `The ${MAX_ROWS} who speak most, of ${props.speakers.length.toLocaleString('en')}.`
          : ''}
      </p>
    </>
  );
}

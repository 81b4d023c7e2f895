import { TopicChart } from '../charts/topic-chart.tsx';
import { Layout } from './layout.tsx';
import { withQuery } from './links.ts';
import { pageOf } from './page-list.ts';
import { Pages } from './pages.tsx';
import { type Answer, Line, type LineEntry } from './timeline/line.tsx';

/** Statements a page. */
const SIZE = 100;

export interface TimelineForm {
  readonly topic?: string;
  readonly speaker?: string;
  readonly party?: string;
  readonly from?: string;
  readonly to?: string;
  readonly page?: string;
  /** only where the position shifts */
  readonly shifts?: string;
}

export function TimelinePage(props: {
  form: TimelineForm;
  answer: Answer | null;
  problem: string | null;
  topics: readonly { id: string; name: string; scope: string }[];
  pages: ReadonlySet<string>;
}) {
  const { form, answer } = props;
  const name = props.topics.find((t) => t.id === form.topic || t.id === answer?.topic)?.name ?? form.topic;
  return (
    <Layout title={name ? `${name} through time` : 'Follow a matter'} path="/timeline">
      <h1>{name ? `${name}, through time` : 'What have they said about this?'}</h1>
      <form class="ask" action="/timeline" method="get">
        <div class="row">
          <label>
            Topic, treaty, party or word
            <input name="topic" value={name ?? ''} required list="topics" autocomplete="off" />
          </label>
          <label>
            Speaker
            <input name="speaker" value={form.speaker ?? ''} autocomplete="off" />
          </label>
          <label>
            From
            <input name="from" value={form.from ?? ''} placeholder="2023-04" autocomplete="off" />
          </label>
          <label>
            To
            <input name="to" value={form.to ?? ''} placeholder="2024" autocomplete="off" />
          </label>
        </div>
        <datalist id="topics">
          {props.topics.map((t) => (
            <option value={t.name} />
          ))}
        </datalist>
        <button type="submit">Follow it</button>
      </form>
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      {answer ? (
        <Through form={form} answer={answer} pages={props.pages} />
      ) : props.problem ? null : (
        <Topics topics={props.topics} />
      )}
    </Layout>
  );
}

const isShift = (e: LineEntry) =>
  e.shift !== undefined && e.shift.relation !== 'unchanged' && e.shift.relation !== 'new';

function Through(props: { form: TimelineForm; answer: Answer; pages: ReadonlySet<string> }) {
  const { form, answer } = props;
  const { entries, total, coverage } = answer;
  if (entries.length === 0)
    return (
      <p class="measure">
        No statement on this is held. {coverage.note}. Search finds words that no statement rests on.
      </p>
    );
  const shifts = entries.filter(isShift).length;
  const only = form.shifts === '1';
  const listed = only ? entries.filter(isShift) : entries;
  const list = pageOf(listed, form.page, SIZE);
  const query = { ...form, page: null, shifts: only ? '1' : null };
  const href = (at: number) => {
    const page = Math.floor(at / SIZE) + 1;
    return `${withQuery('/timeline', { ...query, page: page > 1 ? String(page) : null })}#e${at + 1}`;
  };
  return (
    <>
      <TopicChart
        said={listed.map((e, i) => ({ ...e, shifted: isShift(e), href: href(i) }))}
        note="Days without a mark may be silence, or texts that this record does not hold."
      />
      <p class="note coverage">
        {total > entries.length ? `The first ${entries.length.toLocaleString('en')} of ` : ''}
        {total.toLocaleString('en')} {total === 1 ? 'statement' : 'statements'} by{' '}
        {new Set(entries.map((e) => e.speaker)).size} speakers. {coverage.note}. What an act is called and where a
        position shifts is a machine’s suggestion unless marked reviewed.
      </p>
      <p class="tabs">
        <a href={withQuery('/timeline', { ...query, shifts: null })} aria-current={only ? undefined : 'true'}>
          All {entries.length.toLocaleString('en')}
        </a>
        <a href={withQuery('/timeline', { ...query, shifts: '1' })} aria-current={only ? 'true' : undefined}>
          Where the position seems to shift: {shifts}
        </a>
        <a href={withQuery('/ledger', { topic: form.topic })}>Where it stood on a day</a>
      </p>
      <Line entries={list.items} first={list.first} pages={props.pages} />
      <Pages path="/timeline" query={query} page={list.page} pages={list.pages} />
    </>
  );
}

function Topics(props: { topics: readonly { id: string; name: string; scope: string }[] }) {
  return (
    <ul class="cards">
      {props.topics.map((t) => (
        <li>
          <a href={withQuery('/timeline', { topic: t.id })}>{t.name}</a>
          <p class="note">{t.scope}</p>
        </li>
      ))}
    </ul>
  );
}

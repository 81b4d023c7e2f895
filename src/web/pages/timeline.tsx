import { TopicChart } from '../charts/topic-chart.tsx';
import { YearsChart } from '../charts/years-chart.tsx';
import { type Feed, FeedLink, Layout } from './layout.tsx';
import { inWords, withQuery } from './links.ts';
import { Pages } from './pages.tsx';
import { type Answer, Line, type LineEntry } from './timeline/line.tsx';
import { WhyNothing, without } from './why-nothing.tsx';

/** Statements a page, and how many are looked through at once for those where a position shifts. */
const [SIZE, SOUGHT] = [100, 500];
const stepOf = (form: TimelineForm) => (form.shifts === '1' ? SOUGHT : SIZE);
const pageNumber = (page: string | undefined) => Math.max(1, Number.parseInt(page ?? '', 10) || 1);

/** The stretch of a topic's statements that a page shows, as the operation takes it. */
export const stretchOf = (form: TimelineForm): { limit: number; next: string } => ({
  limit: stepOf(form),
  next: String((pageNumber(form.page) - 1) * stepOf(form)),
});

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
  const topic = props.topics.find((t) => t.id === answer?.topic);
  const feed = topic && { path: `/feed/topic/${topic.id}`, title: `Feed of what is said on ${topic.name}` };
  return (
    <Layout title={name ? `${name} through time` : 'Follow a matter'} path="/timeline" feed={feed}>
      <h1>{name ? `${name}, through time` : 'What have they said about this?'}</h1>
      <form class="ask" action="/timeline" method="get">
        <div class="row">
          <label class="wide">
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
        <Through form={form} answer={answer} pages={props.pages} feed={feed} />
      ) : props.problem ? null : (
        <Topics topics={props.topics} />
      )}
    </Layout>
  );
}

const isShift = (e: LineEntry) =>
  e.shift !== undefined && e.shift.relation !== 'unchanged' && e.shift.relation !== 'new';

function Through(props: { form: TimelineForm; answer: Answer; pages: ReadonlySet<string>; feed?: Feed }) {
  const { form, answer } = props;
  const { entries, total, coverage } = answer;
  if (total === 0)
    return (
      <div class="measure">
        <p>
          {(answer.empty?.unfiltered ?? 0) > 0 ? 'No statement fits.' : 'No statement on this is held.'}{' '}
          {inWords(coverage.note)}.{' '}
          <a href={withQuery('/search', { query: form.topic, speaker: form.speaker })}>Search</a> finds words that no
          statement rests on. {props.feed ? <FeedLink feed={props.feed} /> : null}
        </p>
        <WhyNothing
          empty={answer.empty}
          what={['statement', 'statements']}
          wider={(filters) => withQuery('/timeline', { ...form, page: null, ...without(filters) })}
        />
      </div>
    );
  const only = form.shifts === '1';
  const step = stepOf(form);
  const page = pageNumber(form.page);
  const pages = Math.ceil(total / step);
  const listed = only ? entries.filter(isShift) : entries;
  const query = { ...form, page: null, shifts: only ? '1' : null };
  return (
    <>
      <TopicChart
        said={listed.map((e, i) => ({ ...e, shifted: isShift(e), href: `#e${i + 1}` }))}
        note={`${pages > 1 ? 'It shows this page. ' : ''}Days without a mark may be silence, or texts that this record does not hold.`}
      />
      <p class="note coverage">
        {pages > 1 ? `${count((page - 1) * step + 1)} to ${count((page - 1) * step + entries.length)} of ` : ''}
        {count(total)} {total === 1 ? 'statement' : 'statements'}
        {pages > 1 ? ', in the order of their days' : ''}. {inWords(coverage.note)}. What an act is called and where a
        position shifts is a machine’s suggestion unless marked reviewed.
      </p>
      <p class="tabs">
        <a href={withQuery('/timeline', { ...query, shifts: null })} aria-current={only ? undefined : 'true'}>
          All {count(total)}
        </a>
        <a href={withQuery('/timeline', { ...query, shifts: '1' })} aria-current={only ? 'true' : undefined}>
          Where the position seems to shift
          {only || pages === 1 ? `: ${entries.filter(isShift).length}` : ''}
        </a>
        <a href={withQuery('/matter', { name: form.topic })}>Where it stood on a day</a>
        {props.feed ? <FeedLink feed={props.feed} /> : null}
      </p>
      {listed.length === 0 ? <p class="measure">Among these statements no position seems to shift.</p> : null}
      <Line entries={listed} first={0} pages={props.pages} />
      <Pages path="/timeline" query={query} page={page} pages={pages} />
      {pages > 1 ? (
        <section>
          <h2>All {count(total)} by year</h2>
          <YearsChart counts={answer.years} what="Statements" note={`${inWords(coverage.note)}.`} />
        </section>
      ) : null}
    </>
  );
}

const count = (n: number) => n.toLocaleString('en');

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

import type { z } from 'zod';
import type { timeline } from '../../service/timeline.ts';
import { JudgeMark } from './judge-mark.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, partPath } from './links.ts';

type Answer = z.infer<(typeof timeline)['output']>;
/** A mark a speech act, by shape; hollow until a person has reviewed it. */
const ACTS: Readonly<Record<string, string>> = {
  demand: '▲',
  request: '△',
  condition: '◭',
  refusal: '✕',
  commitment: '■',
  offer: '□',
  warning: '▼',
  denial: '≠',
  prediction: '◷',
  'no-comment': '–',
  hedge: '~',
  accusation: '!',
};

export function TimelinePage(props: {
  topic: string;
  speaker: string;
  answer: Answer | null;
  topics: readonly { id: string; name: string; scope: string }[];
}) {
  const { answer } = props;
  return (
    <Layout title={props.topic ? `${props.topic} through time` : 'Follow a matter'} path="/timeline">
      <h1>{props.topic ? `${nameOf(props)} through time` : 'What have they said about this?'}</h1>
      <form class="ask" action="/timeline" method="get">
        <div class="row">
          <label>
            Topic, treaty, party or word
            <input name="topic" value={props.topic} required list="topics" autocomplete="off" />
          </label>
          <label>
            Speaker
            <input name="speaker" value={props.speaker} autocomplete="off" />
          </label>
        </div>
        <datalist id="topics">
          {props.topics.map((t) => (
            <option value={t.name} />
          ))}
        </datalist>
        <button type="submit">Follow it</button>
      </form>
      {answer ? <Line answer={answer} /> : <Topics topics={props.topics} />}
    </Layout>
  );
}

const nameOf = (props: { topic: string; topics: readonly { id: string; name: string }[] }): string =>
  props.topics.find((t) => t.id === props.topic)?.name ?? props.topic;

function Topics(props: { topics: readonly { id: string; name: string; scope: string }[] }) {
  return (
    <dl class="measure">
      {props.topics.map((t) => [
        <dt>
          <a href={`/timeline?topic=${encodeURIComponent(t.id)}`}>{t.name}</a>
        </dt>,
        <dd class="note" style="margin:0 0 .5rem">
          {t.scope}
        </dd>,
      ])}
    </dl>
  );
}

function Line(props: { answer: Answer }) {
  const { entries, years, total, coverage } = props.answer;
  if (entries.length === 0) return <p class="measure">No statement on this is held. {coverage.note}.</p>;
  return (
    <>
      <p class="note">
        {total > entries.length ? `The first ${entries.length} of ${total}` : total} statements. {coverage.note}. Acts
        and shifts are a machine’s suggestion unless marked reviewed.
      </p>
      <Years years={years} />
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Who</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((e) => (
              <tr>
                <td style="white-space:nowrap">
                  <a href={documentPath(e.document)}>{dateWords(e.date)}</a>
                </td>
                <td>
                  {shorten(e.speaker ?? 'not known', 120)}
                  <br />
                  <span class="note">
                    <span aria-hidden="true">{ACTS[e.act] ?? '·'}</span> {e.act}
                  </span>
                  <br />
                  <JudgeMark ids={[e.claim]} reviewed={e.reviewed} of={`“${shorten(e.text, 60)}”`} />
                </td>
                <td class="words">
                  <a href={partPath(e.turn)} style="color:inherit;text-decoration:none">
                    “<bdi>{e.text}</bdi>”
                  </a>
                  {e.shift ? (
                    <p class="note">
                      <b>{e.shift.relation}</b> ({e.shift.why}) against{' '}
                      <a href={partPath(e.shift.from.turn)}>
                        “<bdi>{e.shift.from.text}</bdi>”
                      </a>
                    </p>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Statements a year as small bars, which are a table as well. */
function Years(props: { years: Answer['years'] }) {
  const years = new Map(Object.entries(props.years));
  if (years.size < 2) return null;
  const most = Math.max(...years.values());
  return (
    <table class="bars" style="max-width:30em">
      <caption class="note" style="text-align:left">
        Statements held, by year
      </caption>
      <tbody>
        {[...years].map(([year, n]) => (
          <tr>
            <th scope="row">{year}</th>
            <td>
              <meter min={0} max={most} value={n} style="width:100%" aria-label={`${n} statements in ${year}`}></meter>
            </td>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

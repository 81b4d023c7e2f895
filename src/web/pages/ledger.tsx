import { type Entry, Section } from '../../core/model/index.ts';
import { JudgeMark } from './judge-mark.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, partPath } from './links.ts';

const NAMES: Readonly<Record<Section, string>> = {
  meetings: 'Meetings',
  tracks: 'Talks',
  instruments: 'Treaties and agreements',
  proposals: 'Proposals and answers',
  demands: 'Demands and conditions',
  commitments: 'Promises',
  predictions: 'Predictions',
  counts: 'Numbers',
  cases: 'Cases of single persons',
  measures: 'Sanctions and other measures',
  relations: 'State of relations',
  premises: 'What interviewers took for granted',
};

export interface LedgerForm {
  readonly asOf?: string;
  readonly kind?: string;
  readonly party?: string;
  readonly topic?: string;
}

export function LedgerPage(props: {
  form: LedgerForm;
  answer: Record<Section, Entry[]> | null;
  problem: string | null;
}) {
  const { form, answer } = props;
  return (
    <Layout
      title={form.asOf ? `What each side had said by ${dateWords(form.asOf)}` : 'Where things stood'}
      path="/ledger"
    >
      <h1>
        {form.asOf
          ? `What each side had said by ${dateWords(form.asOf)}`
          : 'Where things stand, as far as this record reaches'}
      </h1>
      <form class="ask" action="/ledger" method="get">
        <div class="row">
          <label>
            As of
            <input name="asOf" value={form.asOf ?? ''} placeholder="YYYY-MM-DD" autocomplete="off" />
          </label>
          <label>
            Section
            <select name="kind">
              <option value="">all</option>
              {Section.options.map((s) => (
                <option value={s} selected={form.kind === s}>
                  {NAMES[s]}
                </option>
              ))}
            </select>
          </label>
          <label>
            Party
            <input name="party" value={form.party ?? ''} autocomplete="off" />
          </label>
        </div>
        <button type="submit">Show it</button>
      </form>
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      <p class="note">
        States are read from the words by rules and are suggestions unless marked reviewed. Two sides’ accounts stand
        side by side and are never merged. A plan whose day has passed is not held to have happened.
      </p>
      {answer
        ? Section.options
            .filter((s) => answer[s].length > 0)
            .map((s) => <SectionTable section={s} entries={answer[s]} />)
        : null}
    </Layout>
  );
}

function SectionTable(props: { section: Section; entries: readonly Entry[] }) {
  return (
    <section>
      <h2 id={props.section}>
        {NAMES[props.section]} <span class="badge">{props.entries.length}</span>
      </h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Day</th>
              <th scope="col">Between</th>
              <th scope="col">In whose words</th>
            </tr>
          </thead>
          <tbody>
            {props.entries.map((e) => (
              <Row entry={e} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row(props: { entry: Entry }) {
  const { entry: e } = props;
  const first = e.evidence[0];
  const value = [e.bound, e.value, e.unit].filter(Boolean).join(' ');
  return (
    <tr>
      <td>
        <b>{e.status.replaceAll('-', ' ')}</b>
        {value ? <div>{value}</div> : null}
        <JudgeMark ids={e.statements} reviewed={e.reviewed} of={shorten(e.title, 80)} />
      </td>
      <td style="white-space:nowrap">{e.date ? dateWords(e.date) : ''}</td>
      <td>{shorten(e.parties.join(', '), 200)}</td>
      <td class="words">
        {first ? (
          <a href={partPath(first.turn)} style="color:inherit;text-decoration:none">
            “{shorten(first.text, 280)}”
          </a>
        ) : (
          shorten(e.title, 280)
        )}
        <div class="note">
          {shorten(e.statedBy.join(', '), 200) || 'speaker not known'}; last stated {dateWords(e.lastStated)}
          {e.ageDays ? `, ${e.ageDays} days before` : ''}
          {e.hindsight ? ' (with hindsight)' : ''}
        </div>
      </td>
    </tr>
  );
}

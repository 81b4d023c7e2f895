import { TopicChart } from '../charts/topic-chart.tsx';
import { Layout, shorten } from './layout.tsx';
import { AsOfForm } from './ledger/as-of-form.tsx';
import { type Ledger, Sections } from './ledger/sections.tsx';
import { LEDGER_NOTE } from './ledger.tsx';
import { dateWords, inWords, partPath, withQuery } from './links.ts';
import type { Answer } from './timeline/line.tsx';

export interface MatterProps {
  readonly name: string;
  /** what the vocabulary says of it; null for a case or another name that stands in the ledger only */
  readonly thing: {
    readonly kind: string;
    readonly aliases: readonly string[];
    readonly parties: readonly string[];
    readonly source: string;
    readonly dates: Readonly<Record<string, string>>;
  } | null;
  readonly form: Readonly<Record<string, string>>;
  readonly asOf: string | undefined;
  readonly ledger: Ledger | null;
  readonly line: Answer | null;
  readonly problem: string | null;
  readonly span: { readonly from: string | null; readonly to: string | null };
}

const KINDS: Readonly<Record<string, string>> = { instrument: 'Treaty or agreement', track: 'Talks', event: 'Event' };

const DATES: Readonly<Record<string, string>> = {
  signed: 'Signed',
  adopted: 'Adopted',
  inForce: 'In force since',
  extended: 'Extended',
  suspended: 'Suspended by a party',
  withdrawn: 'Left by a party',
  ended: 'Ended',
  expires: 'Expires',
  expired: 'Expired',
  from: 'From',
  to: 'To',
};

/** A treaty, a track of talks, a case: what the ledger says of it on a day, and what was said of it through time. */
export function MatterPage(props: MatterProps) {
  const { name, thing, asOf, line } = props;
  // an alias with a star stands for all forms of a word: a rule, not a name
  const names = thing?.aliases.filter((a) => !a.includes('*')) ?? [];
  const isShift = (relation: string | undefined) =>
    relation !== undefined && relation !== 'unchanged' && relation !== 'new';
  return (
    <Layout title={name} path="/topics">
      <p class="eyebrow">{thing ? (KINDS[thing.kind] ?? thing.kind) : 'In the ledger'}</p>
      <h1>{shorten(name, 200)}</h1>
      {thing ? (
        <dl class="facts">
          {names.length > 0 ? [<dt>Also called</dt>, <dd>{shorten(names.join(', '), 300)}</dd>] : null}
          {thing.parties.length > 0 ? [<dt>Between</dt>, <dd>{shorten(thing.parties.join(', '), 300)}</dd>] : null}
          {Object.entries(thing.dates).map(([what, day]) => [
            <dt>{DATES[what] ?? what}</dt>,
            <dd>{dateWords(day)}</dd>,
          ])}
          <dt>Source</dt>
          <dd>{shorten(thing.source, 160)}</dd>
        </dl>
      ) : null}
      <h2>
        {asOf ? `What each side had said by ${dateWords(asOf)}` : 'Where it stands, as far as this record reaches'}
      </h2>
      <AsOfForm action="/matter" asOf={asOf} span={props.span}>
        <input type="hidden" name="name" value={name} />
      </AsOfForm>
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      <p class="note coverage">{LEDGER_NOTE}</p>
      {props.ledger ? (
        <Sections answer={props.ledger} path="/ledger" query={{ asOf, topic: name }} about={name} />
      ) : null}
      {line && line.entries.length > 0 ? (
        <section>
          <h2>Said of it, through time</h2>
          <TopicChart
            said={line.entries.map((e) => ({ ...e, shifted: isShift(e.shift?.relation), href: partPath(e.turn) }))}
            note={`${line.next ? `The first ${line.entries.length} of ${line.total.toLocaleString('en')}. ` : ''}${inWords(line.coverage.note)}.`}
          />
          <p>
            <a href={withQuery('/timeline', { topic: name })}>
              All {line.total.toLocaleString('en')} statements, quoted, as a list
            </a>
          </p>
        </section>
      ) : null}
    </Layout>
  );
}

import { TurnKind } from '../../../core/model/index.ts';
import { shorten } from '../layout.tsx';

export interface SearchForm {
  readonly query?: string;
  readonly speaker?: string;
  readonly voice?: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  readonly lang?: string;
  readonly sort?: string;
  /** 1: also what editors, readers and sites wrote */
  readonly all?: string;
  readonly next?: string;
}

const OPERATORS = [
  ['two words', 'both stand in one turn, in any form: negotiation finds negotiations'],
  ['"a phrase"', 'just these words, side by side'],
  ['negot*', 'words that begin so'],
  ['treaty -draft', 'without turns that have the second'],
  ['visas OR permits', 'one or the other; brackets group'],
  ['"new treaty" NEAR/5 sign', 'no more than five words between them'],
] as const;

/** What to look for and where; the signs that a search understands stand beside the box. */
export function Form(props: {
  form: SearchForm;
  topics: readonly { id: string; name: string }[];
  outlets: readonly string[];
  languages: readonly { code: string; name: string }[];
}) {
  const { form } = props;
  const isNarrowed = [form.speaker, form.voice, form.kind, form.topic, form.from, form.to, form.outlet, form.lang].some(
    Boolean,
  );
  return (
    <form class="ask" action="/search" method="get">
      <label>
        Words
        <input name="query" value={form.query ?? ''} required autocomplete="off" />
      </label>
      <details open={!form.query}>
        <summary>What a search understands</summary>
        <dl class="operators">
          {OPERATORS.map(([sign, meaning]) => [
            <dt>
              <code>{sign}</code>
            </dt>,
            <dd>{meaning}</dd>,
          ])}
        </dl>
      </details>
      <details open={isNarrowed}>
        <summary>Only where</summary>
        <div class="row">
          <Field label="Speaker, by any name" name="speaker" value={form.speaker} />
          <Choice label="Role" name="voice" value={form.voice} options={VOICES} />
          <Choice label="Question or answer" name="kind" value={form.kind} options={KINDS} />
        </div>
        <div class="row">
          <Field label="From" name="from" value={form.from} placeholder="2023-04-11" />
          <Field label="To" name="to" value={form.to} placeholder="2023" />
          <Choice label="Topic" name="topic" value={form.topic} options={props.topics.map((t) => [t.id, t.name])} />
        </div>
        <div class="row">
          <Choice label="Outlet" name="outlet" value={form.outlet} options={props.outlets.map((o) => [o, o])} />
          <Choice
            label="Language"
            name="lang"
            value={form.lang}
            options={props.languages.map((l) => [l.code, l.name])}
          />
          <Choice
            label="Order"
            name="sort"
            value={form.sort}
            options={[
              ['newest', 'newest first'],
              ['oldest', 'oldest first'],
            ]}
            none="best first"
          />
        </div>
      </details>
      <label class="tick">
        <input type="checkbox" name="all" value="1" checked={form.all === '1'} /> also what editors, readers and sites
        wrote
      </label>
      <button type="submit">Search</button>
    </form>
  );
}

const VOICES: readonly (readonly [string, string])[] = [
  ['official', 'official'],
  ['interviewer', 'interviewer'],
  ['moderator', 'moderator'],
  ['guest', 'guest'],
  ['unknown', 'speaker not known'],
];
const KINDS = TurnKind.options
  .filter((k) => k === 'question' || k === 'answer' || k === 'speech')
  .map((k) => [k, k] as const);

function Field(props: { label: string; name: string; value?: string; placeholder?: string }) {
  return (
    <label>
      {props.label}
      <input name={props.name} value={props.value ?? ''} placeholder={props.placeholder} autocomplete="off" />
    </label>
  );
}

function Choice(props: {
  label: string;
  name: string;
  value?: string;
  options: readonly (readonly [value: string, name: string])[];
  none?: string;
}) {
  return (
    <label>
      {props.label}
      <select name={props.name}>
        <option value="">{props.none ?? 'any'}</option>
        {props.options.map(([value, name]) => (
          <option value={shorten(value, 200)} selected={props.value === value}>
            {shorten(name, 60)}
          </option>
        ))}
      </select>
    </label>
  );
}

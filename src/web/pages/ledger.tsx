import { Section } from '../../core/model/index.ts';
import { SECTION_NAMES } from '../../service/words/ledger-words.ts';
import { Layout } from './layout.tsx';
import { AsOfForm } from './ledger/as-of-form.tsx';
import { type Ledger, Sections } from './ledger/sections.tsx';
import { dateWords } from './links.ts';

export interface LedgerForm {
  readonly asOf?: string;
  readonly kind?: string;
  readonly party?: string;
  readonly topic?: string;
  readonly hindsight?: string;
  readonly page?: string;
}

export interface LedgerProps {
  readonly form: LedgerForm;
  readonly answer: Ledger | null;
  readonly problem: string | null;
  readonly span: { readonly from: string | null; readonly to: string | null };
}

export const LEDGER_NOTE =
  'States are read from the words by rules and are suggestions unless marked reviewed. Two sides’ accounts stand side by side and are never merged. A plan whose day has passed is not held to have happened.';

/** Where things stood on a day, in the words that say so. */
export function LedgerPage(props: LedgerProps) {
  const { form } = props;
  const title = form.asOf
    ? `What each side had said by ${dateWords(form.asOf)}`
    : 'Where things stand, as far as this record reaches';
  return (
    <Layout title={form.asOf ? title : 'Where things stood'} path="/ledger">
      <h1>{title}</h1>
      <AsOfForm action="/ledger" asOf={form.asOf} span={props.span}>
        <label>
          Show
          <select name="kind">
            <option value="">everything</option>
            {Section.options.map((s) => (
              <option value={s} selected={form.kind === s}>
                {SECTION_NAMES[s].toLowerCase()}
              </option>
            ))}
          </select>
        </label>
        <label>
          Only with this party
          <input name="party" value={form.party ?? ''} autocomplete="off" />
        </label>
        <label>
          Only what names
          <input name="topic" value={form.topic ?? ''} autocomplete="off" />
        </label>
        <label class="tick">
          <input type="checkbox" name="hindsight" value="1" checked={form.hindsight === '1'} /> also what was said
          later, marked
        </label>
      </AsOfForm>
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      <p class="note coverage">
        {LEDGER_NOTE} The record reaches from {dateWords(props.span.from)} to {dateWords(props.span.to)}.
      </p>
      {props.answer ? <Sections answer={props.answer} path="/ledger" query={{ ...form }} /> : null}
    </Layout>
  );
}

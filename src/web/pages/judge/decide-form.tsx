import { FormToken, useFrame } from '../../frame.tsx';
import { FIELD_WORDS } from './words.ts';

export interface DecideProps {
  readonly ids: readonly string[];
  /** fields that may be corrected; none where only yes and no make sense */
  readonly fields: readonly string[];
  /** closed lists to choose a corrected value from */
  readonly choices: readonly string[];
  /** name last given by whoever decides, where nobody signs in */
  readonly by: string;
  readonly back: string;
  readonly isShort?: boolean;
}

/** Accept, reject, not sure, or correct, with the reason. */
export function DecideForm(props: DecideProps) {
  const { ids, fields, choices, back, isShort } = props;
  return (
    <form class={`decideform${isShort ? ' short' : ''}`} method="post" action="/judge">
      <FormToken />
      {ids.map((id) => (
        <input type="hidden" name="id" value={id} />
      ))}
      <input type="hidden" name="back" value={back} />
      <div class="row">
        <label class="reason">
          Why
          <input name="reason" required maxlength={500} autocomplete="off" />
        </label>
        <ByField by={props.by} />
      </div>
      {fields.length > 0 && !isShort ? (
        <details class="correct">
          <summary>Correct it</summary>
          <div class="row">
            <label>
              What is wrong
              <select name="field">
                {fields.map((f) => (
                  <option value={f}>{FIELD_WORDS[f] ?? f}</option>
                ))}
              </select>
            </label>
            <label>
              What it is (empty: not known)
              <input name="corrected" list="values" autocomplete="off" maxlength={300} />
            </label>
            <datalist id="values">
              {choices.map((v) => (
                <option value={v} />
              ))}
            </datalist>
            <button type="submit" class="quiet" name="decision" value="correct">
              Correct
            </button>
          </div>
        </details>
      ) : null}
      <p class="choices">
        <button type="submit" name="decision" value="accept">
          Accept
        </button>
        <button type="submit" class="quiet" name="decision" value="reject">
          Reject
        </button>
        <button type="submit" class="quiet" name="decision" value="unsure">
          Not sure
        </button>
      </p>
    </form>
  );
}

/** The name of whoever decides: of the session, or asked for where nobody signs in. */
export function ByField(props: { by: string }) {
  const { who } = useFrame();
  if (who !== null) return <p class="by">as {who}</p>;
  return (
    <label class="byname">
      Your name
      <input name="by" required value={props.by} maxlength={120} autocomplete="name" />
    </label>
  );
}

import { titleOf } from '../../../core/cite/supply-title.ts';
import type { Voice } from '../../../core/model/index.ts';
import type { PreviewResult } from '../../../service/preview.ts';
import { FormToken } from '../../frame.tsx';
import { MENDABLE } from '../../routes/mending-form.ts';
import { Layout, shorten } from '../layout.tsx';
import { dateWords, documentPath } from '../links.ts';
import { VoiceMark } from '../voice-mark.tsx';
import type { Offered } from './offered.ts';
import { KIND_WORDS, ROLE_WORDS } from './words.ts';

type Fields = Readonly<Record<string, string>>;
const NAMES: Readonly<Record<(typeof MENDABLE)[number], [name: string, hint: string]>> = {
  title: ['Title', ''],
  date: ['Day of speaking', '2031-03-04; 2031-03 or 2031 if no more is known; 2031~ for about'],
  published: ['Day of publication', ''],
  kind: ['Kind', ''],
  outlet: ['Outlet that asked', ''],
  publisher: ['Published by', ''],
  language: ['Language', 'a code: en, ru, de'],
};
const KINDS = ['interview', 'briefing', 'speech', 'statement', 'readout', 'press conference', 'debate', 'article'];

/** A text before it is kept: what is uncertain, the facts and the voices to mend, and how it would read. */
export function PreviewPage(props: {
  offered: Offered;
  seen: PreviewResult;
  people: readonly string[];
  fields: Fields;
}) {
  const { offered, seen, people, fields } = props;
  const { document: d } = seen;
  if (!d || seen.error)
    return (
      <Layout title="Not readable" path="/add">
        <h1>This could not be read</h1>
        <p class="measure" role="alert">
          {shorten((seen.error?.message ?? 'There is no text in it.').replace(offered.path, 'the text'), 300)}
        </p>
        {seen.error?.hint ? <p class="note">{seen.error.hint}</p> : null}
        <p>
          <a href="/add">Add another</a>
        </p>
      </Layout>
    );
  return (
    <Layout title="Before it is kept" path="/add">
      <p class="badge">{seen.status === 'known' ? 'Already in the record' : 'Not kept yet'}</p>
      <h1>{shorten(titleOf(d), 240)}</h1>
      <p class="lede">
        {d.date ? dateWords(d.date) : 'Day not known'};{' '}
        {seen.labels.length === 0
          ? 'nobody is heard speaking'
          : `${seen.labels.length} ${seen.labels.length === 1 ? 'voice' : 'voices'} told apart`}
        {seen.status === 'known' ? (
          <>
            . <a href={documentPath(d.id)}>Read it</a>
          </>
        ) : (
          '.'
        )}
      </p>
      <Uncertain seen={seen} />
      <form class="mend" method="post" action="/add/keep">
        <FormToken />
        {offered.item ? (
          <input type="hidden" name="item" value={offered.item} />
        ) : (
          <input type="hidden" name="address" value={offered.path} />
        )}
        <Voices seen={seen} fields={fields} />
        <Facts seen={seen} fields={fields} />
        <datalist id="people">
          {[...new Set([...d.participants.flatMap((p) => p.name ?? []), ...people])].map((name) => (
            <option value={name} />
          ))}
        </datalist>
        <p class="decide">
          <button type="submit" class="quiet" formaction="/add/look">
            Look again with this
          </button>
          <button type="submit">Keep it</button>
        </p>
      </form>
      <HowItReads seen={seen} />
    </Layout>
  );
}

function Uncertain(props: { seen: PreviewResult }) {
  const { uncertain } = props.seen;
  return (
    <section>
      <h2>{uncertain.length === 0 ? 'Nothing in it is uncertain to the rules' : 'What is uncertain'}</h2>
      {uncertain.length === 0 ? (
        <p class="note">Read through it all the same: the rules do not know what they do not see.</p>
      ) : (
        <ul class="doubts">
          {uncertain.slice(0, 12).map((u) => (
            <li>
              <span aria-hidden="true">?</span> {shorten(u.why, 300)}
            </li>
          ))}
        </ul>
      )}
      {uncertain.length > 12 ? <p class="note">And {uncertain.length - 12} more.</p> : null}
    </section>
  );
}

/** Who each printed label is; the form's own memory of what the page gave stands beside it. */
function Voices(props: { seen: PreviewResult; fields: Fields }) {
  const { seen, fields } = props;
  const labelled = seen.labels.filter((l) => l.label !== null);
  const firstOf = new Map(labelled.map((l) => [l.label!, l]));
  const bare = seen.labels.filter((l) => l.label === null);
  if (seen.labels.length === 0) return null;
  return (
    <fieldset>
      <legend>Who speaks</legend>
      {[...firstOf.values()].map((l, i) => {
        const was = (name: string, now: string) =>
          fields[`label.${i}`] === l.label ? (fields[`was.${name}.${i}`] ?? now) : now;
        const turns = labelled.filter((x) => x.label === l.label).reduce((n, x) => n + x.turns, 0);
        return (
          <div class="voice">
            <p class="label">
              <VoiceMark voice={l.voice} />
              <b>
                <bdi>{shorten(l.label!, 60)}</bdi>
              </b>{' '}
              <span class="hint">{turns === 1 ? '1 turn' : `${turns} turns`}</span>
            </p>
            <input type="hidden" name={`label.${i}`} value={l.label!} />
            <input type="hidden" name={`was.name.${i}`} value={was('name', l.speaker ?? '')} />
            <input type="hidden" name={`was.role.${i}`} value={was('role', l.voice)} />
            <label>
              is
              <input
                name={`name.${i}`}
                value={l.speaker ?? ''}
                list="people"
                placeholder="nobody by name"
                autocomplete="off"
                aria-label={`Who is ${shorten(l.label!, 60)}`}
              />
            </label>
            <label>
              speaking as
              <select name={`role.${i}`} aria-label={`Role of ${shorten(l.label!, 60)}`}>
                {Object.entries(ROLE_WORDS).map(([role, words]) => (
                  <option value={role} selected={role === l.voice}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
            <p class="sample">
              “<bdi>{shorten(l.sample, 140)}</bdi>”
            </p>
          </div>
        );
      })}
      {bare.map((l) => (
        <div class="voice">
          <p class="label">
            <VoiceMark voice={l.voice} />
            <b>No label</b> <span class="hint">{l.turns === 1 ? '1 turn' : `${l.turns} turns`}</span>
          </p>
          <p class="wide">
            {l.speaker ?? 'Nobody by name'}, {ROLE_WORDS[l.voice as Voice]}. Each turn can be mended once it is kept.
          </p>
          <p class="sample">
            “<bdi>{shorten(l.sample, 140)}</bdi>”
          </p>
        </div>
      ))}
    </fieldset>
  );
}

function Facts(props: { seen: PreviewResult; fields: Fields }) {
  const { seen, fields } = props;
  return (
    <fieldset class="factfields">
      <legend>What it is</legend>
      {MENDABLE.map((field) => {
        const value = seen.document![field] ?? '';
        const [name, hint] = NAMES[field];
        return (
          <label class={field === 'title' ? 'wide' : ''}>
            {name}
            <input type="hidden" name={`was.${field}`} value={fields[`was.${field}`] ?? value} />
            <input name={field} value={value} autocomplete="off" {...(field === 'kind' ? { list: 'kinds' } : {})} />
            {hint ? <span class="hint">{hint}</span> : null}
          </label>
        );
      })}
      <datalist id="kinds">
        {KINDS.map((k) => (
          <option value={k} />
        ))}
      </datalist>
    </fieldset>
  );
}

function HowItReads(props: { seen: PreviewResult }) {
  const { turns, turnCount, document } = props.seen;
  return (
    <section>
      <h2>How it would read</h2>
      <div class="draft" lang={document?.language ?? undefined}>
        {turns.map((t) => (
          <div class={`turn ${t.kind}`}>
            <div class="who">
              <VoiceMark voice={t.voice} />
              <b>{shorten(t.speaker ?? KIND_WORDS[t.kind], 80)}</b>
              <span class="role"> {t.speaker ? ROLE_WORDS[t.voice] : ''}</span>
            </div>
            <div class="body">
              <p>
                <bdi>{shorten(t.text, 420)}</bdi>
              </p>
            </div>
          </div>
        ))}
      </div>
      {turnCount > turns.length ? <p class="note">And {turnCount - turns.length} more.</p> : null}
    </section>
  );
}

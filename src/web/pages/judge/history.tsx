import type { Decided } from '../../../service/history.ts';
import { FormToken, OnlyFor } from '../../frame.tsx';
import { Layout, shorten } from '../layout.tsx';
import { dateWords, partPath, withQuery } from '../links.ts';
import { ByField } from './decide-form.tsx';
import { DECIDED } from './words.ts';

/** Everything that people decided, newest first. */
export function HistoryPage(props: { items: readonly Decided[]; total: number; next: string | null; by: string }) {
  const { items, total, next } = props;
  return (
    <Layout title="What was decided" path="/review">
      <p class="eyebrow">
        <a href="/review">To review</a>
      </p>
      <h1>What was decided</h1>
      <p class="lede">
        {total === 0
          ? 'Nobody has decided anything yet. What people decide overrules the rules, survives every rebuild, and can be taken back.'
          : `${total} ${total === 1 ? 'decision' : 'decisions'}, newest first. None is ever deleted; what was taken back is struck.`}
      </p>
      <HistoryList items={items} back="/review/history" by={props.by} />
      {next ? (
        <p>
          <a href={withQuery('/review/history', { next })}>Earlier ones</a>
        </p>
      ) : null}
    </Layout>
  );
}

/** Who, when, what and why; each that stands can be taken back. */
export function HistoryList(props: { items: readonly Decided[]; back: string; by: string }) {
  if (props.items.length === 0) return null;
  return (
    <ol class="history">
      {props.items.map((j) => (
        <li class={j.stands || j.decision === 'undo' ? '' : 'undone'} id={j.id.replace(':', '-')}>
          <p class="meta">
            <time datetime={j.at}>
              {dateWords(j.at.slice(0, 10))}, {j.at.slice(11, 16)}
            </time>{' '}
            · <b>{shorten(j.by, 80)}</b> {DECIDED[j.decision]} <About judgement={j} />
          </p>
          {j.value ? (
            <p>
              <bdi>{shorten(j.value.replace('=', ': '), 200)}</bdi>
            </p>
          ) : null}
          {j.anchor ? (
            <blockquote>
              <bdi>{shorten(j.anchor.exact, 240)}</bdi>
            </blockquote>
          ) : null}
          <p class="note">
            “<bdi>{shorten(j.reason, 300)}</bdi>”{j.undoneBy ? <> — taken back</> : null}
          </p>
          {j.stands ? (
            <OnlyFor access="review">
              <details class="correct">
                <summary>Take it back</summary>
                <form class="decideform" method="post" action="/judge">
                  <FormToken />
                  <input type="hidden" name="id" value={j.id} />
                  <input type="hidden" name="back" value={props.back} />
                  <div class="row">
                    <label class="reason">
                      Why
                      <input name="reason" required maxlength={500} autocomplete="off" />
                    </label>
                    <ByField by={props.by} />
                    <button type="submit" class="quiet" name="decision" value="undo">
                      Take it back
                    </button>
                  </div>
                </form>
              </details>
            </OnlyFor>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function About(props: { judgement: Decided }) {
  const { about, decision, other } = props.judgement;
  if (decision === 'undo') return <a href={`#${about.replace(':', '-')}`}>{about}</a>;
  return (
    <>
      <a href={partPath(about)}>{about.includes('/') ? 'these words' : 'this document'}</a>
      {other ? (
        <>
          {' '}
          and <a href={partPath(other)}>that one</a>
        </>
      ) : null}
    </>
  );
}

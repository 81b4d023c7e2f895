import type { z } from 'zod';
import { titleOf } from '../../core/cite/supply-title.ts';
import { SHOWN } from '../../core/ledger/digest/find-review-items.ts';
import type { DocumentHead } from '../../core/model/index.ts';
import type { Decided } from '../../service/history.ts';
import type { review } from '../../service/review.ts';
import { OnlyFor } from '../frame.tsx';
import { DecideForm } from './judge/decide-form.tsx';
import { DoneNote } from './judge/done-note.tsx';
import { judgePath } from './judge-mark.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, partPath, withQuery } from './links.ts';

type Item = z.infer<(typeof review)['output']>['items'][number];
const KINDS: Readonly<Record<Item['kind'], string>> = {
  finding: 'Noticed while reading',
  'speaker-not-known': 'Speaker not known',
  'person-not-known': 'A name that is in no list of people',
  undated: 'No day of speaking',
  contradiction: 'Turns an earlier statement round',
  suggestion: 'Suggested by a language model',
};
const WEIGHTS: Readonly<Record<number, string>> = {
  3: 'May make an answer wrong',
  2: 'May hide an answer',
  1: 'Worth a look',
};

/** The queue of what a person should look at, gravest first; what is decided leaves it. */
export function ReviewPage(props: {
  answer: z.infer<(typeof review)['output']>;
  document: string | null;
  done: readonly Decided[];
  by: string;
  heads: ReadonlyMap<string, DocumentHead>;
}) {
  const { total, items } = props.answer;
  const back = withQuery('/review', { document: props.document });
  return (
    <Layout title="To review" path="/review">
      <h1>To review</h1>
      <DoneNote done={props.done} back={back} />
      <p class="note">
        {total === 0
          ? 'Nothing waits for a person.'
          : `${total} ${total === 1 ? 'thing waits' : 'things wait'} for a person${items.length < total ? `; the first ${items.length} are shown` : ''}. All of it is a machine’s suggestion until somebody decides.`}{' '}
        <a href="/review/history">What was decided, by whom and why</a>
      </p>
      {props.document ? (
        <p class="note">
          Only of <a href={documentPath(props.document)}>one document</a>. <a href="/review">All of the record</a>
        </p>
      ) : null}
      {[3, 2, 1].map((weight) => {
        const own = items.filter((i) => i.weight === weight);
        if (own.length === 0) return null;
        return (
          <section>
            <h2>{WEIGHTS[weight]}</h2>
            {own.map((i) => (
              <QueueItem item={i} back={back} by={props.by} head={props.heads.get(i.document)} />
            ))}
          </section>
        );
      })}
    </Layout>
  );
}

/** A supplied title names its day already. */
const nameOf = (head: DocumentHead): string =>
  head.title === null ? shorten(titleOf(head), 110) : `${shorten(head.title, 90)}, ${dateWords(head.date)}`;

/** The queue keeps the beginning of a passage; a word cut in two is left out. */
const cutAtWord = (text: string): string =>
  text.length < SHOWN ? shorten(text, 240) : `${shorten(text, 240).replace(/\s+\S*$/u, '')} …`;

function QueueItem(props: { item: Item; back: string; by: string; head: DocumentHead | undefined }) {
  const { item: i } = props;
  const isClaim = i.kind === 'contradiction' || i.kind === 'suggestion';
  return (
    <article class="hit queued">
      <p class="meta">
        <b>{KINDS[i.kind]}</b> ·{' '}
        <a href={partPath(isClaim ? i.document : i.id)}>{props.head ? nameOf(props.head) : 'in the document'}</a>
      </p>
      {i.text ? (
        <blockquote>
          <bdi>{cutAtWord(i.text)}</bdi>
        </blockquote>
      ) : null}
      <p class="note">{shorten(i.why, 400)}</p>
      <OnlyFor access="review">
        <details class="correct">
          <summary>Decide</summary>
          <DecideForm ids={[i.id]} fields={[]} choices={[]} by={props.by} back={props.back} isShort />
          {i.kind === 'suggestion' ? null : (
            <p class="note">
              <a href={judgePath([i.id])}>Correct it, or see it in its exchange</a>
            </p>
          )}
        </details>
      </OnlyFor>
    </article>
  );
}

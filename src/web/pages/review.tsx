import type { z } from 'zod';
import type { review } from '../../service/review.ts';
import { Layout, shorten } from './layout.tsx';
import { partPath } from './links.ts';

const KINDS = {
  finding: 'Noticed while reading',
  'speaker-not-known': 'Speaker not known',
  'person-not-known': 'Speaker in no vocabulary',
  undated: 'No day of speaking',
  contradiction: 'Turns an earlier statement round',
  suggestion: 'Suggested by a language model',
} as const;
const WEIGHTS: Readonly<Record<number, string>> = {
  3: 'May make an answer wrong',
  2: 'May hide an answer',
  1: 'Worth a look',
};

/** The queue of what a person should look at, gravest first. Deciding is done with `onrecord judge`. */
export function ReviewPage(props: { answer: z.infer<(typeof review)['output']> }) {
  const { total, items } = props.answer;
  return (
    <Layout title="To review" path="/review">
      <h1>To review</h1>
      <p class="note">
        {total === 0
          ? 'Nothing waits for a person.'
          : `${total} things wait for a person${items.length < total ? `; the first ${items.length} are shown` : ''}.`}{' '}
        Decide with <code>onrecord judge ID accept</code> (or reject, correct, unsure): what is decided leaves this
        list. All of it is a machine’s suggestion.
      </p>
      {[3, 2, 1].map((weight) => {
        const own = items.filter((i) => i.weight === weight);
        if (own.length === 0) return null;
        return (
          <section>
            <h2>{WEIGHTS[weight]}</h2>
            {own.map((i) => (
              <div class="hit">
                <p class="meta">
                  <b>{KINDS[i.kind]}</b> ·{' '}
                  <a href={partPath(i.kind === 'contradiction' || i.kind === 'suggestion' ? i.document : i.id)}>
                    {i.id}
                  </a>
                </p>
                {i.text ? (
                  <blockquote>
                    <bdi>{shorten(i.text, 240)}</bdi>
                  </blockquote>
                ) : null}
                <p class="note">{shorten(i.why, 400)}</p>
              </div>
            ))}
          </section>
        );
      })}
    </Layout>
  );
}

import type { z } from 'zod';
import type { search } from '../../service/search.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, partPath, withQuery } from './links.ts';
import { VoiceMark } from './voice-mark.tsx';

type Answer = z.infer<(typeof search)['output']>;
export interface SearchForm {
  readonly query?: string;
  readonly speaker?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  readonly lang?: string;
  readonly all?: string;
  readonly next?: string;
}

export function SearchPage(props: { form: SearchForm; answer: Answer | null; documents: number }) {
  const { form, answer } = props;
  return (
    <Layout title={form.query ? `Search: ${form.query}` : 'Search'} path="/search">
      <h1>Search what was said</h1>
      <form class="ask" action="/search" method="get">
        <label>
          Words; “a phrase”; prefix*; -without; one OR other; one NEAR/5 other
          <input name="query" value={form.query ?? ''} required autocomplete="off" />
        </label>
        <div class="row">
          <label>
            Speaker
            <input name="speaker" value={form.speaker ?? ''} autocomplete="off" />
          </label>
          <label>
            From
            <input name="from" value={form.from ?? ''} placeholder="YYYY-MM-DD" autocomplete="off" />
          </label>
          <label>
            To
            <input name="to" value={form.to ?? ''} placeholder="YYYY-MM-DD" autocomplete="off" />
          </label>
        </div>
        <label style="display:block">
          <input type="checkbox" name="all" value="1" style="width:auto" checked={form.all === '1'} /> also what
          editors, readers and sites wrote
        </label>
        <button type="submit">Search</button>
      </form>
      {answer ? <Hits form={form} answer={answer} documents={props.documents} /> : null}
    </Layout>
  );
}

function Hits(props: { form: SearchForm; answer: Answer; documents: number }) {
  const { form, answer } = props;
  if (answer.total === 0)
    return (
      <p class="measure">
        Nothing in the {props.documents} documents of this record. Try fewer words, a prefix with *, or leave out the
        speaker and the days; words are looked for as they are printed and by their stem.
      </p>
    );
  return (
    <>
      <p class="note">{answer.total} turns, in the documents this record holds.</p>
      {answer.items.map((h) => (
        <div class="hit">
          <p>
            <bdi>
              …{h.before}
              <mark>{h.text}</mark>
              {h.after}…
            </bdi>
          </p>
          <p class="meta">
            <VoiceMark voice={h.voice} />
            <a href={partPath(h.turn)}>
              {shorten(h.speaker ?? (h.voice === 'unknown' ? 'speaker not known' : h.voice), 120)}, {h.kind},{' '}
              {dateWords(h.date)}
            </a>
            {h.title ? ` · ${shorten(h.title, 90)}` : ''}
          </p>
        </div>
      ))}
      {answer.next ? (
        <p>
          <a href={withQuery('/search', { ...form, next: answer.next })}>More</a>
        </p>
      ) : null}
    </>
  );
}

import { FormToken, OnlyFor } from '../frame.tsx';
import { FeedLink, Layout } from './layout.tsx';
import { withQuery } from './links.ts';
import { FacetColumn } from './search/facets.tsx';
import { Form, type SearchForm } from './search/form.tsx';
import { type Answer, Ends, HitRow, WhyEmpty } from './search/hits.tsx';

export interface SearchProps {
  readonly form: SearchForm;
  readonly answer: Answer | null;
  readonly problem: string | null;
  readonly topics: readonly { id: string; name: string }[];
  readonly outlets: readonly string[];
  readonly languages: readonly { code: string; name: string }[];
}

/** Words in their context, with facets, the first and last use, and the reason when nothing is found. */
export function SearchPage(props: SearchProps) {
  const { form, answer } = props;
  return (
    <Layout
      title={form.query ? `Search: ${form.query}` : 'Search'}
      path="/search"
      feed={form.query ? feedOf(form) : undefined}
    >
      <h1>Search what was said</h1>
      <Form form={form} topics={props.topics} outlets={props.outlets} languages={props.languages} />
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      {answer === null ? null : answer.total === 0 ? (
        <WhyEmpty answer={answer} wider={wider(form)} />
      ) : (
        <Found {...props} answer={answer} />
      )}
    </Layout>
  );
}

function Found(props: { form: SearchForm; answer: Answer }) {
  const { form, answer } = props;
  const file = (kind: string) => withQuery(`/search.${kind}`, { ...form, next: null });
  const first = Number(form.next ?? 0) || 0;
  return (
    <>
      {form.next ? null : <Ends answer={answer} />}
      <div class="found">
        <div>
          <p class="note">
            {answer.total.toLocaleString('en')} {answer.total === 1 ? 'turn' : 'turns'} in{' '}
            {answer.documents.toLocaleString('en')} {answer.documents === 1 ? 'text' : 'texts'}
            {answer.total > answer.items.length ? `; ${first + 1} to ${first + answer.items.length}` : ''}.{' '}
            <span class="noprint">
              All of them as <a href={file('csv')}>CSV</a> or <a href={file('jsonl')}>JSON lines</a>.{' '}
              <a class="narrow" href="#narrow">
                Narrow this search
              </a>
            </span>
          </p>
          {answer.items.map((hit) => (
            <HitRow hit={hit} />
          ))}
          <nav class="pages" aria-label="Pages">
            {first > 0 ? (
              <a href={withQuery('/search', { ...form, next: String(Math.max(0, first - PAGE)) })}>Previous</a>
            ) : null}
            {answer.next ? <a href={withQuery('/search', { ...form, next: answer.next })}>Next</a> : null}
          </nav>
        </div>
        <div>
          <Keep form={form} />
          <FacetColumn form={form} facets={answer.facets} />
        </div>
      </div>
    </>
  );
}

/** What of a search a feed and a kept search know: the words, and what they can be narrowed by without a day. */
const KEPT = ['query', 'speaker', 'topic', 'outlet', 'lang'] as const;
const keptOf = (form: SearchForm) => Object.fromEntries(KEPT.flatMap((k) => (form[k] ? [[k, form[k]]] : [])));

const feedOf = (form: SearchForm) => ({
  path: withQuery('/feed/search', keptOf(form)),
  title: 'Feed of this search',
});

/** Keep a search under a name, or follow it by a feed. */
function Keep(props: { form: SearchForm }) {
  const kept = keptOf(props.form);
  const left = (['kind', 'voice', 'from', 'to'] as const).filter((k) => props.form[k]);
  return (
    <section class="keep noprint" aria-label="Follow this search">
      <p>
        <FeedLink feed={feedOf(props.form)} />
      </p>
      <OnlyFor access="review">
        <form method="post" action="/new/save">
          <FormToken />
          {Object.entries(kept).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <label>
            Keep this search as
            <input name="name" required maxlength={80} value={props.form.query} autocomplete="off" />
          </label>
          <button type="submit" class="plain">
            Keep it
          </button>
        </form>
      </OnlyFor>
      {left.length > 0 ? <p class="note">Both leave out its days and whether it is a question or an answer.</p> : null}
    </section>
  );
}

/** Turns a page. */
export const PAGE = 20;

/** The same search with one filter left out. */
const wider =
  (form: SearchForm) =>
  (filter: string): string =>
    withQuery('/search', {
      ...form,
      next: null,
      ...(filter === 'days'
        ? { from: null, to: null }
        : filter === 'voice'
          ? { voice: null, all: '1' }
          : { [filter]: null }),
    });

import { Layout } from './layout.tsx';
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
    <Layout title={form.query ? `Search: ${form.query}` : 'Search'} path="/search">
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
        <FacetColumn form={form} facets={answer.facets} />
      </div>
    </>
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

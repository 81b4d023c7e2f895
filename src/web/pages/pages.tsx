import { withQuery } from './links.ts';

/** Links to the pages of a long list; none for a list of one page. */
export function Pages(props: {
  path: string;
  query: Readonly<Record<string, string | null | undefined>>;
  page: number;
  pages: number;
}) {
  const { page, pages } = props;
  if (pages < 2) return null;
  const to = (n: number) => withQuery(props.path, { ...props.query, page: n === 1 ? null : String(n) });
  return (
    <nav class="pages" aria-label="Pages">
      {page > 1 ? (
        <a rel="prev" href={to(page - 1)}>
          Previous page
        </a>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a rel="next" href={to(page + 1)}>
          Next page
        </a>
      ) : null}
    </nav>
  );
}

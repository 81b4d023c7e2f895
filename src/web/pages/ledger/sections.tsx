import { type Entry, Section } from '../../../core/model/index.ts';
import { withQuery } from '../links.ts';
import { pageOf } from '../page-list.ts';
import { Pages } from '../pages.tsx';
import { EntryRow, SECTION_NAMES } from './entry-row.tsx';

/** Entries of each section where all stand on one page, and of one section by itself. */
const [FEW, MANY] = [8, 60];

/** The sections of a ledger; many entries of one are shown a page at a time on a page of their own. */
export function Sections(props: {
  answer: Readonly<Record<Section, readonly Entry[]>>;
  path: string;
  query: Readonly<Record<string, string | null | undefined>>;
}) {
  const { answer, path, query } = props;
  const filled = Section.options.filter((s) => answer[s].length > 0);
  if (filled.length === 0)
    return <p class="measure">Nothing is held on this as of that day. Another day, or no party, may show more.</p>;
  const only = filled.length === 1 && query.kind === filled[0];
  return (
    <>
      {only ? null : (
        <ul class="sections">
          {filled.map((s) => (
            <li>
              <a href={`#${s}`}>{SECTION_NAMES[s]}</a> {answer[s].length}
            </li>
          ))}
        </ul>
      )}
      {filled.map((s) => {
        const list = pageOf(answer[s], only ? (query.page ?? undefined) : undefined, only ? MANY : FEW);
        return (
          <section>
            <h2 id={s}>
              {SECTION_NAMES[s]} <span class="badge">{answer[s].length}</span>
            </h2>
            {list.items.map((e) => (
              <EntryRow entry={e} section={s} />
            ))}
            {!only && list.pages > 1 ? (
              <p class="pages">
                <a href={withQuery(path, { ...query, kind: s, page: null })}>
                  All {answer[s].length}: {SECTION_NAMES[s].toLowerCase()}
                </a>
              </p>
            ) : null}
            {only ? <Pages path={path} query={query} page={list.page} pages={list.pages} /> : null}
          </section>
        );
      })}
    </>
  );
}

import { type Entry, Section } from '../../../core/model/index.ts';
import type { Nothing } from '../../../service/fields/why-nothing.ts';
import { SECTION_NAMES } from '../../../service/words/ledger-words.ts';
import { inWords, withQuery } from '../links.ts';
import { Pages } from '../pages.tsx';
import { WhyNothing, without } from '../why-nothing.tsx';
import { EntryRow } from './entry-row.tsx';

/** Entries of each section where all stand on one page, and of one section by itself. */
const [FEW, MANY] = [8, 60];

export type Ledger = Readonly<Record<Section, readonly Entry[]>> & {
  readonly totals: Readonly<Record<Section, number>>;
  readonly empty: Nothing | null;
  readonly coverage: { readonly note: string };
};
interface Wanted {
  readonly kind?: string | undefined;
  readonly page?: string | undefined;
}
const pageNumber = (page: string | undefined) => Math.max(1, Number.parseInt(page ?? '', 10) || 1);

/** The stretch of the ledger that a page shows, as the operation takes it: one section by pages, else the last of each. */
export const stretchOf = ({ kind, page }: Wanted): { limit: number; next?: string } =>
  kind ? { limit: MANY, next: String((pageNumber(page) - 1) * MANY) } : { limit: FEW };

/** The sections of a ledger; many entries of one are shown a page at a time on a page of their own. */
export function Sections(props: {
  answer: Ledger;
  path: string;
  query: Readonly<Record<string, string | undefined>> & Wanted;
  /** the matter whose page it is */
  about?: string;
}) {
  const { answer, path, query } = props;
  const filled = Section.options.filter((s) => answer.totals[s] > 0);
  if (filled.length === 0)
    return (
      <div class="measure">
        <p>Nothing in this record fits. {inWords(answer.coverage.note)}.</p>
        <WhyNothing
          empty={answer.empty}
          what={['row', 'rows']}
          wider={(filters) => withQuery(path, { ...query, page: null, ...without(filters) })}
        />
      </div>
    );
  const only = query.kind !== undefined && query.kind === filled[0];
  const count = (s: Section) => answer.totals[s].toLocaleString('en');
  return (
    <>
      {only ? (
        <p class="tabs">
          <a href={withQuery(path, { ...query, kind: null, page: null })}>All sections</a>
        </p>
      ) : (
        <ul class="sections">
          {filled.map((s) => (
            <li>
              <a href={`#${s}`}>{SECTION_NAMES[s]}</a> {count(s)}
            </li>
          ))}
        </ul>
      )}
      {filled.map((s) => (
        <section>
          <h2 id={s}>
            {SECTION_NAMES[s]} <span class="badge">{count(s)}</span>
          </h2>
          {answer[s].map((e) => (
            <EntryRow entry={e} section={s} about={props.about} />
          ))}
          {!only && answer.totals[s] > answer[s].length ? (
            <p class="pages">
              <a href={withQuery(path, { ...query, kind: s, page: null })}>
                All {count(s)}: {SECTION_NAMES[s].toLowerCase()}
              </a>
            </p>
          ) : null}
          {only ? (
            <Pages
              path={path}
              query={{ ...query, page: undefined }}
              page={pageNumber(query.page)}
              pages={Math.ceil(answer.totals[s] / MANY)}
            />
          ) : null}
        </section>
      ))}
    </>
  );
}

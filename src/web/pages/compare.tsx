import type { z } from 'zod';
import { titleOf } from '../../core/cite/supply-title.ts';
import type { DocumentHead } from '../../core/model/index.ts';
import type { compare } from '../../service/compare.ts';
import { RELATION_WORDS as WORDS } from '../../service/words/relation-words.ts';
import { PairRow, SIGNS } from './compare/pair-row.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, withQuery } from './links.ts';
import { pageOf } from './page-list.ts';
import { Pages } from './pages.tsx';

type Answer = z.infer<(typeof compare)['output']>;

/** Rows a page, and titles in one list: more are found by words of the title. */
const [SIZE, MAX_TITLES] = [60, 150];

export interface CompareProps {
  readonly form: Readonly<Record<string, string>>;
  readonly a: DocumentHead | null;
  readonly b: DocumentHead | null;
  readonly answer: Answer | null;
  readonly heads: readonly DocumentHead[];
  readonly problem: string | null;
}

/** Two texts beside each other, what is alike joined, what stands in one only marked so. */
export function ComparePage(props: CompareProps) {
  const { answer, a, b } = props;
  return (
    <Layout title="Compare two texts" path="/compare">
      <h1>Two texts side by side</h1>
      <Choose {...props} />
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      {answer && a && b ? <Compared form={props.form} answer={answer} a={a} b={b} /> : null}
    </Layout>
  );
}

function Choose(props: CompareProps) {
  const find = (props.form.find ?? '').trim().toLowerCase();
  const found = props.heads.filter((h) => !find || `${h.date ?? ''} ${titleOf(h)}`.toLowerCase().includes(find));
  const listed = (chosen: DocumentHead | null) => {
    const first = found.slice(0, MAX_TITLES);
    return chosen && !first.includes(chosen) ? [chosen, ...first] : first;
  };
  return (
    <form class="ask" action="/compare" method="get">
      {(['a', 'b'] as const).map((side) => (
        <label>
          {side === 'a' ? 'First text' : 'Second text'}
          <select name={side}>
            <option value="">choose by title</option>
            {listed(props[side]).map((h) => (
              <option value={h.id} selected={props[side]?.id === h.id}>
                {h.date ?? 'no date'} · {shorten(titleOf(h), 80)}
                {h.republisher ? ` (seen at ${shorten(h.republisher, 30)})` : ''}
              </option>
            ))}
          </select>
        </label>
      ))}
      {props.heads.length > MAX_TITLES ? (
        <label>
          Only titles or days with
          <input name="find" value={props.form.find ?? ''} autocomplete="off" />
        </label>
      ) : null}
      {found.length > MAX_TITLES ? (
        <p class="note">
          {found.length.toLocaleString('en')} texts; the lists hold the first {MAX_TITLES}. Write a word of a title,
          then send.
        </p>
      ) : null}
      <button type="submit">Compare</button>
    </form>
  );
}

const KINDS: Readonly<Record<Answer['kind'], string>> = {
  topics: 'topic by topic',
  versions: 'as two versions of one text',
  translations: 'as a text and its translation',
};

function Compared(props: { form: CompareProps['form']; answer: Answer; a: DocumentHead; b: DocumentHead }) {
  const { form, answer } = props;
  const query = { a: form.a, b: form.b, find: form.find };
  const only = form.only && form.only !== 'all' ? form.only : null;
  const isVersions = answer.kind !== 'topics';
  // of two versions what differs is what is looked for; what is alike is one step away
  const shown = answer.pairs.filter((p) =>
    only ? p.relation === only : form.only === 'all' || !(answer.kind === 'versions' && p.relation === 'same'),
  );
  const list = pageOf(shown, form.page, SIZE);
  const counts = new Map<string, number>();
  for (const p of answer.pairs) counts.set(p.relation, (counts.get(p.relation) ?? 0) + 1);
  return (
    <>
      <p class="note coverage">
        Compared {KINDS[answer.kind]}: {answer.why}. What each pair is called is a machine’s suggestion; the words are
        the sources’ own.
      </p>
      <p class="tabs">
        <a href={withQuery('/compare', query)} aria-current={form.only ? undefined : 'true'}>
          {isVersions && counts.has('same') ? 'What differs' : `All ${answer.pairs.length}`}
        </a>
        {isVersions && counts.has('same') ? (
          <a
            href={withQuery('/compare', { ...query, only: 'all' })}
            aria-current={form.only === 'all' ? 'true' : undefined}
          >
            All {answer.pairs.length}
          </a>
        ) : null}
        {[...counts].map(([relation, n]) => (
          <a
            href={withQuery('/compare', { ...query, only: relation })}
            aria-current={only === relation ? 'true' : undefined}
          >
            <span aria-hidden="true">{SIGNS[relation] ?? '·'}</span> {WORDS[relation] ?? relation} {n}
          </a>
        ))}
      </p>
      {isVersions && answer.pairs.length > 3 ? <HeatMap answer={answer} query={query} /> : null}
      <div class="pair heads">
        {[props.a, props.b].map((h) => (
          <h2>
            <a href={documentPath(h.id)}>{shorten(titleOf(h), 110)}</a>
            <br />
            <span class="note">
              {[dateWords(h.date), h.republisher ?? h.publisher]
                .filter(Boolean)
                .map((s) => shorten(s!, 60))
                .join(' · ')}
            </span>
          </h2>
        ))}
      </div>
      {list.items.length === 0 ? (
        <p class="measure">
          {isVersions ? 'No words differ between the two.' : 'Nothing of one stands beside the other.'}
        </p>
      ) : null}
      {list.items.map((pair) => (
        <PairRow pair={pair} words={answer.kind === 'versions'} />
      ))}
      <Pages path="/compare" query={{ ...query, only: form.only }} page={list.page} pages={list.pages} />
    </>
  );
}

/** Columns of the map; a longer text puts several pairs into one. */
const COLUMNS = 90;

/** Where along the text the two differ: one column a stretch, darker where more differs. It says no more than the list. */
function HeatMap(props: { answer: Answer; query: Readonly<Record<string, string | undefined>> }) {
  const { pairs } = props.answer;
  const size = Math.ceil(pairs.length / COLUMNS);
  const columns = Array.from({ length: Math.ceil(pairs.length / size) }, (_, i) => {
    const own = pairs.slice(i * size, (i + 1) * size);
    return { share: own.filter((p) => p.relation !== 'same').length / own.length, first: i * size };
  });
  return (
    <div class="map noprint" aria-hidden="true">
      {columns.map(({ share, first }) => (
        <a
          tabindex={-1}
          class={share === 0 ? '' : share < 0.5 ? 'half' : 'on'}
          href={withQuery('/compare', { ...props.query, only: 'all', page: String(Math.floor(first / SIZE) + 1) })}
        >
          {share > 0 ? SIGNS.changed : SIGNS.same}
        </a>
      ))}
    </div>
  );
}

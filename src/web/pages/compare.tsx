import type { z } from 'zod';
import type { DocumentHead } from '../../core/model/index.ts';
import type { compare } from '../../service/compare.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, partPath } from './links.ts';

type Answer = z.infer<(typeof compare)['output']>;
const WORDS: Readonly<Record<string, string>> = {
  new: 'only in the later text',
  dropped: 'only in the earlier text',
  added: 'only in the second text',
  removed: 'only in the first text',
  same: 'wording matches',
  changed: 'wording differs',
};
/** Unchanged passages of two versions are counted, not shown: what differs is what is looked for. */
const MAX_ROWS = 400;

export function ComparePage(props: {
  a: DocumentHead | null;
  b: DocumentHead | null;
  answer: Answer | null;
  heads: readonly DocumentHead[];
  problem: string | null;
}) {
  const { answer } = props;
  const isCollation = answer !== null && answer.kind !== 'topics';
  const shown = answer
    ? answer.pairs.filter((p) => answer.kind !== 'versions' || p.relation !== 'same').slice(0, MAX_ROWS)
    : [];
  return (
    <Layout title="Compare two texts" path="/compare">
      <h1>Two texts side by side</h1>
      <form class="ask" action="/compare" method="get">
        {(['a', 'b'] as const).map((side) => (
          <label>
            {side === 'a' ? 'First' : 'Second'}
            <select name={side} required>
              <option value=""></option>
              {props.heads.map((h) => (
                <option value={h.id} selected={props[side]?.id === h.id}>
                  {h.date ?? 'no date'} · {shorten(h.title ?? h.name, 80)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit">Compare</button>
      </form>
      {props.problem ? <p class="bad">{props.problem}</p> : null}
      {answer && props.a && props.b ? (
        <>
          <p class="note">
            Compared as {answer.kind} ({answer.why}). {answer.pairs.length} rows
            {isCollation ? `, ${answer.pairs.filter((p) => p.relation === 'same').length} of them alike` : ''}.
            Relations are a machine’s suggestion.
          </p>
          <div class="pair">
            {[props.a, props.b].map((h) => (
              <h2>
                <a href={documentPath(h.id)}>{shorten(h.title ?? h.name, 120)}</a>
                <br />
                <span class="note">{dateWords(h.date)}</span>
              </h2>
            ))}
          </div>
          {shown.map((p) => (
            <div class="pair">
              <div class="rel sans">
                <b>{WORDS[p.relation] ?? p.relation}</b>
                {p.topic ? ` · ${p.topicName ?? p.topic}` : ''} <span class="note">{p.why}</span>
              </div>
              {[p.a, p.b].map((side) => (
                <div>
                  {side.map((s) => (
                    <blockquote>
                      <a href={partPath(s.turn)} style="color:inherit;text-decoration:none">
                        <bdi>{s.text}</bdi>
                      </a>
                    </blockquote>
                  ))}
                </div>
              ))}
            </div>
          ))}
        </>
      ) : null}
    </Layout>
  );
}

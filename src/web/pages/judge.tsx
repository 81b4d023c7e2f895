import { titleOf } from '../../core/cite/supply-title.ts';
import type { Span, VersionRecord } from '../../core/model/index.ts';
import type { Decided } from '../../service/history.ts';
import { DecideForm, type DecideProps } from './judge/decide-form.tsx';
import { DoneNote } from './judge/done-note.tsx';
import { HistoryList } from './judge/history.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, partPath } from './links.ts';
import { VoiceMark } from './voice-mark.tsx';

/** One thing to decide about: its words where they stand; no span for a document as a whole. */
export interface Judged {
  readonly id: string;
  readonly record: VersionRecord;
  /** `what`: what the rules read there */
  readonly at: (Span & { readonly what?: string }) | null;
}

/** UTF-16 units of a turn shown around the words in question. */
const AROUND = 400;

/** Decide about words, a turn, a statement or a document: see them in their exchange, then accept, reject or correct. */
export function JudgePage(props: {
  judged: readonly Judged[];
  form: DecideProps;
  history: readonly Decided[];
  done: readonly Decided[];
  problem: string | null;
}) {
  const { judged, form, history, done } = props;
  return (
    <Layout title="Decide" path="/review">
      <p class="eyebrow">
        <a href={form.back}>Back to where you were</a>
      </p>
      <h1>{judged.length > 1 ? `Decide about ${judged.length} statements of one matter` : 'Decide'}</h1>
      <DoneNote done={done} back={form.back} />
      {judged.map((j) => (
        <InQuestion judged={j} />
      ))}
      {props.problem ? (
        <p class="measure bad" role="alert">
          {shorten(props.problem, 400)}
        </p>
      ) : null}
      <DecideForm {...form} />
      {history.length > 0 ? (
        <section>
          <h2>Decided before</h2>
          <HistoryList items={history} back={form.back} by={form.by} />
        </section>
      ) : null}
    </Layout>
  );
}

function InQuestion(props: { judged: Judged }) {
  const { record, at, id } = props.judged;
  const { document: d, text, turns } = record;
  const here = at === null ? -1 : turns.findIndex((t) => at.start >= t.start && at.start < t.end);
  const turn = turns[here];
  const before = turn ? turns[here - 1] : undefined;
  return (
    <section class="question">
      <p class="meta">
        <a href={documentPath(d.id)}>{shorten(titleOf(d), 140)}</a>, {dateWords(d.date)}
        {d.dateKind ? ` (${d.dateKind})` : ''}
      </p>
      {turn && at ? (
        <blockquote>
          {before ? (
            <p class="soft">
              <bdi>{shorten(text.slice(before.start, before.end), 240)}</bdi>
            </p>
          ) : null}
          <p class="meta">
            <VoiceMark voice={turn.voice} />
            <b>{shorten(turn.speaker ?? 'Nobody by name', 80)}</b> {turn.voice}
            {turn.label ? (
              <>
                , printed “<bdi>{shorten(turn.label, 60)}</bdi>”
              </>
            ) : null}
          </p>
          <p>
            <bdi>{tail(text.slice(Math.max(turn.bodyStart, at.start - AROUND), at.start))}</bdi>
            <mark>
              <bdi>
                {text.slice(Math.max(at.start, turn.bodyStart), Math.min(at.end, at.start + 4 * AROUND)).trim()}
              </bdi>
            </mark>{' '}
            <bdi>{head(text.slice(at.end, Math.min(turn.end, at.end + AROUND)))}</bdi>
          </p>
        </blockquote>
      ) : null}
      {at?.what ? (
        <p>
          The rules read here: <b>{shorten(at.what, 200)}</b>.
        </p>
      ) : null}
      <p class="note">
        <a href={partPath(id)}>Read it in the document</a>
      </p>
    </section>
  );
}

const tail = (text: string) => (text.length >= AROUND ? `… ${text.slice(text.indexOf(' ') + 1)}` : text);
const head = (text: string) => (text.length >= AROUND ? `${text.slice(0, text.lastIndexOf(' '))} …` : text.trimEnd());

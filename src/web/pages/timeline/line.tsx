import type { z } from 'zod';
import type { timeline } from '../../../service/timeline.ts';
import { questionOver } from '../../../service/words/question-over.ts';
import { familyOf } from '../../charts/acts.ts';
import { JudgeMark } from '../judge-mark.tsx';
import { shorten } from '../layout.tsx';
import { dateWords, partPath, personPath } from '../links.ts';

export type Answer = z.infer<(typeof timeline)['output']>;
export type LineEntry = Answer['entries'][number];

/** What a shift is called; always a suggestion until a person has reviewed it. */
export const SHIFTS: Readonly<Record<string, string>> = {
  unchanged: 'As before',
  hardened: 'Seems harder than before',
  softened: 'Seems softer than before',
  reversed: 'Seems turned round',
  new: 'Not said before in this record',
  dropped: 'No longer said',
  overtaken: 'Overtaken by events',
  unclear: 'Differs; how is not clear',
};

/** Quoted statements in order, each opening in its exchange; where the position shifts, the earlier words stand beside. */
export function Line(props: { entries: readonly LineEntry[]; first: number; pages: ReadonlySet<string> }) {
  let [year, day] = ['', ''];
  return (
    <ol class="line">
      {props.entries.map((e, i) => {
        const own = e.date?.slice(0, 4) ?? 'Day not known';
        const isNew = own !== year;
        // a day stands once, however much was said on it; "not known" stands over them all
        const when = e.date === null || (!isNew && e.date === day) ? '' : dateWords(e.date);
        [year, day] = [own, e.date ?? ''];
        return [
          isNew ? (
            <li class="year">
              <span class="when">{own}</span>
              <span></span>
            </li>
          ) : null,
          <Statement
            entry={e}
            when={when}
            asked={questionOver(props.entries, i)}
            id={`e${props.first + i + 1}`}
            pages={props.pages}
          />,
        ];
      })}
    </ol>
  );
}

function Statement(props: {
  entry: LineEntry;
  when: string;
  /** what was asked, over the first answer to it */
  asked: LineEntry['question'];
  id: string;
  pages: ReadonlySet<string>;
}) {
  const { entry: e } = props;
  const isShift = e.shift !== undefined && e.shift.relation !== 'unchanged' && e.shift.relation !== 'new';
  const name = shorten(e.speaker ?? 'Speaker not known', 100);
  return (
    <li
      id={props.id}
      class={[e.reviewed ? 'reviewed' : '', isShift ? 'shifted' : ''].filter(Boolean).join(' ') || undefined}
    >
      <span class="when">{props.when || <span class="hidden">{dateWords(e.date)}</span>}</span>
      <div class="what">
        <p class="meta">
          <b>{e.person && props.pages.has(e.person) ? <a href={personPath(e.person)}>{name}</a> : name}</b>{' '}
          <span class="act" aria-hidden="true">
            {familyOf(e.act).sign}
          </span>
          {e.act.replaceAll('-', ' ')}
          {' · '}
          <JudgeMark ids={[e.claim]} reviewed={e.reviewed} of={`“${shorten(e.text, 60)}”`} />
        </p>
        {props.asked ? (
          <p class="note">
            asked:{' '}
            <a class="quiet" href={partPath(props.asked.turn)}>
              “<bdi>{shorten(props.asked.text, 240)}</bdi>”
            </a>
          </p>
        ) : null}
        <p>
          <a class="quiet" href={partPath(e.turn)}>
            “<bdi>{shorten(e.text, 900)}</bdi>”
          </a>
        </p>
        {isShift ? (
          <div class="shift">
            <p class="meta">
              <b>{SHIFTS[e.shift!.relation] ?? e.shift!.relation}</b>: {shorten(e.shift!.why, 200)}
              {e.reviewed ? '' : ' (a machine’s suggestion)'}
            </p>
            <p>
              before:{' '}
              <a class="quiet" href={partPath(e.shift!.from.turn)}>
                “<bdi>{shorten(e.shift!.from.text, 400)}</bdi>”
              </a>
            </p>
          </div>
        ) : null}
      </div>
    </li>
  );
}

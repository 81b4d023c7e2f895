import type { Turn } from '../../../core/model/index.ts';
import { shorten } from '../layout.tsx';
import { dateWords, withQuery } from '../links.ts';
import type { Reading } from './reading.ts';

/** Notes of one turn shown at once; the rest stand behind a fold. */
const SHOWN = 3;

/** What belongs to the words of a turn: topics, days with their resolution, what was noticed while reading. */
export function Margin(props: { reading: Reading; turn: Turn }) {
  const { reading, turn } = props;
  const text = reading.record.text;
  const topics = reading.topics.get(turn.id) ?? [];
  const dates = reading.dates.get(turn.id) ?? [];
  const findings = reading.findings.get(turn.id) ?? [];
  const notes = [
    ...findings.map((f) => (
      <li class="finding">
        {f.start !== undefined && f.end !== undefined && f.end - f.start < 60 && f.end > f.start ? (
          <>
            “<bdi>{text.slice(f.start, f.end).trim()}</bdi>”:{' '}
          </>
        ) : null}
        {shorten(f.why, 180)}
      </li>
    )),
    ...dates.map((m) => (
      <li>
        “<bdi>{shorten(text.slice(m.start, m.end), 40)}</bdi>” = {dateWords(m.value)}
      </li>
    )),
  ];
  return (
    <>
      {topics.length > 0 ? (
        <ul class="about">
          {topics.slice(0, SHOWN).map((id) => (
            <li>
              <a href={withQuery('/timeline', { topic: id })}>{reading.topicNames.get(id) ?? id}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {notes.length > 0 ? <ul>{notes.slice(0, SHOWN)}</ul> : null}
      {notes.length > SHOWN ? (
        <details>
          <summary>{notes.length - SHOWN} more</summary>
          <ul>{notes.slice(SHOWN)}</ul>
        </details>
      ) : null}
    </>
  );
}

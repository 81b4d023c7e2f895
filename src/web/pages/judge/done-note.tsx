import type { Decided } from '../../../service/history.ts';
import { FormToken } from '../../frame.tsx';
import { shorten } from '../layout.tsx';
import { DECIDED } from './words.ts';

/** What was just decided, with the way to take it back. */
export function DoneNote(props: { done: readonly Decided[]; back: string }) {
  const { done } = props;
  const [first] = done;
  if (!first) return null;
  return (
    <div class="kept" role="status">
      <p>
        Recorded: {shorten(first.by, 80)} {DECIDED[first.decision]}
        {first.anchor ? (
          <>
            {' '}
            “<bdi>{shorten(first.anchor.exact, 120)}</bdi>”
          </>
        ) : null}
        {done.length > 1 ? `, and ${done.length - 1} more` : ''}
      </p>
      {first.decision === 'undo' ? null : (
        <form method="post" action="/judge">
          <FormToken />
          {done.map((d) => (
            <input type="hidden" name="id" value={d.id} />
          ))}
          <input type="hidden" name="back" value={props.back} />
          <input type="hidden" name="by" value={first.by} />
          <input type="hidden" name="reason" value="Taken back at once." />
          <button type="submit" class="quiet" name="decision" value="undo">
            Take it back
          </button>
        </form>
      )}
    </div>
  );
}

import { useFrame } from '../frame.tsx';
import { covers } from '../security/roles.ts';

/** Where somebody may decide about these ids. */
export const judgePath = (ids: readonly string[]): string =>
  `/judge?${new URLSearchParams(ids.map((id): [string, string] => ['id', id]))}`;

/** Whether a person has looked: hollow until then. Whoever may decide comes from it to the page that decides. */
export function JudgeMark(props: { ids: readonly string[]; reviewed: boolean; of: string }) {
  const { reviewed, of } = props;
  const words = reviewed ? 'reviewed' : 'not reviewed';
  const mark = (
    <>
      <span aria-hidden="true">{reviewed ? '☑' : '☐'}</span> {words}
    </>
  );
  if (props.ids.length === 0 || !covers(useFrame().role, 'review')) return <span class="judged">{mark}</span>;
  return (
    <a class="judged" href={judgePath(props.ids)} aria-label={`${words}; decide about ${of}`}>
      {mark}
    </a>
  );
}

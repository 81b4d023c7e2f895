import type { Voice } from '../../core/model/index.ts';

/** A mark of shape, so that colour is never the only cue; the word beside it says the same. */
const MARKS: Readonly<Record<Voice, string>> = {
  official: '●',
  interviewer: '○',
  moderator: '◇',
  guest: '◆',
  editor: '▤',
  reader: '△',
  site: '▫',
  unknown: '?',
};

export function VoiceMark(props: { voice: Voice }) {
  return (
    <span class={`v v-${props.voice}`} aria-hidden="true">
      {MARKS[props.voice]}
    </span>
  );
}

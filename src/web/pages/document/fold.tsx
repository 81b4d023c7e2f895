import type { Turn } from '../../../core/model/index.ts';
import { shorten } from '../layout.tsx';
import { isLinked, localId } from './linked.ts';
import type { Reading } from './reading.ts';

const HEADS = {
  front: 'Printed above the text',
  boilerplate: 'Furniture of the site',
  comment: 'Readers’ comments',
} as const;

/** What frames the words of the document, behind one line; open when a link leads into it. Nothing is left out. */
export function Fold(props: { reading: Reading; turns: readonly Turn[]; what: keyof typeof HEADS }) {
  const { reading, turns, what } = props;
  const { text } = reading.record;
  const words = turns.map((t) => text.slice(t.start, t.end)).join('');
  if (words.trim() === '') return null;
  const isOpen = turns.some((t) => isLinked(reading.linked, t));
  return (
    <div class={`turn ${what}`}>
      <details class="fold" open={isOpen}>
        <summary>
          {HEADS[what]}
          {what === 'comment' ? ` (${turns.length})` : <Beginning words={words} />}
        </summary>
        {turns.map((t) => (
          <div id={localId(t.id)} class={isLinked(reading.linked, t) ? 'body linked' : 'body'}>
            {reading.exchange === t.id ? <span id="x"></span> : null}
            {text
              .slice(t.start, t.end)
              .split(/\n\s*\n?/u)
              .filter((p) => p.trim() !== '')
              .map((p) => (
                <p>
                  <bdi>{p}</bdi>
                </p>
              ))}
          </div>
        ))}
      </details>
    </div>
  );
}

function Beginning(props: { words: string }) {
  return (
    <>
      : <bdi>{shorten(props.words, 70)}</bdi>
    </>
  );
}

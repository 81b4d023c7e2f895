import type { z } from 'zod';
import type { compare } from '../../../service/compare.ts';
import { RELATION_WORDS as WORDS } from '../../../service/relation-words.ts';
import { shorten } from '../layout.tsx';
import { partPath } from '../links.ts';

export type Pair = z.infer<(typeof compare)['output']>['pairs'][number];

/** A sign beside each word, so that a list can be skimmed. */
export const SIGNS: Readonly<Record<string, string>> = {
  new: '+',
  added: '+',
  dropped: '−',
  removed: '−',
  same: '=',
  unchanged: '=',
  changed: '≠',
  moved: '↕',
  hardened: '▲',
  softened: '▽',
  reversed: '⇄',
  overtaken: '→',
  unclear: '?',
};

/** Passages that belong together, joined by a line; a side that has none says so. */
export function PairRow(props: { pair: Pair }) {
  const { pair: p } = props;
  const shape = p.a.length > 0 && p.b.length > 0 ? 'joined' : p.a.length > 0 ? 'alone-a' : 'alone-b';
  const name = p.topicName ?? p.topic;
  return (
    <article class={`pair ${shape}`} aria-label={`${WORDS[p.relation] ?? p.relation}${name ? `: ${name}` : ''}`}>
      <div class="rel sans">
        <span class="sign" aria-hidden="true">
          {SIGNS[p.relation] ?? '·'}
        </span>
        <b>{WORDS[p.relation] ?? p.relation}</b>
        {name ? ` · ${shorten(name, 100)}` : ''} <span class="note">{shorten(p.why, 220)}</span>
      </div>
      {(['a', 'b'] as const).map((side) => (
        <div class={`side-${side}`}>
          {p[side].length === 0 ? 'no counterpart found in this text' : null}
          {p[side].map((passage) => (
            <blockquote>
              <a class="quiet" href={partPath(passage.turn)}>
                <bdi>{shorten(passage.text, 900)}</bdi>
              </a>
            </blockquote>
          ))}
        </div>
      ))}
    </article>
  );
}

import type { z } from 'zod';
import type { Span } from '../../../core/model/index.ts';
import { diffWords } from '../../../core/versions/diff-words.ts';
import type { compare } from '../../../service/compare.ts';
import { RELATION_WORDS as WORDS } from '../../../service/words/relation-words.ts';
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
export function PairRow(props: { pair: Pair; words: boolean }) {
  const { pair: p } = props;
  const shape = p.a.length > 0 && p.b.length > 0 ? 'joined' : p.a.length > 0 ? 'alone-a' : 'alone-b';
  const name = p.topicName ?? p.topic;
  const differs = props.words && p.relation === 'changed' ? differing(p) : null;
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
          {p[side].map((passage, i) => (
            <blockquote>
              <a class="quiet" href={partPath(passage.turn)}>
                <bdi>
                  {differs ? (
                    <Differing text={passage.text} spans={differs[side][i]!} side={side} />
                  ) : (
                    shorten(passage.text, 900)
                  )}
                </bdi>
              </a>
            </blockquote>
          ))}
        </div>
      ))}
    </article>
  );
}

/** The words in which two passages differ: struck in the first, underlined in the second. */
function Differing(props: { text: string; spans: readonly Span[]; side: 'a' | 'b' }) {
  const Tag = props.side === 'a' ? 'del' : 'ins';
  const parts: unknown[] = [];
  let at = 0;
  for (const { start, end } of props.spans) {
    parts.push(props.text.slice(at, start), <Tag>{props.text.slice(start, end)}</Tag>);
    at = end;
  }
  parts.push(props.text.slice(at));
  return <>{parts as never}</>;
}

/** The words that differ, by passage; null where passages are in two languages or too long to lay side by side. */
function differing(pair: Pair): Record<'a' | 'b', readonly Span[][]> | null {
  const joined = (side: 'a' | 'b') => pair[side].map((x) => x.text).join('\n');
  const [a, b] = [joined('a'), joined('b')];
  if (a.length + b.length > MAX_DIFF) return null;
  const found = diffWords(a, b);
  const byPassage = (side: 'a' | 'b') => {
    let from = 0;
    return pair[side].map(({ text }) => {
      const own = found[side]
        .map((s) => ({ start: Math.max(0, s.start - from), end: Math.min(text.length, s.end - from) }))
        .filter((s) => s.start < s.end);
      from += text.length + 1;
      return own;
    });
  };
  return { a: byPassage('a'), b: byPassage('b') };
}

/** Longest passages laid word by word on a page, UTF-16 units of both. */
const MAX_DIFF = 6000;

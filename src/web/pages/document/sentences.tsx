import type { VersionRecord } from '../../../core/model/index.ts';
import { partPath } from '../links.ts';
import { isLinked, type Linked, localId } from './linked.ts';

/**
 * The words of a turn, each sentence with its own address. The elements hold every character of the source and no other,
 * so that what a reader selects and copies is a slice of it; the marks that link a sentence have no text of their own.
 */
export function Sentences(props: {
  record: VersionRecord;
  sentences: VersionRecord['sentences'];
  linked: Linked | null;
  /** show a mark after each sentence that leads to its address */
  isOpen: boolean;
}) {
  const { record, linked } = props;
  const paragraphs: VersionRecord['sentences'][] = [[]];
  for (const s of props.sentences) {
    paragraphs.at(-1)!.push(s);
    if (/\n\s*$/u.test(record.text.slice(s.start, s.end))) paragraphs.push([]);
  }
  return (
    <>
      {paragraphs
        .filter((p) => p.some((s) => record.text.slice(s.start, s.end).trim() !== ''))
        .map((p) => (
          <p>
            {p.map((s) => [
              <bdi id={localId(s.id)} class={isLinked(linked, s) ? 'linked' : undefined}>
                {record.text.slice(s.start, s.end)}
              </bdi>,
              props.isOpen ? <SentenceLink id={s.id} /> : null,
            ])}
          </p>
        ))}
    </>
  );
}

/** Empty, so that no word of ours stands among those of the source; its sign is drawn by the style sheet. */
function SentenceLink(props: { id: string }) {
  // biome-ignore lint/a11y/useAnchorContent: named by its label, see above
  return <a class="s" href={partPath(props.id)} aria-label="Address of this sentence"></a>;
}

import type { Turn, VersionRecord } from '../model/index.ts';
import { TALK } from '../model/index.ts';

/** A stretch of a version as a markup sees it: one utterance with the asides inside it, or one zone. */
export type Stretch =
  | {
      readonly is: 'talk';
      readonly turn: Turn;
      /** reference to the speaker in `people`; null when it is not known who speaks (law V1) */
      readonly who: string | null;
      readonly label: string;
      /** paragraphs, and asides between them, in order */
      readonly parts: readonly { readonly is: 'words' | 'aside'; readonly text: string }[];
    }
  | { readonly is: 'zone'; readonly turn: Turn; readonly paragraphs: readonly string[] }
  /** readers' comments: their names and words are not ours to pass on */
  | { readonly is: 'left-out'; readonly turn: Turn };

export interface Layout {
  readonly stretches: readonly Stretch[];
  /** who speaks: a reference that is a valid XML id, the name, and the id in data/ if there is one */
  readonly people: readonly { readonly ref: string; readonly name: string; readonly person: string | null }[];
}

/** A version laid out for a markup that says who speaks. Every turn comes out once, in order. */
export function layOut(record: VersionRecord): Layout {
  const { text, turns } = record;
  const people = new Map<string, { ref: string; name: string; person: string | null }>();
  const refOf = (turn: Turn): string | null => {
    if (turn.speaker === null) return null;
    const known = people.get(turn.speaker);
    if (known) return known.ref;
    const entry = { ref: `${xmlId(record.document.id)}-p${people.size + 1}`, name: turn.speaker, person: turn.person };
    people.set(turn.speaker, entry);
    return entry.ref;
  };
  const stretches: Stretch[] = [];
  let i = 0;
  while (i < turns.length) {
    const turn = turns[i]!;
    if (turn.kind === 'comment') stretches.push({ is: 'left-out', turn });
    else if (!TALK.has(turn.kind))
      stretches.push({ is: 'zone', turn, paragraphs: paragraphsOf(text.slice(turn.start, turn.end)) });
    else {
      const parts = wordsOf(text, turn);
      const opening = i;
      // an aside does not end an utterance that goes on after it
      while (turns[i + 1]?.kind === 'aside' && goesOn(turns[i + 2], turns[i]!)) {
        const aside = turns[i + 1]!;
        parts.push({ is: 'aside', text: text.slice(aside.start, aside.end).trim() }, ...wordsOf(text, turns[i + 2]!));
        i += 2;
      }
      const first = turns[opening]!;
      stretches.push({
        is: 'talk',
        turn: first,
        who: refOf(first),
        label: text.slice(first.start, first.bodyStart).trim(),
        parts,
      });
    }
    i++;
  }
  return { stretches, people: [...people.values()] };
}

const goesOn = (next: Turn | undefined, before: Turn): boolean =>
  next?.continues === before.id && next.bodyStart === next.start;

const wordsOf = (text: string, turn: Turn) =>
  paragraphsOf(text.slice(turn.bodyStart, turn.end)).map((p) => ({ is: 'words' as 'words' | 'aside', text: p }));

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n\n')
    .map((p) => p.trim())
    .filter((p) => p !== '');

/** A day, month or year that XML's date types hold; else null. */
export const plainDate = (edtf: string | null): string | null =>
  edtf !== null && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(edtf) ? edtf : null;

/** `ver:3f…/t-5f` -> `v3f…-t-5f`: an XML name, its own also where many versions stand in one file. */
export const xmlId = (id: string): string => `v${id.replace(/^ver:/, '').replace(/[^A-Za-z0-9_.-]/g, '-')}`;

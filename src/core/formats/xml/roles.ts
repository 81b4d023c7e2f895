import type { Block, Mark, TurnKind, Voice } from '../../model/index.ts';
import type { XmlNode } from './parse-xml.ts';

/** What an element is to the reader, whatever its vocabulary calls it. */
export type Role =
  | { readonly is: 'skip' }
  /** a container: its parts stand apart */
  | { readonly is: 'part'; readonly zone?: Block['zone'] }
  | { readonly is: 'paragraph'; readonly kind?: Block['kind']; readonly zone?: Block['zone'] }
  | { readonly is: 'heading'; readonly zone?: Block['zone'] }
  /** a number or marker that opens the block after it */
  | { readonly is: 'lead' }
  /** the printed name of the speaker */
  | { readonly is: 'label' }
  | {
      readonly is: 'utterance';
      readonly kind: TurnKind;
      readonly who: string | null;
      readonly ref: string | null;
      readonly voice?: Voice;
    }
  | { readonly is: 'aside' }
  /** inline text, marked or not */
  | { readonly is: 'inline'; readonly mark?: Mark['kind']; readonly value?: string }
  /** a line break inside a block */
  | { readonly is: 'space' }
  /** a token; `join` says where no space stands */
  | { readonly is: 'word'; readonly join: string | null }
  /** something the source marks as left out */
  | { readonly is: 'gap'; readonly why: string };

/** Where an element stands: what a vocabulary may ask about its surroundings. */
export interface Place {
  readonly inBlock: boolean;
  readonly inUtterance: boolean;
  readonly parent: XmlNode;
  readonly next: XmlNode | null;
}

/** A dialect of XML: what its elements are. Null leaves the element to the general rule. */
export interface Vocabulary {
  readonly reader: string;
  roleOf(node: XmlNode, place: Place): Role | null;
}

/** Kinds of zone that a division may name itself, as our own exports do. */
const ZONES = ['title', 'metadata', 'commentary', 'comment', 'boilerplate'] as const;
export const zoneOf = (name: string | undefined) => ZONES.find((z) => z === name) ?? null;

/** The id a reference points at: `#x`, `people.xml#x`, `prefix:x`. */
export const idOf = (reference: string): string =>
  reference.slice(Math.max(reference.lastIndexOf('#'), reference.lastIndexOf(':')) + 1);

/** The person a `who` or `by` names, and the bare id; several at once are nobody in particular (law V1). */
export function resolveWho(
  reference: string | undefined,
  people: ReadonlyMap<string, string>,
): { who: string | null; ref: string | null } {
  const ids = (reference ?? '').split(/\s+/).filter(Boolean).map(idOf);
  if (ids.length !== 1 || !ids[0]) return { who: null, ref: null };
  return { who: people.get(ids[0]) ?? null, ref: ids[0] };
}

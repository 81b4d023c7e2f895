import { z } from 'zod';
import type { Act } from '../model/index.ts';
import { foldLetters } from '../text/fold.ts';
import type { Statement } from './statement.ts';

/** How a later statement stands to an earlier one; the words are defined in docs/vocabulary.md. */
export const Relation = z.enum([
  'unchanged',
  'hardened',
  'softened',
  'reversed',
  'new',
  'dropped',
  'overtaken',
  'unclear',
]);
export type Relation = z.infer<typeof Relation>;

/** The relation with what differs, in words for a reader; `differs` names the features that decided. */
export interface Comparison {
  readonly relation: Relation;
  readonly why: string;
  readonly differs: readonly string[];
}

/** Willingness of an act towards the other side: higher is readier. Acts that are no stance have none. */
const READINESS: Partial<Record<Act, number>> = {
  offer: 3,
  commitment: 2,
  hedge: 1,
  'no-comment': 1,
  condition: 0,
  request: 0,
  demand: -1,
  warning: -1,
  refusal: -3,
};
/** Strength of what is required, by modal. */
const STRENGTH: Readonly<Record<string, number>> = {
  must: 4,
  'must-not': 4,
  'have-to': 4,
  shall: 4,
  cannot: 4,
  need: 3,
  should: 3,
  will: 3,
  expect: 2,
  would: 2,
  intend: 2,
  may: 1,
  can: 1,
  could: 1,
  might: 1,
};
const REQUIRING: ReadonlySet<Act> = new Set<Act>(['demand', 'request', 'condition', 'warning', 'refusal']);

/**
 * Compare two statements that are about the same proposition (`similarity` in 0..1, from `matchStatements`).
 * Fails closed: what cannot be named is `unclear`. Strength of wording alone decides nothing when the two texts are
 * different renderings, for the difference may be the translators' (design, section 4; issue "through time").
 */
export function compareStatements(earlier: Statement, later: Statement, similarity: number): Comparison {
  if (foldLetters(earlier.text) === foldLetters(later.text)) return say('unchanged', 'word for word the same', []);
  const a = earlier.claim;
  const b = later.claim;
  const opposite = a.polarity !== b.polarity && a.polarity !== 'mixed' && b.polarity !== 'mixed';
  if (opposite && similarity >= 0.5) return say('reversed', 'the later statement negates the earlier', ['negation']);

  const readiness = [READINESS[a.act], READINESS[b.act]] as const;
  if (readiness[0] !== undefined && readiness[1] !== undefined && a.act !== b.act) {
    const step = readiness[1] - readiness[0];
    const words = `${actWords(a.act)} became ${actWords(b.act)}`;
    if (Math.abs(step) >= 5) return say('reversed', words, ['act']);
    if (Math.abs(step) >= 2) return say(step < 0 ? 'hardened' : 'softened', words, ['act']);
  }
  const conditions = [
    a.condition !== null || a.act === 'condition',
    b.condition !== null || b.act === 'condition',
  ] as const;
  if (!conditions[0] && conditions[1] && readiness[1] !== undefined)
    return say('hardened', 'a condition was added', ['condition']);
  if (conditions[0] && !conditions[1] && readiness[0] !== undefined)
    return say('softened', 'a condition was taken away', ['condition']);

  const numbers = changedValues(earlier, later);
  if (numbers && similarity >= 0.4) return say('overtaken', numbers, ['number']);

  const strength = (STRENGTH[b.modality] ?? 0) - (STRENGTH[a.modality] ?? 0);
  if (REQUIRING.has(a.act) && REQUIRING.has(b.act) && STRENGTH[a.modality] && STRENGTH[b.modality] && strength !== 0) {
    const words = `${a.modality} became ${b.modality}`;
    if (!sameRendering(earlier, later))
      return say('unclear', `${words}, but the two texts are different renderings`, ['modality']);
    return say(strength > 0 ? 'hardened' : 'softened', words, ['modality']);
  }
  if (opposite) return say('unclear', 'one affirms and one denies, but not clearly the same thing', ['negation']);
  if (a.act === b.act && similarity >= 0.5) return say('unchanged', 'the same position in other words', []);
  return say('unclear', 'both speak to this; what differs cannot be named', []);
}

const say = (relation: Relation, why: string, differs: readonly string[]): Comparison => ({ relation, why, differs });
const actWords = (act: Act): string => `${/^[aeiou]/.test(act) ? 'an' : 'a'} ${act}`;

/** Shades of wording can be compared only within one rendering: both originals, or both the same publisher's. */
function sameRendering(a: Statement, b: Statement): boolean {
  if (a.language !== b.language) return false;
  if (a.rendering.kind === 'original' && b.rendering.kind === 'original') return true;
  return (
    a.rendering.kind !== 'unknown' &&
    a.rendering.kind === b.rendering.kind &&
    a.rendering.publisher !== null &&
    a.rendering.publisher === b.rendering.publisher
  );
}

/** A number or day given for the same thing that is another one now, as words for the reader; null when none is. */
function changedValues(a: Statement, b: Statement): string | null {
  const gone = [...a.values].filter((v) => !b.values.has(v));
  const come = [...b.values].filter((v) => !a.values.has(v));
  for (const kind of ['count:', 'date:']) {
    const from = gone.filter((v) => v.startsWith(kind));
    const to = come.filter((v) => v.startsWith(kind));
    if (from.length === 1 && to.length === 1)
      return `${from[0]!.slice(kind.length)} became ${to[0]!.slice(kind.length)}`;
  }
  return null;
}

import type { Finding, TurnKind, VersionRecord } from '../../core/model/index.ts';

/** Zones that a page changes without anybody saying anything new. */
const FURNITURE: ReadonlySet<TurnKind> = new Set(['boilerplate', 'metadata']);
/** Words of a passage shown on each side; the rest is in `onrecord compare`. */
const SHOWN = 30;
/** Changed passages shown. */
const MAX_PASSAGES = 5;

/** What changed on a page between two captures of it, in its own words: sentences that are new and sentences that went. */
export function describeChange(before: VersionRecord, after: VersionRecord): Finding {
  const rule = 'changed-words';
  for (const [isShown, severity, what] of [
    [(kind: TurnKind) => !FURNITURE.has(kind) && kind !== 'comment', 'warning', 'the text'],
    [(kind: TurnKind) => kind === 'comment', 'info', "readers' comments"],
    [(kind: TurnKind) => FURNITURE.has(kind), 'info', 'only the furniture of the page'],
  ] as const) {
    const old = sentencesOf(before, isShown);
    const fresh = sentencesOf(after, isShown);
    const went = without(old, fresh);
    const came = without(fresh, old);
    if (went.length + came.length === 0) continue;
    const why = `${what} changed: ${[...list('went', went), ...list('came', came)].join('; ')}`;
    const first = came[0];
    return { stage: 'versions', rule, severity, ...(first ? { start: first.start, end: first.end } : {}), why };
  }
  return { stage: 'versions', rule, severity: 'info', why: 'only markup and spacing changed, no word' };
}

interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function sentencesOf({ text, turns, sentences }: VersionRecord, isShown: (kind: TurnKind) => boolean): Passage[] {
  const kinds = new Map(turns.map((t) => [t.id, t.kind]));
  return sentences.flatMap(({ start, end, turn }) =>
    isShown(kinds.get(turn) ?? 'boilerplate')
      ? [{ start, end, text: text.slice(start, end).replace(/\s+/g, ' ').trim() }]
      : [],
  );
}

/** Passages of `a` that are not among those of `b`, each counted as often as it stands there. */
function without(a: readonly Passage[], b: readonly Passage[]): Passage[] {
  const left = new Map<string, number>();
  for (const { text } of b) left.set(text, (left.get(text) ?? 0) + 1);
  return a.filter(({ text }) => {
    const n = left.get(text) ?? 0;
    if (n > 0) left.set(text, n - 1);
    return n === 0 && text !== '';
  });
}

function list(what: string, passages: readonly Passage[]): string[] {
  if (!passages.length) return [];
  const shown = passages.slice(0, MAX_PASSAGES).map(({ text }) => {
    const words = text.split(' ');
    return `"${words.slice(0, SHOWN).join(' ')}${words.length > SHOWN ? ' …' : ''}"`;
  });
  const more = passages.length > MAX_PASSAGES ? ` and ${passages.length - MAX_PASSAGES} more` : '';
  return [`${what}: ${shown.join(', ')}${more}`];
}

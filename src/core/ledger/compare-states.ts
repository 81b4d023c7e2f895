import type { LedgerStatement } from '../model/index.ts';
import { foldLetters } from '../text/fold.ts';
import type { Relation } from './relation.ts';
import type { Statement } from './statement.ts';

/** States of a treaty that one text can tell and a later one can tell otherwise. */
const STATES: ReadonlySet<string> = new Set([
  'in-force',
  'extended',
  'suspended',
  'withdrawal-announced',
  'withdrawn',
  'expired',
]);

/** A matter of which the same side tells a state in either text. */
export interface ComparedState {
  readonly a: Statement;
  readonly b: Statement;
  readonly relation: Relation;
  readonly why: string;
}

/** What a text says of the ledger, beside what is said in it. */
export interface Told {
  readonly statements: readonly Statement[];
  readonly ledger: readonly LedgerStatement[];
}

/**
 * Treaties whose state was told otherwise later ("extended", then "suspended"), each once, by what was said first of it in
 * either text. Where a text tells several states of one treaty (of a part of it, of what it was before) nothing is concluded.
 * Then how relations between two parties stand: side by side in the words of either text; that they stand otherwise is said
 * only where both texts use a word of one of three kinds (broken, bad, good), for shades of wording may be the translators'.
 */
export function compareStates(earlier: Told, later: Told): ComparedState[] {
  const [then, now] = [statesOf(earlier), statesOf(later)];
  const treaties = [...then].flatMap(([key, was]): ComparedState[] => {
    const is = now.get(key);
    if (!is || was === null || is === null || was.entry.status === is.entry.status) return [];
    const why = `told as ${was.entry.status} then, as ${is.entry.status} now`;
    return [{ a: was.said, b: is.said, relation: 'overtaken', why }];
  });
  return [...treaties, ...compareRelations(earlier, later)];
}

/** What is said first of relations between the same two parties; the same words are the same state, others are left to the reader. */
function compareRelations(earlier: Told, later: Told): ComparedState[] {
  const [then, now] = [relationsOf(earlier), relationsOf(later)];
  return [...then].flatMap(([key, was]): ComparedState[] => {
    const is = now.get(key);
    if (!is) return [];
    const isSame = foldLetters(was.entry.value ?? '') === foldLetters(is.entry.value ?? '');
    const [before, after] = [tiesOf(was.said), tiesOf(is.said)];
    if (isSame) return [{ a: was.said, b: is.said, relation: 'unchanged', why: 'relations told in the same words' }];
    return before !== null && after !== null && before !== after
      ? [{ a: was.said, b: is.said, relation: 'overtaken', why: 'relations are said to stand otherwise now' }]
      : [{ a: was.said, b: is.said, relation: 'unclear', why: 'relations told in other words' }];
  });
}

/** How relations are said to stand, where the words tell one of three; what is denied tells nothing. */
function tiesOf({ proposition }: Statement): string | null {
  const told = (['ties-broken', 'ties-bad', 'ties-good'] as const).filter((t) => proposition.turns.has(t));
  const isDenied = [...proposition.keys.values()].some((sign) => sign < 0);
  return told.length === 1 && !isDenied ? told[0]! : null;
}

interface State {
  readonly entry: LedgerStatement;
  readonly said: Statement;
}

/** By side and treaty; null where a text tells two states. Only what a person or house of that side says counts. */
function statesOf(told: Told): Map<string, State | null> {
  const states = new Map<string, State | null>();
  for (const entry of told.ledger) {
    if (entry.section !== 'instruments' || entry.rule !== 'named-instrument' || !STATES.has(entry.status)) continue;
    const said = saidIn(told, entry);
    if (!said) continue;
    const key = `${said.party}|${entry.key}`;
    const known = states.get(key);
    if (known === undefined) states.set(key, { entry, said });
    else if (known !== null && known.entry.status !== entry.status) states.set(key, null);
  }
  return states;
}

/** By side and pair of parties, what is said first. */
function relationsOf(told: Told): Map<string, State> {
  const states = new Map<string, State>();
  for (const entry of told.ledger) {
    if (entry.section !== 'relations') continue;
    const said = saidIn(told, entry);
    const key = `${said?.party}|${entry.key}`;
    if (said && !states.has(key)) states.set(key, { entry, said });
  }
  return states;
}

/** The statement of a known side that proves an entry. */
function saidIn({ statements }: Told, { evidence }: LedgerStatement): Statement | null {
  const proof = evidence[0]!;
  const said = statements.find((s) => s.claim.turn === proof.turn && s.start < proof.end && proof.start < s.end);
  return said && said.party !== null ? said : null;
}

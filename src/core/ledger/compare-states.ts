import type { LedgerStatement } from '../model/index.ts';
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

/** A treaty of which the same side tells one state in the earlier text and another in the later. */
export interface ChangedState {
  readonly a: Statement;
  readonly b: Statement;
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
 */
export function compareStates(earlier: Told, later: Told): ChangedState[] {
  const [then, now] = [statesOf(earlier), statesOf(later)];
  return [...then].flatMap(([key, was]) => {
    const is = now.get(key);
    if (!is || was === null || is === null || was.entry.status === is.entry.status) return [];
    return [{ a: was.said, b: is.said, why: `told as ${was.entry.status} then, as ${is.entry.status} now` }];
  });
}

interface State {
  readonly entry: LedgerStatement;
  readonly said: Statement;
}

/** By side and treaty; null where a text tells two states. Only what a person or house of that side says counts. */
function statesOf({ statements, ledger }: Told): Map<string, State | null> {
  const states = new Map<string, State | null>();
  for (const entry of ledger) {
    if (entry.section !== 'instruments' || entry.rule !== 'named-instrument' || !STATES.has(entry.status)) continue;
    const proof = entry.evidence[0]!;
    const said = statements.find((s) => s.claim.turn === proof.turn && s.start < proof.end && proof.start < s.end);
    if (!said || said.party === null) continue;
    const key = `${said.party}|${entry.key}`;
    const known = states.get(key);
    if (known === undefined) states.set(key, { entry, said });
    else if (known !== null && known.entry.status !== entry.status) states.set(key, null);
  }
  return states;
}

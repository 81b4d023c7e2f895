import type { Claim, Rules, VersionRecord } from '../model/index.ts';
import { houseOf, isOwnText } from './party-of-speaker.ts';
import { mentionsWithin, type Statement, statementsOf } from './statement.ts';

/**
 * What a ministry's own text (readout, statement, correction) says in the ministry's name, though no person speaks in it:
 * statements without a speaker and with its state as party. A sentence that opens with another state tells what that one
 * did or said, and is left out; so is whatever the text reports of others (law V1).
 */
export function houseStatements(record: VersionRecord, rules: Rules): Statement[] {
  const house = houseOf(record, rules);
  if (!isOwnText(record, house)) return [];
  const commentary = new Set(record.turns.filter((t) => t.kind === 'commentary').map((t) => t.id));
  const states = new Set(rules.parties.filter((p) => p.kind === 'state' || p.kind === 'alliance').map((p) => p.id));
  const mentions = [...record.mentions].sort((a, b) => a.start - b.start);
  const opensWithOther = ({ start }: Claim) => {
    const sentence = record.sentences.find((s) => s.start <= start && start < s.end);
    if (!sentence) return true;
    const first = mentionsWithin(mentions, sentence.start, sentence.end).find((m) => m.entity && states.has(m.entity));
    return first !== undefined && first.entity !== house && first.start - sentence.start <= OPENING;
  };
  return statementsOf(
    record,
    rules,
    () => house,
    (c) => c.speaker === null && commentary.has(c.turn) && !opensWithOther(c),
  );
}

/** How far from the head of its sentence a state may stand that is its subject ("The Kestorian side …"), UTF-16 units. */
const OPENING = 20;

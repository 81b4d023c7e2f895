import type { Rules } from '../../model/index.ts';
import { Heard } from '../../text/phrases.ts';
import { keyOf } from './name-key.ts';
import type { Spoken } from './proposition.ts';
import type { Word } from './scope-negation.ts';
import type { SignedKey } from './sign-keys.ts';

/** Words from the opening of a clause in which its subject stands. */
const SUBJECT_WITHIN = 5;

/** Clauses between an act and its object at the most: an insertion between two commas. */
const INSERTION = 2;

/** What stands with each act in its clause, and what behind it; what is only supposed stands with nothing. */
export function clauseMates(
  signed: readonly SignedKey[],
  mentions: Spoken['mentions'],
  words: readonly Word[],
): { withActs: Map<string, Set<string>>; behindActs: Map<string, Set<string>> } {
  const clauseAt = (at: number): number => words.slice(0, at + 1).filter((w) => w.opensClause).length;
  const named = mentions.flatMap((m) => {
    const at = words.findIndex((w) => w.end > m.start);
    const key = keyOf(m);
    return key && at >= 0 ? [{ key, at, clause: clauseAt(at) }] : [];
  });
  const [withActs, behindActs] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const said = signed.filter((k) => !k.isSupposed);
  for (const act of said) {
    if (!act.key.startsWith('~')) continue;
    const mates = withActs.get(act.key) ?? new Set<string>();
    const behind = behindActs.get(act.key) ?? new Set<string>();
    const others = [...said, ...named].filter((k) => k.key !== act.key);
    // "we received, through friends, the draft": an act with nothing behind it takes what follows the insertion
    const isBare = !others.some((k) => k.clause === act.clause && k.at > act.at);
    for (const other of others) {
      const isBehind = other.at > act.at && other.clause - act.clause <= (isBare ? INSERTION : 0);
      if (other.clause !== act.clause && !isBehind) continue;
      mates.add(other.key);
      if (isBehind) behind.add(other.key);
    }
    withActs.set(act.key, mates);
    behindActs.set(act.key, behind);
  }
  return { withActs, behindActs };
}

/** A first-person possessive or the name of a party right before a thing. */
export function ownersOf(
  signed: readonly SignedKey[],
  words: readonly Word[],
  spoken: Spoken,
  rules: Rules,
): Map<string, string> {
  const own = new Set(rules.cues[spoken.language]?.relations?.possessives ?? []);
  const parties = spoken.mentions.filter((m) => (m.kind === 'country' || m.kind === 'organization') && m.entity);
  const owners = new Map<string, string>();
  for (const { key, at } of signed) {
    const before = words[at - 1];
    if (!before) continue;
    const party = parties.find((m) => m.start < before.end && before.start < m.end);
    const owner = own.has(before.text) || party?.entity === spoken.party ? 'own' : party?.entity;
    if (owner) owners.set(key, owner);
  }
  return owners;
}

/**
 * Who acts: a first-person pronoun or a party among the first words, else the "we" that opens the first clause it opens; `THIRD_PERSON` for "he", "they", who may be any party but the speaker's side.
 */
export function actorOf(all: readonly Word[], spoken: Spoken, rules: Rules): string | null {
  const relations = rules.cues[spoken.language]?.relations;
  const words = withoutLead(all, spoken, rules);
  const opening = subjectIn(words.slice(0, SUBJECT_WITHIN), spoken, rules);
  if (opening !== null) return opening;
  // "on the contrary, as of late, we": the words before say nothing of who acts
  const we = words.find((w) => w.opensClause && relations?.own?.includes(w.text.split("'")[0]!));
  return we && !relations?.possessives?.includes(we.text) ? 'own' : null;
}

/** "I think (that) they will": what follows is said; a sentence of the lead alone stays. */
function withoutLead(words: readonly Word[], { text, language }: Spoken, rules: Rules): readonly Word[] {
  const lead = new Heard(text, rules, language, 'relations').all('leads')[0];
  if (lead?.start !== 0) return words;
  const rest = words.filter((w) => w.start >= lead.end);
  const openers = rules.cues[language]?.ledger?.['that-opener'] ?? [];
  const said = openers.includes(rest[0]?.text ?? '') ? rest.slice(1) : rest;
  return said.length > 1 ? said : words;
}

/** The subject among the first words. */
function subjectIn(first: readonly Word[], spoken: Spoken, rules: Rules): string | null {
  const relations = rules.cues[spoken.language]?.relations;
  const own = new Set(relations?.own ?? []);
  const [start, end] = [first[0]?.start ?? 0, first.at(-1)?.end ?? 0];
  const party = spoken.mentions.find(
    (m) => (m.kind === 'country' || m.kind === 'organization') && m.end > start && m.start < end,
  );
  const we = first.find((w) => own.has(w.text.split("'")[0]!));
  if (party && (!we || party.start < we.start)) return party.entity === spoken.party ? 'own' : party.entity;
  if (we) return 'own';
  return first.some((w) => relations?.third?.includes(w.text.split("'")[0]!)) ? THIRD_PERSON : null;
}

/** "he", "she", "they": somebody who is not the speaker's side. */
export const THIRD_PERSON = 'third';

import type { Claim, Rules, Turn, VersionRecord } from '../model/index.ts';
import { compilePhrases } from '../text/phrases.ts';

/**
 * The state whose ministry publishes the text, by publisher or, where none is known, by the ministry its title names; null
 * when unsure. A state that a title names is what the text is about ("Background call on Ethiopia"), not whose it is.
 */
export function houseOf(record: Pick<VersionRecord, 'document'>, rules: Rules): string | null {
  const index = indexOf(rules);
  const { publisher, title } = record.document;
  return (
    partyNamedIn(publisher, index.names, index) ??
    partyNamedIn(publisher === null ? title : null, index.ministries, index)
  );
}

/** A ministry's own readout, statement or correction is the ministry's word, though no person speaks in it. */
const OWN_TEXTS: ReadonlySet<string> = new Set(['readout', 'statement', 'communique', 'press-release', 'correction']);

/** Is what such a text tells the word of its house? */
export const isOwnText = ({ document }: VersionRecord, house: string | null): boolean =>
  house !== null && document.kind !== null && OWN_TEXTS.has(document.kind);

/**
 * The state or body a speaker speaks for: by the office held on the day, else, for the one official whose own ministry
 * publishes the text, by that ministry. Of several whose offices are not known (guests at a table, a company's head beside
 * a minister) none is taken to speak for the house. Null when unsure: "we" then stands for nobody (law V1).
 * Positions keep the speaker and fold by organisation first, then by state: this gives the state.
 */
export function partiesOfSpeakers(record: VersionRecord, rules: Rules): (turn: Turn | Claim) => string | null {
  const index = indexOf(rules);
  const day = record.document.date ?? record.document.published;
  const house = houseOf(record, rules);
  const bySpeaker = new Map<string, string | null>();
  const isAlone = speaksAlone(record, day, index);
  return (item) => {
    if (item.speaker === null || (item.voice !== 'official' && item.voice !== 'guest')) return null;
    const key = item.person ?? item.speaker;
    const known = bySpeaker.get(key);
    if (known !== undefined) return known;
    const found = partyOfPerson(item.person, day, index) ?? (item.voice === 'official' && isAlone ? house : null);
    bySpeaker.set(key, found);
    return found;
  };
}

/** The bodies a person held offices of on a day (of all days where none is known), and the states these belong to. */
export function sidesOfPerson(person: string | null, day: string | null, rules: Rules) {
  const index = indexOf(rules);
  const bodies = officesHeld(person, day, index).flatMap((office) => office?.organisation ?? []);
  return { bodies: new Set(bodies), states: new Set(bodies.flatMap((b) => stateOf(b, index) ?? [])) };
}
/** The one state that some words name: itself, its people or one of its bodies; null when none or several. */
export const stateNamedIn = (words: string, rules: Rules) => partyNamedIn(words, indexOf(rules).names, indexOf(rules));
/** The state or alliance a body belongs to. */
export const stateOfParty = (party: string, rules: Rules) => stateOf(party, indexOf(rules));

/** Does one official speak, and nobody whose office on that day is known beside? */
function speaksAlone(record: VersionRecord, day: string | null, index: PartyIndex): boolean {
  const officials = record.turns.filter((t) => t.voice === 'official' && t.speaker !== null);
  return (
    new Set(officials.map((t) => t.person ?? t.speaker)).size <= 1 &&
    officials.every((t) => partyOfPerson(t.person, day, index) === null)
  );
}

/** Hundreds of expressions cost half a second to compile: each is made when a line holds the beginning of one of its names. */
interface Named {
  readonly id: string;
  readonly holds: (line: string) => boolean;
}

interface PartyIndex {
  readonly rules: Rules;
  readonly people: ReadonlyMap<string, Rules['people'][number]>;
  readonly offices: ReadonlyMap<string, Rules['offices'][number]>;
  readonly parties: ReadonlyMap<string, Rules['parties'][number]>;
  readonly names: readonly Named[];
  readonly ministries: readonly Named[];
}
const indexes = new WeakMap<Rules, PartyIndex>();
function indexOf(rules: Rules): PartyIndex {
  const known = indexes.get(rules);
  if (known) return known;
  const index: PartyIndex = {
    rules,
    people: new Map(rules.people.map((p) => [p.id, p])),
    offices: new Map(rules.offices.map((o) => [o.id, o])),
    parties: new Map(rules.parties.map((p) => [p.id, p])),
    names: rules.parties.filter((p) => p.kind !== 'outlet' && p.kind !== 'group').map(asNamed),
    ministries: rules.parties.filter((p) => p.kind === 'ministry').map(asNamed),
  };
  indexes.set(rules, index);
  return index;
}

function asNamed(p: Rules['parties'][number]): Named {
  const names = [p.name, ...p.aliases, ...p.adjectives];
  const openings = [...new Set(names.map((n) => /^[\p{L}\p{N}]*/u.exec(n.trim().toLowerCase())![0]))];
  let expression: RegExp | undefined;
  return {
    id: p.id,
    holds: (line) => {
      const lower = line.toLowerCase();
      if (!openings.some((opening) => lower.includes(opening))) return false;
      expression ??= new RegExp(compilePhrases(names), 'iu');
      return expression.test(line);
    },
  };
}

function partyOfPerson(person: string | null, day: string | null, index: PartyIndex): string | null {
  const offices = officesHeld(person, day, index);
  const states = new Set(offices.flatMap((office) => stateOf(office?.organisation ?? null, index) ?? []));
  return states.size === 1 ? [...states][0]! : null;
}

function officesHeld(person: string | null, day: string | null, index: PartyIndex) {
  const tenures = person ? (index.people.get(person)?.tenures ?? []) : [];
  return tenures.filter((t) => day === null || within(day, t.from, t.to)).map((t) => index.offices.get(t.office));
}

/** EDTF prefixes compare as text; an unknown end does not exclude. */
function within(day: string, from: string | null, to: string | null): boolean {
  if (from && from !== '..' && day < from.slice(0, day.length)) return false;
  return !(to && to !== '..' && day.slice(0, to.length) > to);
}

/** From a ministry up to its state or alliance. */
function stateOf(party: string | null, index: PartyIndex): string | null {
  let at = party;
  for (let steps = 0; at !== null && steps < 5; steps++) {
    const p = index.parties.get(at);
    if (!p) return null;
    if (p.kind === 'state' || p.kind === 'alliance' || p.memberOf === null) return p.id;
    at = p.memberOf;
  }
  return null;
}

/** The one party whose state a line names; null when it names none or several ("Varnia and Kestoria agree"). */
function partyNamedIn(line: string | null, among: readonly Named[], index: PartyIndex): string | null {
  if (!line) return null;
  const found = new Set(among.filter((n) => n.holds(line)).map((n) => stateOf(n.id, index) ?? n.id));
  return found.size === 1 ? [...found][0]! : null;
}

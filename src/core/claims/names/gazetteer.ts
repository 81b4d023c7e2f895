import type { MentionKind, Party, Rules, Thing } from '../../model/index.ts';
import { isEnding, LONGEST_ENDING } from '../../text/case-forms.ts';
import { foldName, isAllCapitals, isCapitalised, type Token } from './tokens.ts';

/** What a form of a name is: a capital may stand for its government or for the place. */
export type NameForm = 'name' | 'adjective' | 'capital';

export interface NameEntry {
  readonly kind: MentionKind;
  readonly entity: string;
  readonly name: string;
  readonly form: NameForm;
  readonly tokens: readonly NameToken[];
}
interface NameToken {
  readonly folded: string;
  /** written with `*`: endings may follow */
  readonly stem: boolean;
  readonly letters: 'any' | 'initial' | 'all';
  /** what stands before it in the alias */
  readonly gap: string;
}

/** All names of the vocabularies in one index by first token; a lookup is a few map reads, whatever their number. */
export interface Gazetteer {
  readonly byFirst: ReadonlyMap<string, readonly NameEntry[]>;
}
const cache = new WeakMap<Rules, Gazetteer>();

export function gazetteerOf(rules: Rules): Gazetteer {
  const known = cache.get(rules);
  if (known) return known;
  const byFirst = new Map<string, NameEntry[]>();
  const add = (alias: string, entry: Omit<NameEntry, 'tokens'>) => {
    const tokens = aliasTokens(alias);
    const first = tokens[0];
    if (!first) return;
    const key = first.stem ? `${first.folded}*` : first.folded;
    const list = byFirst.get(key) ?? [];
    list.push({ ...entry, tokens });
    byFirst.set(key, list);
  };
  for (const thing of rules.things) for (const alias of [thing.name, ...thing.aliases]) add(alias, ofThing(thing));
  for (const party of rules.parties) {
    const base = ofParty(party);
    for (const alias of [party.name, ...party.aliases]) add(alias, base);
    for (const alias of party.adjectives) add(alias, { ...base, form: 'adjective' });
    for (const alias of party.capitals) add(alias, { ...base, form: 'capital' });
  }
  for (const person of rules.people)
    for (const alias of [person.name, ...Object.values(person.names), ...person.aliases])
      if (/\S\s+\S/.test(alias)) add(alias, { kind: 'person', entity: person.id, name: person.name, form: 'name' });
  for (const p of rules.publishers)
    for (const alias of [p.name, ...p.aliases, ...p.hosts.filter((h) => h.length > 5)])
      if (alias.length > 3)
        add(alias, { kind: 'organization', entity: `publisher:${p.id}`, name: p.name, form: 'name' });
  for (const list of byFirst.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  const made = { byFirst };
  cache.set(rules, made);
  return made;
}

const ofThing = (thing: Thing) => ({
  kind: thing.kind === 'track' ? ('event' as const) : thing.kind,
  entity: thing.id,
  name: thing.name,
  form: 'name' as const,
});
const ofParty = (party: Party) => ({
  kind: party.kind === 'state' ? ('country' as const) : ('organization' as const),
  entity: party.id,
  name: party.name,
  form: 'name' as const,
});

function aliasTokens(alias: string): NameToken[] {
  const tokens: NameToken[] = [];
  let at = 0;
  for (const m of alias.matchAll(/([\p{L}\p{M}]+|\p{N}+)(\*?)/gu)) {
    const word = m[1]!;
    const letters = isAllCapitals(word) ? 'all' : isCapitalised(word) ? 'initial' : 'any';
    tokens.push({ folded: foldName(word), stem: m[2] === '*', letters, gap: alias.slice(at, m.index) });
    at = m.index + m[0].length;
  }
  return tokens;
}

/** The longest name that starts at token `i`, and how many tokens it takes; null when there is none. */
export function nameAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  gazetteer: Gazetteer,
): { entry: NameEntry; length: number } | null {
  let best: { entry: NameEntry; length: number; letters: number } | null = null;
  for (const key of firstKeys(tokens[i]!.folded))
    for (const entry of gazetteer.byFirst.get(key) ?? []) {
      if (best && entry.tokens.length < best.length) break;
      if (!fits(text, tokens, i, entry.tokens)) continue;
      const letters = entry.tokens.reduce((n, t) => n + t.folded.length, 0);
      if (!best || entry.tokens.length > best.length || letters > best.letters)
        best = { entry, length: entry.tokens.length, letters };
    }
  return best;
}

function* firstKeys(folded: string): Generator<string> {
  yield folded;
  if (folded.charCodeAt(0) < 0x400) return;
  for (let cut = 0; cut <= LONGEST_ENDING && cut < folded.length - 1; cut++)
    yield `${folded.slice(0, folded.length - cut)}*`;
}

function fits(text: string, tokens: readonly Token[], from: number, alias: readonly NameToken[]): boolean {
  for (let k = 0; k < alias.length; k++) {
    const token = tokens[from + k];
    const want = alias[k]!;
    if (!token) return false;
    if (want.stem ? !hasEnding(token.folded, want) : token.folded !== want.folded) return false;
    if (want.letters === 'all' && !(token.text === token.text.toUpperCase())) return false;
    if (want.letters === 'initial' && !isCapitalised(token.text)) return false;
    if (k > 0 && !gapFits(text.slice(tokens[from + k - 1]!.end, token.start), want.gap)) return false;
  }
  return true;
}
function hasEnding(word: string, want: NameToken): boolean {
  if (!word.startsWith(want.folded)) return false;
  return isEnding(word.slice(want.folded.length), want.letters !== 'any');
}
function gapFits(gap: string, want: string): boolean {
  if (want === '') return gap === '';
  if (want.startsWith('.')) return gap.startsWith('.');
  return gap.length <= 4 && /^[\s\-–—‑'’.«»"]+$/.test(gap);
}

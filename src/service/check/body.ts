import { houseOf, sidesOfPerson, stateNamedIn, stateOfParty } from '../../core/ledger/party-of-speaker.ts';
import type { DocumentHead, Rules } from '../../core/model/index.ts';
import { cueAt, type Lexicon } from '../../core/quotes/lexicon.ts';
import type { PassageTurn } from '../../core/quotes/passage.ts';
import { foldWords } from '../../core/text/words.ts';
import { partiesNamed } from '../find/named.ts';

/**
 * A speaker who is no person. `party`: a state, by its name or capital, or one of its bodies; `generic`: "the ministry", which names
 * none; `unresolved`: a ministry of something the vocabulary lacks; `asker`: "the newspaper", or an outlet by its name.
 */
export interface Body {
  readonly kind: 'party' | 'generic' | 'unresolved' | 'asker';
  /** id of the body, where it is named itself, and of its state */
  readonly party: string | null;
  readonly state: string | null;
  /** what names it beside the common nouns, folded: "coast", "herald" */
  readonly names: readonly string[];
}

/** The body that some words name; null when they name none. */
export function resolveBody(printed: string, rules: Rules, lexicon: Lexicon, outlets: readonly string[]): Body | null {
  const words = foldWords(printed).filter((w) => w !== 'the');
  const named = partiesNamed(printed, rules);
  const isOutlet = outlets.some((o) => foldWords(o).join(' ') === foldWords(printed).join(' '));
  if (isOutlet || named.some((p) => p.kind === 'outlet'))
    return { kind: 'asker', party: null, state: null, names: words };
  if (named.length > 0) {
    const states = new Set(named.map((p) => stateOfParty(p.id, rules)));
    const [party, state] = [named.length === 1 ? named[0]!.id : null, states.size === 1 ? [...states][0]! : null];
    return { kind: 'party', party, state, names: words };
  }
  const names = properNames(printed, lexicon);
  if (endsWith(words, 'asker-nouns', lexicon)) return { kind: 'asker', party: null, state: null, names };
  const hasNoun = words.some((_, i) => cueAt(lexicon, 'body-nouns', words, i) > 0);
  const state = hasNoun ? stateNamedIn(printed, rules) : null;
  if (state) return { kind: 'party', party: null, state, names };
  if (!endsWith(words, 'body-nouns', lexicon)) return null;
  return { kind: names.length > 0 ? 'unresolved' : 'generic', party: null, state: null, names };
}

/** Does who speaks in a turn speak for the body? `unknown` where the record and the vocabulary do not tell. */
export function relateBody(
  body: Body,
  turn: PassageTurn,
  head: DocumentHead | null,
  isOtherVoice: boolean,
  rules: Rules,
) {
  if (body.kind === 'asker') {
    if (turn.voice === 'unknown') return 'unknown';
    const asks = turn.voice === 'interviewer' || turn.voice === 'moderator' || turn.voice === 'editor';
    return asks && isNamedIn(body.names, [head?.outlet, head?.publisher, turn.speaker]) ? 'same' : 'other';
  }
  if (isOtherVoice) return 'other';
  if (body.kind === 'generic' || !head) return 'unknown';
  if (body.kind === 'unresolved') return isNamedIn(body.names, [head.publisher]) ? 'same' : 'unknown';
  const { bodies, states } = sidesOfPerson(turn.person, head.date ?? head.published, rules);
  if (states.size === 0) {
    const officials = head.participants.filter((p) => p.role === 'official');
    const isHouse =
      officials.length <= 1 && turn.voice === 'official' && houseOf({ document: head }, rules) === body.state;
    return isHouse && body.state !== null && body.party === body.state ? 'same' : 'unknown';
  }
  if (body.state === null) return 'unknown';
  if (!states.has(body.state)) return 'other';
  return body.party === null || body.party === body.state || bodies.has(body.party) ? 'same' : 'unknown';
}

/** Words of a name that are no common noun of bodies and no title: "Coast", "Herald". */
function properNames(printed: string, lexicon: Lexicon): string[] {
  const words = foldWords(printed);
  const common = words.map(() => false);
  for (const list of ['body-nouns', 'asker-nouns', 'titles'] as const)
    words.forEach((_, i) => {
      const n = cueAt(lexicon, list, words, i);
      for (let k = i; k < i + n; k++) common[k] = true;
    });
  const capitals = new Set(printed.match(/(?<!\p{L})\p{Lu}\p{L}*/gu)?.flatMap(foldWords));
  return words.filter((w, i) => !common[i] && w !== 'the' && capitals.has(w));
}

const endsWith = (words: readonly string[], list: 'body-nouns' | 'asker-nouns', lexicon: Lexicon) =>
  words.some((_, i) => i + cueAt(lexicon, list, words, i) === words.length && cueAt(lexicon, list, words, i) > 0);

/** Do all words stand in one of the names? True where there are no words. */
const isNamedIn = (words: readonly string[], names: readonly (string | null | undefined)[]) =>
  words.length === 0 || names.some((n) => n && words.every((w) => foldWords(n).includes(w)));

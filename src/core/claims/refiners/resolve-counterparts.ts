import type { DocumentFacts, Mention, Rules, Turn } from '../../model/index.ts';
import { ownSide } from '../acts/own-side.ts';

/** How far back the side may be named that "our counterparts" means, in UTF-16 units. */
const REACH = 700;
/** What is looked at beside a state's name: "with the United States", "American colleagues". */
const BESIDE = 40;

/**
 * "our counterparts", "the other side", «наши партнёры»: a mention of the one side with whom the words before it deal
 * ("our American colleagues", "talks with Kestoria", "the Kestorian side"). Only in an official's own words, where it is
 * known for whom he speaks, and only where no other side is dealt with near: a counterpart named wrongly misleads more
 * than one left open. A state that is only spoken of ("the war in Varnia") is no counterpart.
 */
export function resolveCounterparts(
  text: string,
  mentions: readonly Mention[],
  turns: readonly Turn[],
  facts: DocumentFacts,
  rules: Rules,
): Mention[] {
  const cues = cuesOf(rules);
  if (!cues) return [];
  const found: Mention[] = [];
  turns.forEach((turn, i) => {
    if (turn.voice !== 'official' || (turn.kind !== 'answer' && turn.kind !== 'speech')) return;
    const words = text.slice(turn.bodyStart, turn.end);
    const places = [...words.matchAll(cues.counterparts)];
    if (places.length === 0) return;
    const own = ownSide(turn, facts, rules);
    if (own.size === 0) return;
    const asked =
      turn.kind === 'answer' && turns[i - 1]?.kind === 'question' ? turns[i - 1]!.bodyStart : turn.bodyStart;
    for (const m of places) {
      const start = turn.bodyStart + m.index;
      const from = Math.max(asked, start - REACH);
      const sides = mentions.filter(
        (x) => isParty(x) && !own.has(x.entity!) && x.start >= from && x.end <= start && isDealtWith(text, x, cues),
      );
      const [side] = sides;
      if (!side || new Set(sides.map((x) => x.entity)).size > 1 || namesAnother(mentions, sides.at(-1)!, start, own))
        continue;
      found.push({
        kind: side.kind,
        start,
        end: start + m[0].length,
        value: null,
        name: side.name,
        entity: side.entity,
        turn: turn.id,
        rule: 'counterpart-told-before',
      });
    }
  });
  return found;
}

const isParty = (m: Mention): boolean =>
  (m.kind === 'country' || m.kind === 'organization') && m.entity !== null && !m.entity.includes(':');

/** Is another party named between the side and the words that may mean it? */
const namesAnother = (mentions: readonly Mention[], side: Mention, until: number, own: ReadonlySet<string>): boolean =>
  mentions.some(
    (m) => isParty(m) && m.start >= side.end && m.end <= until && m.entity !== side.entity && !own.has(m.entity!),
  );

function isDealtWith(text: string, m: Mention, cues: Cues): boolean {
  return (
    cues.dealingBefore.test(text.slice(Math.max(0, m.start - BESIDE), m.start)) ||
    cues.dealingAfter.test(text.slice(m.end, m.end + BESIDE))
  );
}

interface Cues {
  readonly counterparts: RegExp;
  readonly dealingBefore: RegExp;
  readonly dealingAfter: RegExp;
}
const cache = new WeakMap<Rules, Cues | null>();
function cuesOf(rules: Rules): Cues | null {
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const any = (name: string) =>
    Object.values(rules.cues)
      .flatMap((c) => c.names?.[name] ?? [])
      .sort((a, b) => b.length - a.length)
      .join('|');
  const [counterparts, before, after, narrowed] = [
    'counterparts',
    'dealing-before',
    'dealing-after',
    'counterparts-narrowed',
  ].map(any);
  const made = counterparts
    ? {
        counterparts: new RegExp(`(?<!\\p{L})(?:${counterparts})(?!\\p{L})(?!,? (?:${narrowed})(?!\\p{L}))`, 'giu'),
        dealingBefore: new RegExp(`(?<!\\p{L})(?:${before}) (?:the )?$`, 'iu'),
        dealingAfter: new RegExp(`^ (?:${after})(?!\\p{L})`, 'iu'),
      }
    : null;
  cache.set(rules, made);
  return made;
}

import type { Mention, Rules, Sentence, Turn } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** How far before a reference its speaker may be named, in UTF-16 units: "Minister Marenko has repeatedly said". */
const NEAR = 48;

/**
 * Who said what a reference refers to, on which day, in what kind of statement, as far as the words around it tell: `name`
 * and `entity` the person or body, `value` the day or month (EDTF), the kind in the rule. "I" is the speaker, "you" in a
 * question is who answers it; an office without a name is nobody's (a wrong speaker is worse than none).
 */
export function resolveReferences(
  text: string,
  mentions: readonly Mention[],
  turns: readonly Turn[],
  sentences: readonly Sentence[],
  rules: Rules,
): Mention[] {
  if (!mentions.some((m) => m.kind === 'reference')) return [...mentions];
  const cues = readCues(rules);
  const order = new Map(turns.map((t, i) => [t.id, i]));
  return mentions.map((m, i): Mention => {
    if (m.kind !== 'reference') return m;
    const at = order.get(m.turn ?? '') ?? -1;
    const sentence = sentenceAt(sentences, m) ?? m;
    const around = neighbours(mentions, i, sentence);
    const words = foldCase(text.slice(m.start, m.end));
    const whole = foldCase(text.slice(sentence.start, sentence.end));
    const day = around.find((d) => d.kind === 'date' && /^\d{4}-\d\d(?:-\d\d)?$/.test(d.value ?? ''));
    const who = speakerOf(m, words, around, turns, at, cues);
    const kind = [...cues.kinds].find(([word]) => hasWord(words, word))?.[1] ?? kindNear(whole, words, cues);
    return { ...m, value: day?.value ?? null, ...who, rule: kind ? `reference-to-${kind}` : m.rule };
  });
}

interface ReferenceCues {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly kinds: ReadonlyMap<string, string>;
}
const cache = new WeakMap<Rules, ReferenceCues>();

function readCues(rules: Rules): ReferenceCues {
  const known = cache.get(rules);
  if (known) return known;
  const list = (name: string) => Object.values(rules.cues).flatMap((c) => c.names?.[name] ?? []);
  const made = {
    first: list('reference-first'),
    second: list('reference-second'),
    kinds: new Map(list('reference-kinds').map((entry) => entry.split('=') as [string, string])),
  };
  cache.set(rules, made);
  return made;
}

function speakerOf(
  reference: Mention,
  words: string,
  around: readonly Mention[],
  turns: readonly Turn[],
  at: number,
  cues: ReferenceCues,
): Pick<Mention, 'name' | 'entity'> {
  const turn = turns[at];
  const of = (t: Turn | undefined) => ({ name: t?.speaker ?? null, entity: t?.speaker ? (t.person ?? null) : null });
  if (cues.first.some((w) => hasWord(words, w))) return of(turn);
  if (cues.second.some((w) => hasWord(words, w)))
    return turn?.kind === 'question' ? of(turns.slice(at + 1).find((t) => t.kind === 'answer')) : of(undefined);
  const named = around.filter((x) => x.start >= reference.start - NEAR && x.end <= reference.end);
  const person = named.findLast((x) => x.kind === 'person');
  const body = named.findLast((x) => x.kind === 'organization' && x.start >= reference.start);
  const found = person ?? body;
  return { name: found?.name ?? null, entity: found?.entity ?? null };
}

/** "in an interview on 9 February I said": the kind may stand beside the reference, where there is one only. */
function kindNear(whole: string, words: string, cues: ReferenceCues): string | null {
  const kinds = new Set([...cues.kinds].filter(([word]) => hasWord(whole, word)).map(([, kind]) => kind));
  return kinds.size === 1 && words.length > 0 ? [...kinds][0]! : null;
}

const sentenceAt = (sentences: readonly Sentence[], m: Mention): Sentence | undefined => {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sentences[mid]!.end <= m.start) low = mid + 1;
    else high = mid;
  }
  const found = sentences[low];
  return found && found.start <= m.start ? found : undefined;
};

/** The mentions of the same sentence; the list is sorted by start. */
function neighbours(mentions: readonly Mention[], i: number, sentence: { start: number; end: number }): Mention[] {
  let from = i;
  while (from > 0 && mentions[from - 1]!.start >= sentence.start) from--;
  const found: Mention[] = [];
  for (let k = from; k < mentions.length && mentions[k]!.start < sentence.end; k++) found.push(mentions[k]!);
  return found;
}

/** Does a word, or a stem with `*`, stand in a folded passage? */
function hasWord(passage: string, word: string): boolean {
  const stem = word.endsWith('*') ? word.slice(0, -1) : word;
  for (let at = passage.indexOf(stem); at >= 0; at = passage.indexOf(stem, at + 1)) {
    const after = passage[at + stem.length] ?? ' ';
    if (!/\p{L}/u.test(passage[at - 1] ?? ' ') && (stem !== word || !/\p{L}/u.test(after))) return true;
  }
  return false;
}

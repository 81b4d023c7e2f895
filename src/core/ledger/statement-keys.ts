import type { Statement } from './statement.ts';

/** What a statement says, in keys, and its topics (`%id`), which it only leans on. */
export const weightedKeys = (s: Statement): string[] => [
  ...s.proposition.keys.keys(),
  ...s.claim.topics.map((topic) => `%${topic}`),
];

/** A name or word as a number: FNV-1a over UTF-16 units. */
export function hashNumber(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Kinds of keys by their first letter, in the two lowest bits of their number: stems, names and numbers, acts and concepts, topics. */
export const KEY_KINDS = 4;
const kindOf = (key: string): number => (/^[~&]/.test(key) ? 2 : /^[@#]/.test(key) ? 1 : key.startsWith('%') ? 3 : 0);

/** A key as a number. That two keys share one of a billion numbers may shift a weight a little, nothing else. */
export const keyNumber = (key: string): number => (hashNumber(key) & ~(KEY_KINDS - 1)) | kindOf(key);

/** The numbers of a statement's keys, ascending, each once. */
export const keyNumbers = (s: Statement): Int32Array => Int32Array.from(new Set(weightedKeys(s).map(keyNumber))).sort();

/** Turns of speech by which a statement takes an earlier one back whatever the signs of its acts. */
const TURNING = ['corrects', 'takes-back'] as const;

/**
 * The acts that a statement affirms and those it negates, a bit for each (acts may share one). Two statements between which no
 * affirmed bit of the one meets a negated bit of the other cannot be a reversal.
 */
export function actSigns({ proposition }: Statement): { readonly affirmed: number; readonly negated: number } {
  if (TURNING.some((turn) => proposition.turns.has(turn))) return { affirmed: -1, negated: -1 };
  let affirmed = ALWAYS;
  let negated = 0;
  for (const [key, sign] of proposition.keys) {
    if (!key.startsWith('~')) continue;
    const bit = 1 << ((hashNumber(key) >>> 4) % 31);
    if (sign >= 0) affirmed |= bit;
    if (sign <= 0) negated |= bit;
  }
  return { affirmed: affirmed | 0, negated: negated | 0 };
}
/** What every statement has, so that one that takes back meets any. */
const ALWAYS = 1 << 31;

import type { Block, Clue, Reading, Rules, Sidecar } from '../../model/index.ts';
import { type DateWords, gatherDateWords } from './printed-dates.ts';

/** All that the fact detectors look at. */
export interface FactScene {
  readonly reading: Reading;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly clues: readonly Clue[];
  readonly sidecar: Sidecar | null;
  /** file name or last part of the address */
  readonly name: string;
  readonly rules: Rules;
  readonly dates: DateWords;
  /** blocks before the body: to the first long paragraph or printed label, at most `HEAD_BLOCKS`; furniture left out */
  readonly head: readonly Block[];
}

/** One value of one fact, the rule that found it, and where it is printed when it is. */
export interface Found {
  readonly value: string;
  readonly start?: number;
  readonly end?: number;
  readonly rule: string;
}
export type FactDetector = (scene: FactScene) => Found | null;

const HEAD_BLOCKS = 24;
/** A paragraph of this length is the body. */
const BODY_CHARS = 400;
const NOT_HEAD = new Set(['comment']);

export function makeFactScene(reading: Reading, sidecar: Sidecar | null, name: string, rules: Rules): FactScene {
  const head: Block[] = [];
  for (const block of reading.blocks) {
    if (block.utterance) break;
    if (block.zone && NOT_HEAD.has(block.zone)) continue;
    if (head.length >= HEAD_BLOCKS) break;
    if (block.zone === 'boilerplate') continue;
    head.push(block);
    if (block.end - block.start > BODY_CHARS) break;
  }
  return {
    reading,
    text: reading.text,
    blocks: reading.blocks,
    clues: reading.clues,
    sidecar,
    name,
    rules,
    dates: gatherDateWords(rules, reading.text),
    head,
  };
}

/** The words of one list of `pages` in every language we have cues for, as written there. */
export function pageCues(rules: Rules, list: string): string[] {
  return Object.values(rules.cues).flatMap((cues) => cues.pages?.[list] ?? []);
}

/** The same, lower case. */
export const pageWords = (rules: Rules, list: string): string[] => pageCues(rules, list).map((w) => w.toLowerCase());

/** The first that finds something. */
export function firstFound(scene: FactScene, detectors: readonly FactDetector[]): Found | null {
  for (const detect of detectors) {
    const found = detect(scene);
    if (found) return found;
  }
  return null;
}

export const fromClue =
  (field: string, rules?: readonly string[]): FactDetector =>
  ({ clues }) => {
    const clue = clues.find((c) => c.field === field && c.value.trim() && (!rules || rules.includes(c.rule)));
    return clue ? { value: clue.value.trim(), start: clue.start, end: clue.end, rule: clue.rule } : null;
  };

/** Does a phrase stand in a text as whole words? Both lower case. */
export function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + phrase.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

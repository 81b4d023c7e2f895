import { foldWords } from '../text/words.ts';
import type { Lexicon } from './lexicon.ts';

/** From one closing mark to the next opening one; at most so many characters, so that no scan runs far. */
const BETWEEN_MARKS = /(?<=[\p{L}\p{N},.!?…—–-])["”»]([^"“”«»„]{2,100}?)["“«„]/gu;
/** Russian print keeps the reporter inside the marks, between dashes: «Это, — сказал он, — наша позиция». */
const BETWEEN_DASHES = /(?<=\p{Script=Cyrillic}[»"]?[,.!?…])\s+[—–-]\s+(\p{Ll}[^—–"“”«»„]{2,100}?[,.:])\s+[—–-]\s+/gu;
const CLAUSE_WORDS = 10;

export interface SpeechClause {
  readonly start: number;
  readonly end: number;
}

/** "A," he said, "B" and «А, — сказал он, — Б»: what stands between is the reporter's. UTF-16 offsets, marks included. */
export function findClauses(text: string, lexicon: Lexicon): SpeechClause[] {
  const found: SpeechClause[] = [];
  for (const pattern of [BETWEEN_MARKS, BETWEEN_DASHES])
    for (const m of text.matchAll(pattern))
      if (isOfSpeech(m[1]!, lexicon)) found.push({ start: m.index, end: m.index + m[0].length });
  return found.sort((a, b) => a.start - b.start);
}

function isOfSpeech(clause: string, lexicon: Lexicon): boolean {
  const words = foldWords(clause);
  const isSpeech =
    words.length >= 2 && words.length <= CLAUSE_WORDS && words.some((w) => lexicon.words['report-verbs'].has(w));
  return isSpeech && /[,.:—–-]\s*$/.test(clause);
}

import { foldWords } from '../text/words.ts';
import type { Lexicon } from './lexicon.ts';

/** A paragraph of Russian or French print that is somebody's speech after a dash: — А, — сказал он. — Б. */
export interface DashSpeech {
  readonly quote: string;
  /** UTF-16 offsets of the reporter's clause in the article */
  readonly clause: readonly [number, number];
}

const OPENING = /^\s*[—–-]\s+(?=\p{Lu})/u;
/** Behind a stop: a dash, the reporter's clause in small letters, and a dash again or the end. */
const CLAUSE = /(?<=[,.!?…])\s+[—–-]\s+(\p{Ll}[^—–]{2,160}?)(?:[.,:]\s+[—–-]\s+|[.!?…]?\s*$)/gu;
const CLAUSE_WORDS = 14;

/** Null where the paragraph does not open with a dash, or nobody is said to speak in it: then it is a list or an aside. */
export function findDashSpeech(text: string, start: number, end: number, lexicon: Lexicon): DashSpeech | null {
  const paragraph = text.slice(start, end);
  const opening = OPENING.exec(paragraph);
  if (!opening) return null;
  const clauses = [...paragraph.matchAll(CLAUSE)].filter((m) => {
    const words = foldWords(m[1]!);
    return words.length <= CLAUSE_WORDS && words.some((w) => lexicon.words['report-verbs'].has(w));
  });
  const first = clauses[0];
  if (!first) return null;
  let quote = '';
  let at = opening[0].length;
  for (const m of clauses) {
    quote += `${paragraph.slice(at, m.index).trim()} `;
    at = m.index + m[0].length;
  }
  quote += paragraph.slice(at);
  const from = start + first.index;
  return { quote: quote.trim(), clause: [from, from + first[0].length] };
}

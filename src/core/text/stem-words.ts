import stemmerFactory from 'snowball-stemmers';

interface Stemmer {
  stem(word: string): string;
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  ru: 'russian',
};

/** The words of a text as the full-text index cuts them: runs of letters, marks and digits, lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const stemmers = new Map<string, Stemmer>();
/** algorithm of the text -> word -> stem */
const memo = new Map<string, Map<string, string>>();
/** Forget a memo beyond this many words, so that a huge archive does not fill the memory (about 20 MB). */
const MEMO_LIMIT = 200_000;

/**
 * The stem of one lower-case word. Cyrillic words are stemmed as Russian and others by `language`, else as English, so
 * that a query without a language meets texts of either.
 */
export function stemOf(word: string, language: string | null): string {
  const ofText = ALGORITHMS[language?.slice(0, 2) ?? 'en'] ?? 'english';
  let known = memo.get(ofText);
  if (!known) {
    known = new Map();
    memo.set(ofText, known);
  }
  let stem = known.get(word);
  if (stem === undefined) {
    const algorithm = /[\u0400-\u04ff]/.test(word) ? 'russian' : ofText;
    let stemmer = stemmers.get(algorithm);
    if (!stemmer) {
      stemmer = stemmerFactory.newStemmer(algorithm);
      stemmers.set(algorithm, stemmer);
    }
    // Only words of ordinary length: stemmers are not made for the rest, and such "words" are data.
    stem = word.length > 2 && word.length < 40 ? stemmer.stem(word) : word;
    if (known.size >= MEMO_LIMIT) known.clear();
    known.set(word, stem);
  }
  return stem;
}

/** The stems of a text in its order, for the index. */
export const stemsOf = (text: string, language: string | null): string =>
  wordsOf(text)
    .map((word) => stemOf(word, language))
    .join(' ');

import { foldWords } from '../text/words.ts';
import type { MarkedStretch } from './find-quote-marks.ts';
import { cueAt, type Lexicon } from './lexicon.ts';

/** Longest stretch that is taken for scare quotes or a name when no verb of speech stands by. */
const SCARE_WORDS = 3;

/** Why a stretch in quotation marks is no quotation to be checked; null when it is one. */
export function whyLeftOut(
  text: string,
  group: readonly MarkedStretch[],
  quote: string,
  isAttributed: boolean,
  lexicon: Lexicon,
): string | null {
  const words = foldWords(quote);
  if (words.length === 0) return 'nothing stands between the marks';
  if (words.length === 1) return 'one word in quotation marks';
  const first = group[0]!;
  const before = foldWords(text.slice(Math.max(0, first.start - 60), first.start)).slice(-3);
  const isSoCalled =
    cueAt(lexicon, 'doubt-cues', before, before.length - 2) > 0 ||
    cueAt(lexicon, 'doubt-cues', before, before.length - 1) > 0;
  if (isSoCalled && words.length <= SCARE_WORDS + 1)
    return `scare quotes: ${words.length} words under the writer's doubt`;
  const printed = quote.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const isTitleCase =
    printed.length > 0 &&
    printed.filter((w) => w.length > 3).every((w) => /^[\p{Lu}\p{N}]/u.test(w)) &&
    /^\p{Lu}/u.test(printed[0]!);
  if (
    !isSoCalled &&
    before.some((w) => lexicon.words['work-cues'].has(w)) &&
    (isTitleCase || words.length <= 6) &&
    !/[,.!?]$/.test(quote)
  )
    return 'the title of a work or the name of an outlet';
  if (!isAttributed && isTitleCase && words.length >= 2 && words.length <= 8 && !/[.!?,]$/.test(quote))
    return 'a title or a name: every word is capitalised';
  if (!isAttributed && words.length <= SCARE_WORDS && !/[.!?,]$/.test(quote))
    return `scare quotes: ${words.length} words that nobody is said to have spoken`;
  return null;
}

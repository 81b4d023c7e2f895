import type { Verdict } from '../../core/model/index.ts';

/** What each verdict says to a reader who has never seen the word. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  verbatim: 'Said just so',
  orthographic: 'Said so; spelling or punctuation differs',
  marked: 'Said so, with marked omissions or insertions',
  ambiguous: 'Several people said this',
  truncated: 'The cut changes the sense',
  altered: 'Words were changed',
  misdated: 'Said on another day',
  misattributed: 'Not the words of the person named',
  spliced: 'Put together from separate passages',
  'not-found': 'Not in this record',
};

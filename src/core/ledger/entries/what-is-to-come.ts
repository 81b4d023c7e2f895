import type { LedgerView } from './talk-clause.ts';

/** A verb of what is to come in the main line of a claim. Offsets are UTF-16 units in the claim's words. */
export interface ToCome {
  /** where its own clause begins */
  readonly from: number;
  /** the modal, or the verb of intending */
  readonly start: number;
  readonly end: number;
  /** the words before the modal that name who or what will */
  readonly subject: string;
  /** what they will, to the end of the clause */
  readonly rest: string;
}

/** Marks that end a clause; a word that opens one is in the cues (`main-openers`, `subordinate-openers`, "that"). */
const MARKS = String.raw`[,;:()"“”«»]|\s[–—-]+\s`;

/**
 * The first "will" (or "intend to", by the list asked for) of the main line: not "the countries we will visit", "what I will
 * say", "if they will"; but "I expect that they will", "because they will". Null where there is none; undefined in a language
 * without these lists, where nothing can be told.
 */
export function toComeIn(
  view: LedgerView,
  words: string,
  cue: 'to-come' | 'intending' | 'weak-demand' | 'likely',
): ToCome | null | undefined {
  if (view.oneOf('subordinate-openers') === '$^') return undefined;
  for (const m of view.findAllIn(words, cue)) {
    // "is going to Lithuania"
    if (cue === 'to-come' && /^\s*\p{Lu}/u.test(words.slice(m.end)) && /\s/u.test(words.slice(m.start, m.end)))
      continue;
    const clause = clauseBefore(view, words.slice(0, m.start));
    if (clause) return { ...m, ...clause, rest: restOf(words.slice(m.end)) };
  }
  return null;
}

const restOf = (after: string): string => after.split(/[,;:]\s|\s[–—-]+\s/u)[0]!.trim();

/** The clause that the last of some words open, if it is of the main line. */
function clauseBefore(view: LedgerView, head: string): { from: number; subject: string } | null {
  const opener = new RegExp(
    `${MARKS}|(?<![\\p{L}’'-])(?:${view.oneOf('main-openers')}|${view.oneOf('subordinate-openers')}|${view.oneOf('that-opener')})(?![\\p{L}’'-])`,
    'giu',
  );
  let from = 0;
  let at = head.length;
  let by = '';
  for (const m of [...head.matchAll(opener)].reverse()) {
    const subject = head.slice(m.index + m[0].length, at).trim();
    by = m[0].trim();
    from = m.index + m[0].length;
    // "he came and will stay", "the minister, of course, will": the subject stands before
    if (subject !== '' && !view.saysIn(subject, 'parentheses')) break;
    if (isSubordinate(view, by, head.slice(0, m.index))) return null;
    at = m.index;
    from = 0;
    by = '';
  }
  const before = head.slice(0, Math.max(0, from - by.length));
  if (isSubordinate(view, by, before)) return null;
  // "how we think that they will": what the clause hangs on must itself be of the main line; "what I say is that we will" is
  const isCleft = view.saysIn(before.trim().split(/\s+/u).at(-1) ?? '', 'copula');
  if (before.trim() !== '' && isThat(view, by) && !isCleft && clauseBefore(view, before) === null) return null;
  const subject = head.slice(from, at).trim();
  if (hangsOnNoun(view, subject)) return null;
  const thinking = view.findAllIn(subject, 'takes-clause').at(-1);
  // "we know this will": its subject stands after the verb of knowing
  const rest = thinking ? subject.slice(thinking.end).trim() : '';
  return { from, subject: rest === '' ? subject : rest };
}

const isThat = (view: LedgerView, opener: string): boolean =>
  new RegExp(`^(?:${view.oneOf('that-opener')})$`, 'iu').test(opener);

/** "which", "if", "what": what follows only qualifies; "that" does unless it hangs on a verb of thinking or saying. */
function isSubordinate(view: LedgerView, opener: string, before: string): boolean {
  if (new RegExp(`^(?:${view.oneOf('subordinate-openers')})$`, 'iu').test(opener)) return true;
  if (!isThat(view, opener)) return false;
  return !view.saysIn(before.trim().split(/\s+/u).slice(-2).join(' '), 'takes-clause');
}

/** "the countries we (will visit)": a pronoun right after other words is a new subject, unless these lead up to it. */
function hangsOnNoun(view: LedgerView, subject: string): boolean {
  const m = new RegExp(
    `^(.+?)\\s+(?:${view.oneOf('subject-pronouns')})(?:\\s+\\p{L}+ly|\\s+(?:${view.oneOf('mid-adverbs')}))*$`,
    'iu',
  ).exec(subject);
  if (!m) return false;
  const words = m[1]!.split(/\s+/u);
  const last = words.at(-1)!;
  if (view.saysIn(words.slice(-2).join(' '), 'takes-clause')) return false;
  // "this is something we will work towards": the clause is what is said
  if (view.saysIn(last, 'something')) return false;
  if (view.saysIn(words[0]!, 'lead-in') || view.saysIn(last, 'lead-in') || /(?:ly|\d)$/u.test(last)) return false;
  return !/^\p{Lu}/u.test(last) || words.length > 3;
}

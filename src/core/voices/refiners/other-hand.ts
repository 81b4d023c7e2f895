import type { Scene } from '../proposal.ts';
import { titlesOf } from '../titles-of.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/** What is known of those who write and speak in a text. */
export interface Hands {
  /** what the labels give to speakers, at most some hundred thousand characters of it */
  readonly talk: string;
  /** prose of an editor before the first label */
  readonly frame: string;
  /** a plea or readers' comments under the text: somebody publishes it as his own */
  readonly framed: boolean;
  /** surname of the last speaker, as a label prints it */
  readonly name: string;
}

// A few lines of talk show no habits yet.
const ENOUGH_TALK = 2000;

/**
 * How much speaks for another hand in a paragraph under the last answer; two points decide. The first clue stands alone,
 * the finer ones count only where an editor is known to be about: his introduction stands above, or his plea below.
 */
export function countClues(text: string, hands: Hands, scene: Scene): number {
  const folded = foldLabel(text);
  const holds = (list: string) => [...listOf(scene.words, list)].some((phrase) => folded.includes(phrase));
  let clues = holds('afterword-phrases') || opensAsReport(folded, scene) ? 2 : 0;
  const edited = hasSentences(hands.frame);
  if (!hands.framed && !edited) return clues;
  // "Thank you for this interview" is said to the interviewer, not to readers.
  if (holds('afterword-hints') && !holds('thanking')) clues += 2;
  // A blogger who writes above and below the interview writes under the last answer too, unless it says we.
  if (hands.framed && edited && !saysWe(foldLabel(withoutQuoted(text)), scene)) clues += 2;
  if (hands.talk.length < ENOUGH_TALK) return clues;
  if (typesOtherApostrophes(text, hands.talk)) clues += 2;
  if (usesNamesOfFrame(text, hands)) clues += 2;
  if (hands.name.length > 3 && holdsWord(folded, hands.name) && !holdsWord(foldLabel(hands.talk), hands.name))
    clues += 2;
  return clues;
}

// "The minister also told us": office and verb stand at the head.
const HEAD = 8;

/** Opens with what the announced office did ("The minister also told ..."), and nobody says I or we: a reporter's prose. */
function opensAsReport(folded: string, scene: Scene): boolean {
  const words = folded.match(/[\p{L}\p{M}']+/gu) ?? [];
  const head = words.slice(0, HEAD);
  const verb = head.findIndex((word) => listOf(scene.words, 'reporting-verbs').has(word));
  if (verb < 1 || words.some((word) => listOf(scene.words, 'first-person').has(word))) return false;
  const titles: readonly string[] = foldLabel(titlesOf(scene).join(' ')).match(/[\p{L}\p{M}']+/gu) ?? [];
  return head.slice(0, verb).some((word) => listOf(scene.words, 'office-words').has(word) && titles.includes(word));
}

/** An introduction has sentences; a list of facts over the text has none. */
const hasSentences = (frame: string) => /\p{L}{2,}[.!?:…]["”’»)]?\s*$/mu.test(frame) && frame.split(/\s+/).length >= 20;

/** Typewriter apostrophes in all the talk, printer's ones here, or the reverse: another hand typed it. */
function typesOtherApostrophes(text: string, talk: string): boolean {
  const count = (s: string) =>
    [(s.match(/\p{L}'\p{L}/gu) ?? []).length, (s.match(/\p{L}’\p{L}/gu) ?? []).length] as const;
  const [plain, curly] = count(talk);
  const [plainHere, curlyHere] = count(text);
  if (plain >= 5 && curly === 0) return curlyHere > 0 && plainHere === 0;
  return curly >= 5 && plain === 0 && plainHere > 0 && curlyHere === 0;
}

/** A name of two words or more that the editor's introduction used and no speaker did ("the Free Plains Party"). */
function usesNamesOfFrame(text: string, { talk, frame }: Hands): boolean {
  for (const m of text.matchAll(/\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)+/gu))
    if (frame.includes(m[0]) && !talk.includes(m[0])) return true;
  return false;
}

/** Words in quotation marks are somebody else's: "We will not pay" in a blogger's remark is no we of his. */
const withoutQuoted = (text: string) => text.replace(/"[^"\n]{1,400}"|“[^”\n]{1,400}”|«[^»\n]{1,400}»/g, ' ');

function saysWe(folded: string, scene: Scene): boolean {
  const list = listOf(scene.words, 'first-person-plural');
  return (folded.match(/[\p{L}\p{M}']+/gu) ?? []).some((word) => list.has(word));
}

const holdsWord = (text: string, word: string) => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + word.length] ?? ' ')) return true;
  return false;
};

import { allCues, type ClaimCues, cueAt, firstCue } from './claim-cues.ts';

/** Letters that must stand before a subordinator; a clause that opens with one is read whole. */
const LEAST = 12;

/** What stands before the first subordinate clause ("which", "because", "if" ...). */
export function mainPart(clause: string, cues: ClaimCues): string {
  for (const m of allCues(cues, 'subordinators', clause)) if (m.index >= LEAST) return clause.slice(0, m.index);
  return clause;
}

/**
 * The part that says what is affirmed and how: what stands before the first subordinate or relative clause, and after a
 * subordinate clause that opens the sentence ("Without knowing that, it is hard to say"). A subject that has a relative
 * clause of its own ("the man who came did not speak") leaves no verb before it; then the clause is read whole.
 */
export function mannerPart(clause: string, cues: ClaimCues): string {
  const known = last.get(cues);
  if (known?.clause === clause) return known.part;
  const part = findMannerPart(clause, cues);
  last.set(cues, { clause, part });
  return part;
}
/** The part last found: polarity and modality ask for the same one. */
const last = new WeakMap<ClaimCues, { clause: string; part: string }>();

function findMannerPart(clause: string, cues: ClaimCues): string {
  const whole = afterOpening(clause, cues);
  const cut = mainPart(whole, cues);
  const cutBy = /^\p{L}+/u.exec(whole.slice(cut.length))?.[0] ?? '';
  const main = cues.words('relative-pronouns').has(cutBy) && !hasFiniteVerb(cut, cues) ? whole : cut;
  for (const m of allCues(cues, 'relatives', main)) {
    const before = main.slice(0, m.index);
    if (m.index < LEAST || !hasFiniteVerb(before, cues)) continue;
    // "there are matters that are not related": what is said of them is said there
    return firstCue(cues, 'existential', main)?.index === 0 ? main : before;
  }
  return main;
}

/** What follows a subordinate clause in front: from the last comma before a new subject. */
function afterOpening(clause: string, cues: ClaimCues): string {
  if (firstCue(cues, 'subordinators', clause)?.index !== 0) return clause;
  const subjects = cues.words('clause-subjects');
  let rest = clause;
  for (const m of clause.matchAll(/, (?:then )?(\p{L}+|@us|@p) /gu))
    if (m[1]!.startsWith('@') || subjects.has(m[1]!)) {
      const after = clause.slice(m.index + 2);
      if (hasFiniteVerb(after, cues)) rest = after;
    }
  return rest;
}

/** The clause without the words that only announce it: "I want to stress that ...". */
export function withoutFrame(clause: string, cues: ClaimCues): string {
  let rest = clause;
  for (let times = 0; times < 3; times++) {
    const m = firstCue(cues, 'frames', rest);
    if (m?.index !== 0 || m[0].length >= rest.length - 8) break;
    rest = rest.slice(m[0].length).trimStart();
  }
  return rest;
}

/** Has these words a verb of their own before anything hangs on them ("that", "which")? Fragments make no claim. */
export function hasFiniteVerb(words: string, cues: ClaimCues): boolean {
  const head = mainPart(words.slice(0, FINITE_UNITS), cues)
    .split(/\sthat\s/)[0]!
    .split(' ')
    .slice(0, FINITE_WITHIN)
    .join(' ');
  cues.modals.lastIndex = 0;
  return cueAt(cues, 'present', head) >= 0 || cueAt(cues, 'past', head) >= 0 || cues.modals.test(head);
}
/** Is a single word a verb form? Few words are met, and often. */
export function isVerbForm(word: string, cues: ClaimCues): boolean {
  const known = finite.get(cues) ?? new Map<string, boolean>();
  finite.set(cues, known);
  const answer = known.get(word) ?? hasFiniteVerb(word, cues);
  if (known.size < WORDS_KEPT) known.set(word, answer);
  return answer;
}
const finite = new WeakMap<ClaimCues, Map<string, boolean>>();
const WORDS_KEPT = 5000;

/** Words within which the verb of a new clause is looked for. */
const FINITE_WITHIN = 12;
/** The same in UTF-16 units, so that a hostile sentence is not read to its end at each of its commas. */
const FINITE_UNITS = 240;

import type { Pair } from './read-pair.ts';
import {
  isBinding,
  isBound,
  isOfOneTreaty,
  isOnePoint,
  isOnTopic,
  isSame,
  REQUIRING,
  type Rule,
  STANCE,
  STRENGTH,
  say,
  sayOfOne,
  turnsOf,
  words,
} from './rule.ts';
import {
  accusesAgain,
  countsAgain,
  deniesAgain,
  keepsStance,
  offersAgain,
  repeats,
  saysTheSame,
  tellsAgain,
} from './sameness-rules.ts';

export const BOTH_DECLINE = 'both texts decline to answer';

/** Who will not speak takes no position, and a view that is another's is not the speaker's. */
const takesNoPosition: Rule = ({ earlier, later }) => {
  const areSilent = earlier.claim.act === 'no-comment' && later.claim.act === 'no-comment';
  if (areSilent) return say('unclear', BOTH_DECLINE);
  if (earlier.claim.act === 'no-comment') return say('unclear', 'the earlier text declines to answer', 'act');
  if (later.claim.act === 'no-comment') return say('unclear', 'the later text declines to answer', 'act');
  if ((earlier.claim.reported === null) !== (later.claim.reported === null))
    return say('unclear', "one reports another's view", 'speaker');
  return null;
};

/** "The correct number is thirteen": it gives another number than the one it has just recalled. */
const correctsItself: Rule = ({ earlier, later }) => {
  if (!later.proposition.turns.has('corrects')) return null;
  const numbers = (keys: Iterable<string>) => [...keys].filter((k) => /^#\d+$/.test(k)).map((k) => k.slice(1));
  const recalled = numbers(earlier.proposition.keys.keys()).find((n) => later.proposition.context.has(`#${n}`));
  const given = numbers(later.proposition.keys.keys()).find((n) => n !== recalled);
  return recalled && given ? say('reversed', `the later text corrects ${recalled} to ${given}`, 'number') : null;
};

/** "The Spokesperson said that no draft was sent. That statement was wrong." */
const recallsAsWrong: Rule = ({ later, agreed, flipped, likeness }) =>
  later.proposition.turns.has('is-wrong') && agreed.length > 0 && flipped.length === 0 && likeness.own >= 0.35
    ? say('reversed', 'the later text recalls it and says that it was wrong', 'act')
    : null;

/** "We have taken back our notice." */
const takesBack: Rule = (pair) => {
  const [then, now] = turnsOf(pair);
  return now.has('takes-back') && !then.has('takes-back') && pair.deeds
    ? say('reversed', 'the later text takes it back', 'act')
    : null;
};

/** The later text says itself that nothing has changed. */
const saysItStands: Rule = (pair) => {
  const [, now] = turnsOf(pair);
  if (!now.has('still')) return null;
  if (pair.flipped.length > 0) return say('unclear', 'the later text says that it stands, in words that deny it');
  const isOne = (pair.agreed.length > 0 || pair.objects > 1) && pair.likeness.own >= 0.4;
  if (pair.differentActors || !isOne || pair.numbers?.unit) return null;
  return say('unchanged', 'the later text says that it stands');
};

/** What one affirms and the other denies: reversed only when nothing else keeps the two apart. */
const negates: Rule = (pair) => {
  if (pair.flipped.length === 0) return null;
  const what = words(pair.flipped);
  const apart = say('unclear', `one affirms and one denies ${what}, but not clearly the same thing`, 'negation');
  const stance = isBound(pair.earlier) || isBound(pair.later);
  const isAllOne = isOnTopic(pair) && pair.likeness.own >= 0.8 && pair.likeness.shared.length > 2;
  const isOneDeed = pair.deeds && isOnTopic(pair) && pair.likeness.value >= 0.4;
  const isOfStance = stance && pair.likeness.shared.length > pair.flipped.length;
  const isAbout = pair.objects > 0 || isOfStance || isAllOne || isOneDeed;
  if (pair.differentActors || !isAbout || !pair.isOfOneThing) return apart;
  const wasAffirmed = pair.flipped.some((key) => pair.earlier.proposition.keys.get(key) === 1);
  const [then, now] = turnsOf(pair);
  const open = (side: 'earlier' | 'later') =>
    pair.conditions[side] || (side === 'earlier' ? then : now).has('possibly');
  if (open('earlier') || open('later')) {
    if (!stance) return apart;
    return wasAffirmed
      ? say('hardened', `${what} was left open and is now refused`, 'negation', 'condition')
      : say('softened', `${what} was refused and is now left open`, 'negation', 'condition');
  }
  const isOne = isSame(pair) || (stance && pair.likeness.own >= 0.35) || isOneDeed;
  return isOne ? say('reversed', `the later statement negates the earlier: ${what}`, 'negation') : apart;
};

/** A limit that was raised or lowered; where one of the two only counts, its question must speak of the limit. */
const movesCeiling: Rule = (pair) => {
  const [a, b] = [pair.earlier, pair.later];
  const [from, to] = [limitOf(a), limitOf(b)];
  const named = a.proposition.ceiling !== null || b.proposition.ceiling !== null;
  if (!named || from === null || to === null || from === to || pair.differentActors) return null;
  return to > from
    ? say('softened', `the limit was raised from ${from} to ${to}`, 'number')
    : say('hardened', `the limit was lowered from ${from} to ${to}`, 'number');
};

function limitOf({ proposition, values }: Pair['later']): number | null {
  if (proposition.ceiling !== null) return proposition.ceiling;
  const counts = [...values].filter((v) => v.startsWith('count:'));
  if (!proposition.context.has('&ceiling') || counts.length !== 1) return null;
  return Number.parseFloat(counts[0]!.slice('count:'.length)) || null;
}

/** What was open, asked or planned then is settled now. */
const isSettled: Rule = (pair) => {
  const [then, now] = turnsOf(pair);
  const wasOpen = then.has('undecided') || then.has('asks') || pair.earlier.claim.act === 'prediction';
  if (!wasOpen || then.has('settled') || !now.has('settled')) return null;
  const isOne = pair.likeness.own >= 0.3 || pair.likeness.isAnswer || isOnePoint(pair);
  const said = ['overtaken', 'what was open or planned then is settled now', 'status'] as const;
  if (pair.differentActors) return null;
  return isOfOneTreaty(pair) ? sayOfOne(...said) : isOne ? say(...said) : null;
};

/** A condition that was added to a stance or taken from it; on a refusal it works the other way. */
const changesCondition: Rule = (pair) => {
  const { earlier, later } = pair.conditions;
  if (earlier === later || !isBinding(pair) || pair.agreedOnOneThing.length === 0 || pair.differentActors) return null;
  const refuses = pair.agreedOnOneThing.every((key) => pair.earlier.proposition.keys.get(key) === -1);
  const added = later;
  return say(
    added !== refuses ? 'hardened' : 'softened',
    added ? 'a condition was added' : 'a condition was taken away',
    'condition',
  );
};

/** A demand that leaves a choice asks less than one that leaves none. */
const changesChoice: Rule = (pair) => {
  const [then, now] = turnsOf(pair);
  const bothRequire = [pair.earlier, pair.later].every((s) => REQUIRING.has(s.claim.act));
  if (!bothRequire || pair.agreedOnOneThing.length === 0 || then.has('alternative') === now.has('alternative'))
    return null;
  return now.has('alternative')
    ? say('softened', 'an alternative was added to the demand', 'alternative')
    : say('hardened', 'the alternative was taken away', 'alternative');
};

/** A number or day of the same thing that is another one now: not the same state of affairs. */
const movesNumber: Rule = (pair) => {
  const { numbers } = pair;
  if (!numbers?.unit || !isSame(pair) || pair.differentActors) return null;
  // two days ahead: a plan was moved; two days gone by are two events
  if (numbers.kind === 'date' && (!isAhead(pair.earlier, numbers.from) || !isAhead(pair.later, numbers.to)))
    return null;
  return say('overtaken', `${numbers.from} became ${numbers.to}`, 'number');
};

const isAhead = ({ date }: Pair['later'], day: string): boolean =>
  date !== null && /^\d{4}-\d\d/.test(day) && day > date;

/** Strength of wording decides only within one rendering: elsewhere the difference may be the translators'. */
const changesStrength: Rule = (pair) => {
  const [a, b] = [pair.earlier.claim, pair.later.claim];
  if (!REQUIRING.has(a.act) || !REQUIRING.has(b.act) || pair.agreed.length === 0 || pair.differentActors) return null;
  const step = (STRENGTH[b.modality] ?? 0) - (STRENGTH[a.modality] ?? 0);
  if (!STRENGTH[a.modality] || !STRENGTH[b.modality] || step === 0) return null;
  const change = `${a.modality} became ${b.modality}`;
  if (!pair.sameRendering)
    return say('unclear', `${change}, but whether that is the translators' is not known`, 'modality');
  return say(step > 0 ? 'hardened' : 'softened', change, 'modality');
};

/** Going back to what has stopped. */
const BACK = ['~return', '~restore'] as const;

/** "We are maintaining a dialogue", then "we will not be able to return to the dialogue": it has stopped in between. */
const breaksOff: Rule = (pair) => {
  const { earlier, later } = pair;
  const back = BACK.find((key) => later.proposition.denied.has(key));
  if (!back || pair.differentActors || STANCE.has(earlier.claim.act)) return null;
  const then = earlier.proposition.keys;
  if (BACK.some((key) => then.has(key))) return null;
  const what = [...(later.proposition.behindActs.get(back) ?? [])].find((key) => key.startsWith('~'));
  if (!what || then.get(what) !== 1 || !earlier.proposition.turns.has('under-way')) return null;
  // said of "these matters": what they are stands in the question or right before
  const of = [...(later.proposition.behindActs.get(what) ?? [])].filter((key) => /^\p{L}/u.test(key));
  const leant = of.filter((key) => earlier.proposition.context.has(key)).length;
  const isNamed = pair.likeness.shared.some((key) => key.startsWith('@'));
  if (!isOnTopic(pair) && !(isNamed && leant > 1)) return null;
  const only = pair.conditions.later ? ', but on a condition' : '';
  return sayOfOne('overtaken', `under way then, not to be returned to now${only}: ${words([what])}`, 'status');
};

/** What was put forward then is called a thing of the past now. */
const isPast: Rule = (pair) => {
  const [then, now] = turnsOf(pair);
  const isOne = pair.likeness.shared.some((key) => pair.earlier.proposition.deeds.has(key));
  return now.has('past') && !then.has('past') && then.has('asks') && isOnTopic(pair) && isOne && !pair.differentActors
    ? sayOfOne('overtaken', 'put forward then, called a thing of the past now', 'status')
    : null;
};

/**
 * The order is that of evidence: what a text says of itself first, then negation, then what is measured (limits, status,
 * conditions, numbers), wording last, and sameness only when none of these speaks.
 */
export const RELATION_RULES: readonly Rule[] = [
  recallsAsWrong,
  takesNoPosition,
  correctsItself,
  takesBack,
  saysItStands,
  breaksOff,
  negates,
  movesCeiling,
  isPast,
  isSettled,
  changesCondition,
  changesChoice,
  movesNumber,
  changesStrength,
  offersAgain,
  keepsStance,
  saysTheSame,
  accusesAgain,
  deniesAgain,
  tellsAgain,
  repeats,
  countsAgain,
];

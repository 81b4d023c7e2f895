import type { Act } from '../../model/index.ts';
import { SAME_PROPOSITION } from '../match-statements.ts';
import type { Comparison, Relation } from '../relation.ts';
import type { Pair } from './read-pair.ts';

type Rule = (pair: Pair) => Comparison | null;

const say = (relation: Relation, why: string, ...differs: string[]): Comparison => ({ relation, why, differs });

/** Acts by which a side binds itself or another; only a stance can be hardened or softened. */
const STANCE: ReadonlySet<Act> = new Set<Act>([
  'demand',
  'request',
  'condition',
  'refusal',
  'commitment',
  'offer',
  'warning',
  'denial',
  'prediction',
]);
const REQUIRING: ReadonlySet<Act> = new Set<Act>(['demand', 'request', 'condition', 'warning', 'refusal']);
/** Strength of what is required, by modal. */
const STRENGTH: Readonly<Record<string, number>> = {
  must: 4,
  'must-not': 4,
  'have-to': 4,
  shall: 4,
  cannot: 4,
  need: 3,
  should: 3,
  will: 3,
  expect: 2,
  would: 2,
  intend: 2,
  may: 1,
  can: 1,
  could: 1,
  might: 1,
};

/** Stances that a condition can be put on. */
const BINDING: ReadonlySet<Act> = new Set<Act>(['demand', 'request', 'condition', 'refusal', 'commitment', 'offer']);

const isBound = (s: Pair['later']): boolean => BINDING.has(s.claim.act);
const isBinding = (pair: Pair): boolean => isBound(pair.earlier) && isBound(pair.later);
const isStance = (pair: Pair): boolean =>
  [pair.earlier, pair.later].every((s) => STANCE.has(s.claim.act) || s.claim.modality !== 'indicative');
const isSame = (pair: Pair): boolean => pair.likeness.own >= SAME_PROPOSITION && pair.likeness.shared.length > 1;
/** With what they lean on they are clearly of one point, and two acts, names or days tell of it. */
const isOnePoint = ({ likeness }: Pair): boolean =>
  likeness.value >= SAME_PROPOSITION && likeness.shared.filter((key) => /^(?:[~@]|#date:)/.test(key)).length > 1;
const turnsOf = (pair: Pair) => [pair.earlier.proposition.turns, pair.later.proposition.turns] as const;
const words = (keys: readonly string[]): string => keys.map((k) => `"${k.slice(1)}"`).join(', ');

/** Who will not speak takes no position, and a view that is another's is not the speaker's. */
const takesNoPosition: Rule = ({ earlier, later }) => {
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
  const isAbout = pair.objects > 0 || (stance && pair.likeness.shared.length > pair.flipped.length);
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
  const isOne = isSame(pair) || (stance && pair.likeness.own >= 0.35);
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
  return isOne && !pair.differentActors
    ? say('overtaken', 'what was open or planned then is settled now', 'status')
    : null;
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

/** Modals by which something is required; what is so and what should be so are two things. */
const requires = ({ claim }: Pair['later']): boolean =>
  claim.act === 'demand' || ['must', 'have-to', 'need', 'should', 'must-not'].includes(claim.modality);
const isApart = (pair: Pair): boolean =>
  pair.differentActors ||
  pair.numbers !== null ||
  pair.flipped.length > 0 ||
  pair.conditions.earlier !== pair.conditions.later ||
  requires(pair.earlier) !== requires(pair.later);

/** The same demand, offer or refusal of the same thing, in fewer or more words; or two acts alike. */
const keepsStance: Rule = (pair) => {
  const [a, b] = [pair.earlier.claim, pair.later.claim];
  const isOne = (a.act === b.act && isBound(pair.later)) || (pair.agreed.length > 1 && isStance(pair));
  const isAlike = pair.agreedOnOneThing.length > 0 && pair.likeness.shared.length > 1 && pair.likeness.own >= 0.3;
  return isOne && isAlike && !isApart(pair) ? say('unchanged', `the same ${b.act}`) : null;
};

/** Both deny one act of one thing: "there will be no return", "access is not return". */
const deniesAgain: Rule = (pair) => {
  const { earlier, later, likeness } = pair;
  const again = (pair.isOfOneName ? pair.agreed : pair.agreedOnOneThing).filter(
    (key) => earlier.proposition.keys.get(key) === -1 && later.proposition.keys.get(key) === -1,
  );
  const isOnTopic = earlier.claim.topic !== null && earlier.claim.topic === later.claim.topic;
  return again.length > 0 && isOnTopic && likeness.value >= 0.4 && !isApart(pair)
    ? say('unchanged', `denies the same: ${words(again)}`)
    : null;
};

/** One act towards one side, told once more: "we have sent signals to them", "we keep sending them our signals". */
const tellsAgain: Rule = (pair) => {
  const { agreed, likeness, earlier, later } = pair;
  const named = likeness.shared.filter((key) => key.startsWith('@')).length;
  const stems = likeness.shared.filter((key) => /^\p{L}/u.test(key)).length;
  const isOne = pair.agreedOnOneThing.length > 0 && named > 0 && stems > 0 && likeness.own >= 0.45;
  const isTold = !STANCE.has(earlier.claim.act) && !STANCE.has(later.claim.act);
  const isDoer = earlier.proposition.actor !== null && earlier.proposition.actor === later.proposition.actor;
  return isOne && isTold && isDoer && !isApart(pair) ? say('unchanged', `tells of the same: ${words(agreed)}`) : null;
};

/** "Training equipment is training equipment": all that the one says the other says too, on one matter. */
const repeats: Rule = (pair) => {
  const isOnTopic = pair.earlier.claim.topic !== null && pair.earlier.claim.topic === pair.later.claim.topic;
  const isOfSomething = pair.isOfOneName || pair.objects > 0;
  return pair.isContained && isOfSomething && isOnTopic && pair.likeness.value >= 0.6 && !isApart(pair)
    ? say('unchanged', 'says again a part of it')
    : null;
};

/** A count below this is in many statements that have nothing else in common. A choice of ours. */
const TELLING_COUNT = 13;

/** Both give one number for what they clearly both speak of: "forty-eight, if one counts those at the cape". */
const countsAgain: Rule = (pair) => {
  const { likeness } = pair;
  const same = likeness.shared.find((key) => /^#\d+$/.test(key) && Number(key.slice(1)) >= TELLING_COUNT);
  const isClear = likeness.value >= 0.6 && likeness.shared.length > 2;
  const counted = [...pair.earlier.values, ...pair.later.values].some(
    (v) => v.startsWith('count:') && /\d+/.exec(v)?.[0] === same?.slice(1),
  );
  if (!same || !counted || !isClear || pair.differentActors || pair.flipped.length > 0 || pair.numbers) return null;
  return say('unchanged', `both give ${same.slice(1)}`);
};

/** The same thing in other words: no sign, side, number, condition or requirement keeps the two apart. */
const saysTheSame: Rule = (pair) => {
  const { own, shared } = pair.likeness;
  if (!isSame(pair) || own < (shared.length > 2 ? 0.55 : 0.7) || isApart(pair)) return null;
  const [a, b] = [pair.earlier.claim, pair.later.claim];
  const sameForce = a.act === b.act || STANCE.has(a.act) === STANCE.has(b.act);
  return sameForce ? say('unchanged', 'the same position in other words') : null;
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
  negates,
  movesCeiling,
  isSettled,
  changesCondition,
  changesChoice,
  movesNumber,
  changesStrength,
  keepsStance,
  saysTheSame,
  deniesAgain,
  tellsAgain,
  repeats,
  countsAgain,
];

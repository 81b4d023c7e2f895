import type { Pair } from './read-pair.ts';
import { isBound, isSame, isStance, type Rule, STANCE, say, sayOfOne, words } from './rule.ts';

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
export const keepsStance: Rule = (pair) => {
  const [a, b] = [pair.earlier.claim, pair.later.claim];
  const isOne = (a.act === b.act && isBound(pair.later)) || (pair.agreed.length > 1 && isStance(pair));
  const isAlike = pair.agreedOnOneThing.length > 0 && pair.likeness.shared.length > 1 && pair.likeness.own >= 0.3;
  const isOfSomething = pair.likeness.shared.some((key) => !key.startsWith('~'));
  return isOne && isAlike && isOfSomething && !isApart(pair) ? say('unchanged', `the same ${b.act}`) : null;
};

/** "We proposed extending the treaty", "our readiness to extend the treaty": one act on one named thing, offered twice. */
export const offersAgain: Rule = (pair) => {
  const { earlier, later } = pair;
  if (pair.differentActors || pair.flipped.length > 0 || !isWilling(earlier) || !isWilling(later)) return null;
  const offered = pair.agreed.filter((act) => earlier.proposition.keys.get(act) === 1 && isOnOneName(pair, act));
  if (offered.length === 0) return null;
  if (pair.conditions.earlier !== pair.conditions.later)
    return sayOfOne('unclear', `offered twice, one on a condition: ${words(offered)}`);
  const terms = [termsOf(earlier, later), termsOf(later, earlier)].flat();
  return terms.length > 0
    ? sayOfOne('unclear', `offered twice, on other terms (${terms.join(', ')}): ${words(offered)}`)
    : sayOfOne('unchanged', `offered again: ${words(offered)}`);
};

/** An offer, a commitment, or what is told of one's own readiness or proposal. */
const isWilling = ({ claim, proposition: { keys, actor } }: Pair['later']): boolean =>
  claim.act === 'offer' ||
  claim.act === 'commitment' ||
  keys.get('&ready') === 1 ||
  (keys.get('~offer') === 1 && actor === 'own');

/** Acts that are how a thing is put forward, and not what is put forward. */
const PUTTING: ReadonlySet<string> = new Set(['~offer', '~negotiate', '~support', '~plan', '~confirm', '~consider']);

/** Both say the act of one thing that has a name, a party not being what is acted on. */
const isOnOneName = ({ earlier, later }: Pair, act: string): boolean =>
  !PUTTING.has(act) &&
  [...(earlier.proposition.behindActs.get(act) ?? [])].some(
    (key) => key.startsWith('@') && later.proposition.behindActs.get(act)?.has(key),
  );

/** Terms and numbers that only the first names. */
const termsOf = (a: Pair['later'], b: Pair['later']): string[] =>
  [...a.values].filter((v) => /^(?:count:|date:P)/u.test(v) && !b.values.has(v)).map((v) => v.replace(/^\w+:/u, ''));

/** An accusation made again: what it is of, and the charge itself, in common. */
export const accusesAgain: Rule = (pair) => {
  const { earlier, later, likeness } = pair;
  const isCharge = earlier.claim.act === 'accusation' && later.claim.act === 'accusation';
  const isOneTopic = earlier.claim.topic !== null && earlier.claim.topic === later.claim.topic;
  const isAlike = likeness.shared.length > 2 && likeness.shared.some((key) => /^[~&]/.test(key));
  return isCharge && isOneTopic && isAlike && !isApart(pair) ? sayOfOne('unchanged', 'the same accusation') : null;
};

/** Both deny one act of one thing: "there will be no return", "access is not return". */
export const deniesAgain: Rule = (pair) => {
  const { earlier, later, likeness } = pair;
  const again = (pair.isOfOneName ? pair.agreed : pair.agreedOnOneThing).filter(
    (key) => earlier.proposition.keys.get(key) === -1 && later.proposition.keys.get(key) === -1,
  );
  const isOneTopic = earlier.claim.topic !== null && earlier.claim.topic === later.claim.topic;
  return again.length > 0 && isOneTopic && likeness.value >= 0.4 && !isApart(pair)
    ? say('unchanged', `denies the same: ${words(again)}`)
    : null;
};

/** One act towards one side, told once more: "we have sent signals to them", "we keep sending them our signals". */
export const tellsAgain: Rule = (pair) => {
  const { agreed, likeness, earlier, later } = pair;
  const named = likeness.shared.filter((key) => key.startsWith('@')).length;
  const stems = likeness.shared.filter((key) => /^\p{L}/u.test(key)).length;
  const isOne = pair.agreedOnOneThing.length > 0 && named > 0 && stems > 0 && likeness.own >= 0.45;
  const isTold = !STANCE.has(earlier.claim.act) && !STANCE.has(later.claim.act);
  const isDoer = earlier.proposition.actor !== null && earlier.proposition.actor === later.proposition.actor;
  return isOne && isTold && isDoer && !isApart(pair) ? say('unchanged', `tells of the same: ${words(agreed)}`) : null;
};

/** "Training equipment is training equipment": all that the one says the other says too, on one matter. */
export const repeats: Rule = (pair) => {
  const isOneTopic = pair.earlier.claim.topic !== null && pair.earlier.claim.topic === pair.later.claim.topic;
  const isOfSomething = pair.isOfOneName || pair.objects > 0;
  return pair.isContained && isOfSomething && isOneTopic && pair.likeness.value >= 0.6 && !isApart(pair)
    ? say('unchanged', 'says again a part of it')
    : null;
};

/** A count below this is in many statements that have nothing else in common. A choice of ours. */
const TELLING_COUNT = 13;

/** Both give one number for what they clearly both speak of: "forty-eight, if one counts those at the cape". */
export const countsAgain: Rule = (pair) => {
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
export const saysTheSame: Rule = (pair) => {
  const { own, shared } = pair.likeness;
  if (!isSame(pair) || own < (shared.length > 2 ? 0.55 : 0.7) || isApart(pair)) return null;
  const [a, b] = [pair.earlier.claim, pair.later.claim];
  const sameForce = a.act === b.act || STANCE.has(a.act) === STANCE.has(b.act);
  return sameForce ? say('unchanged', 'the same position in other words') : null;
};

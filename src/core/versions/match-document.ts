import { hasDayOfSpeaking, type VersionProfile } from './profile-document.ts';

/** Whether two texts are versions of one event of speaking (law T3). `maybe` is for a person to decide. */
export interface EventMatch {
  readonly same: 'yes' | 'maybe' | 'no';
  readonly why: string;
}

/** Share of the shorter text's shingles that a version has in common with the other (design, section 4, compare). */
const COMMON = 0.4;
/** Nearly the whole of the shorter text: an excerpt, or the same text re-dated. */
const NEARLY_ALL = 0.8;
/** Under this many words a text is formula (a telegram, a greeting): its words alone prove nothing. */
const TELLING_WORDS = 120;
/** Shared shingles below which a share of the sketch is chance. */
export const MIN_SHARED = 4;

const no = (why: string): EventMatch => ({ same: 'no', why });
const maybe = (why: string): EventMatch => ({ same: 'maybe', why });
const yes = (why: string): EventMatch => ({ same: 'yes', why });

/**
 * Compare two profiles. Symmetric, and a function of the two alone, so that the groups do not depend on the order of
 * adding (law K4). One speech given twice is two events: equal words on two known days of speaking are never joined.
 */
export function matchDocument(a: VersionProfile, b: VersionProfile): EventMatch {
  if (a.declaredEvent && b.declaredEvent)
    return a.declaredEvent === b.declaredEvent
      ? yes('both are declared to be of one event')
      : no('declared to be of different events');
  const common = commonShare(a, b);
  const percent = `${Math.round(common.share * 100)} % of the words in common`;
  const apart = daysApart(a, b);
  if (common.shared >= MIN_SHARED && common.share >= COMMON) {
    if (apart === 'different-days')
      return common.share >= NEARLY_ALL ? maybe(`${percent}, but spoken on different days`) : no(percent);
    if (!peopleMeet(a, b)) return maybe(`${percent}, but other speakers`);
    const short = Math.min(a.words, b.words);
    if (short < TELLING_WORDS && !(common.share >= NEARLY_ALL && apart === 'same-day'))
      return maybe(`${percent}, but short`);
    if (Math.max(a.words, b.words) > 4 * short && common.share < NEARLY_ALL) return maybe(`${percent} of the shorter`);
    return yes(percent);
  }
  return matchByFacts(a, b, apart);
}

/** A translation shares no words: speaker, medium and day must all be printed and agree. */
function matchByFacts(a: VersionProfile, b: VersionProfile, apart: DaysApart): EventMatch {
  const speaker = a.speakers.some((s) => b.speakers.includes(s));
  const outlet = a.outlet !== null && a.outlet === b.outlet;
  if (apart !== 'same-day' || !speaker) return no('different words');
  const otherLanguage = a.language !== null && b.language !== null && a.language !== b.language;
  const alikeInSize = Math.max(a.words, b.words) <= 2.5 * Math.min(a.words, b.words);
  if (otherLanguage && outlet && alikeInSize) return yes('one speaker, one medium, one day, two languages');
  if (otherLanguage && alikeInSize) return maybe('one speaker on one day in two languages');
  if (outlet && !otherLanguage) return maybe('one speaker, one medium, one day, other words');
  return no('different words');
}

function commonShare(a: VersionProfile, b: VersionProfile): { share: number; shared: number } {
  const ceiling = Math.min(a.ceiling, b.ceiling);
  const left = a.sketch.filter((h) => h <= ceiling);
  const right = new Set(b.sketch.filter((h) => h <= ceiling));
  const shared = left.filter((h) => right.has(h)).length;
  const least = Math.min(left.length, right.size);
  return { share: least === 0 ? 0 : shared / least, shared };
}

const peopleMeet = (a: VersionProfile, b: VersionProfile): boolean =>
  a.speakers.length === 0 || b.speakers.length === 0 || a.speakers.some((s) => b.speakers.includes(s));

type DaysApart = 'same-day' | 'different-days' | 'unknown';

/** Only two known days of speaking can part two texts: a re-post is published later. */
function daysApart(a: VersionProfile, b: VersionProfile): DaysApart {
  const day = /^\d{4}-\d\d-\d\d$/;
  if (!a.date || !b.date || !day.test(a.date) || !day.test(b.date)) return 'unknown';
  if (a.date === b.date) return 'same-day';
  return hasDayOfSpeaking(a) && hasDayOfSpeaking(b) ? 'different-days' : 'unknown';
}

/** Keys under which a version must be looked up so that no pair that could match is missed, in any order of adding. */
export function candidateKeys(p: VersionProfile): string[] {
  const keys = p.sketch.map((h) => `w${h.toString(36)}`);
  if (p.date) for (const s of p.speakers) keys.push(`d${p.date}|${s}`);
  if (p.declaredEvent) keys.push(`e${p.declaredEvent}`);
  return keys;
}

import type { Anchor, Resolution } from '../model/index.ts';
import { findApproximate } from '../text/find-approximate.ts';
import { isOnlyPunctuationApart } from '../text/fold.ts';

/** A quote shorter than this that has lost its context is not evidence of anything: "No." stands everywhere. */
const TELLING_LENGTH = 24;
/** Context units that must agree, on the two sides together, before a changed neighbourhood is believed. */
const TELLING_CONTEXT = 12;
/** At most a fifth of the letters may differ; beyond that unrelated sentences of formulaic texts begin to match. */
const MAX_ERROR_SHARE = 0.2;
/** How many equal passages are weighed before the anchor is called lost: common words never need more. */
const MAX_CANDIDATES = 2000;

/**
 * Where an anchor's words stand in a text now (laws A1, A2).
 * exact: same place, same words, same surroundings. moved: the same words elsewhere, or with changed surroundings.
 * fuzzy: words that differ a little. lost: anything else; a wrong anchor is worse than none, so a tie is lost too.
 */
export function resolveAnchor(text: string, anchor: Anchor): Resolution {
  const { start, end, exact, prefix, suffix } = anchor;
  if (start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length))
    return { status: 'exact', start, end, errors: 0, why: 'the same words stand in the same place' };
  return findEqual(text, anchor) ?? findFuzzy(text, anchor) ?? lost('the words are no longer in this text');
}

const lost = (why: string): Resolution => ({ status: 'lost', start: null, end: null, errors: 0, why });

/** The one place where the words stand as they were, told from its look-alikes by the words around it. */
function findEqual(text: string, anchor: Anchor): Resolution | null {
  const { exact, prefix, suffix } = anchor;
  const places: { at: number; context: number }[] = [];
  // an empty quote (an insertion point) is found by its surroundings alone
  const needle = exact === '' ? prefix + suffix : exact;
  const shift = exact === '' ? prefix.length : 0;
  if (needle === '') return null;
  for (let at = text.indexOf(needle); at >= 0 && places.length < MAX_CANDIDATES; at = text.indexOf(needle, at + 1)) {
    const begin = at + shift;
    places.push({ at: begin, context: contextAgreement(text, begin, begin + exact.length, prefix, suffix) });
  }
  if (places.length === 0 || places.length === MAX_CANDIDATES) return null;
  places.sort((a, b) => b.context - a.context);
  const best = places[0]!;
  const next = places[1];
  const whole = prefix.length + suffix.length;
  const clear =
    !next || best.context >= next.context + TELLING_CONTEXT || (best.context === whole && next.context < whole);
  const told = best.context >= Math.min(TELLING_CONTEXT, whole) || (!next && exact.length >= TELLING_LENGTH);
  if (!clear || !told) return lost(next ? 'these words stand in several places' : 'only a short look-alike is left');
  return {
    status: 'moved',
    start: best.at,
    end: best.at + exact.length,
    errors: 0,
    why: best.context === whole ? 'the same words stand elsewhere' : 'the same words stand in changed surroundings',
  };
}

/** Units of the stored context that still stand around a place, counted outwards from the quote on both sides. */
function contextAgreement(text: string, start: number, end: number, prefix: string, suffix: string): number {
  let before = 0;
  while (before < prefix.length && before < start && prefix[prefix.length - 1 - before] === text[start - 1 - before])
    before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return before + after;
}

function findFuzzy(text: string, anchor: Anchor): Resolution | null {
  const { exact, prefix, suffix } = anchor;
  if (exact.length < TELLING_LENGTH) return null;
  const ranked = findApproximate(text, exact, Math.floor(exact.length * MAX_ERROR_SHARE))
    .map((h) => ({ ...h, context: contextAgreement(text, h.start, h.end, prefix, suffix) }))
    .sort((a, b) => a.errors - b.errors || b.context - a.context);
  const best = ranked[0];
  if (!best) return null;
  const next = ranked[1];
  // a second passage nearly as good makes the choice a guess
  if (
    next &&
    next.errors - best.errors < Math.max(2, exact.length * 0.05) &&
    best.context < next.context + TELLING_CONTEXT
  )
    return lost('several similar passages, none clearly the one');
  const same = isOnlyPunctuationApart(text.slice(best.start, best.end), exact);
  return {
    status: 'fuzzy',
    start: best.start,
    end: best.end,
    errors: best.errors,
    why: same ? 'only punctuation, case or spacing differs' : `${best.errors} character edits from the words anchored`,
  };
}

import { type Match, OnrecordError, type Quotation, type QuoteCheck } from '../../core/model/index.ts';
import type { FoundEdit } from '../../core/quotes/find-edits.ts';
import { type Attribution, judgeQuote, MAY_BE_PRINTED } from '../../core/quotes/judge-quote.ts';
import { type ParsedQuote, parseQuote } from '../../core/quotes/parse-quote.ts';
import type { ClaimedSpeaker } from './attribution.ts';
import type { CheckSession } from './check-session.ts';
import { isMisdated, isOnOtherDay } from './claimed-day.ts';
import { coverageOf } from './coverage.ts';
import { contradictDocument } from './document-claim.ts';
import { type FoundReading, findReading, NOTHING } from './find-reading.ts';
import { dedupeEvents, matchOf, round } from './match-of.ts';
import { answerNotFound } from './not-found.ts';
import { type Placed, placeOf, placeTurn, scoreOf } from './place-reading.ts';
import { offerPrintable } from './printable.ts';
import { readExchange } from './read-exchange.ts';
import { witnessOf } from './witness.ts';

/** A quotation longer than this is a text, to be added and compared. */
export const MAX_QUOTE_CHARS = 20_000;
/** Occurrences listed beside the one that was matched. */
const MAX_OCCURRENCES = 20;
/** Another person's passage must agree so far before anybody is told that the words are not his. */
const SURE_OF_ANOTHER = 0.88;

export interface CheckOptions {
  /** read the exchange around the passage too: a document is opened for it */
  readonly withExchange?: boolean;
}

/** Check one quotation against the whole record. */
export async function checkQuotation(
  session: CheckSession,
  quotation: Quotation,
  options: CheckOptions = {},
): Promise<QuoteCheck> {
  if (quotation.quote.length > MAX_QUOTE_CHARS)
    throw new OnrecordError(
      'too-large',
      `a quotation of ${quotation.quote.length} characters; the check takes ${MAX_QUOTE_CHARS}`,
      'Add the text to the record and compare the two documents.',
    );
  const quote = parseQuote(quotation.quote, session.lexicon);
  const claimed = quotation.speaker ? await session.speaker(quotation.speaker) : null;
  const findings: string[] = [];
  if (claimed && !claimed.isKnown)
    findings.push(`Nobody called "${quotation.speaker}" speaks in this record; the name was not checked.`);
  const asked = claimed?.isKnown ? claimed : null;
  const found = await search(session, quotation, quote, asked);
  const first = found.readings[0];
  if (!first) return answerNotFound(session, quotation, found, claimed, findings);
  const placed: Placed[] = [];
  for (const reading of found.readings)
    placed.push({ reading, ...(await placeOf(session, quotation, asked, reading.pieces[0]!)) });
  const best = placed[0]!;
  const speaker = await gravestSpeaker(session, quotation, asked, best);
  // words that were changed and are not his: a formula that many use, not a source
  if (speaker === 'other' && first.bond === 'one' && found.strength < SURE_OF_ANOTHER)
    return answerNotFound(session, quotation, { ...found, readings: [], near: found.best }, claimed, findings);
  const ofSpeaker = placed.filter((p) => p.speaker === best.speaker);
  const claim: Attribution = {
    speaker,
    isOtherVoice: best.isOtherVoice,
    isMisdated: isMisdated(quotation.date, ofSpeaker),
    isAmbiguous: !asked && peopleOf(placed).size > 1,
  };
  const judged = judgeQuote(quote, first, claim, session.lexicon);
  const isOtherDay = judged.verdict !== 'misdated' && isOnOtherDay(quotation.date, placed);
  if (isOtherDay)
    findings.push(
      `The record has these words under ${best.head?.date}, not ${quotation.date}; that day may be of publication.`,
    );
  const body = claimed?.body ?? null;
  if (speaker === 'unknown' && body?.kind === 'generic')
    findings.push(`"${quotation.speaker}" is a body; whoever spoke for it is shown, not checked.`);
  else if (speaker === 'unknown' && body)
    findings.push(`It is not known whether who speaks these words speaks for "${quotation.speaker}".`);
  else if (speaker === 'unknown')
    findings.push('It is not clear from the source who speaks these words, so they are laid to nobody.');
  const elsewhere = await contradictDocument(session, quotation, placed, judged.verdict, findings);
  const { verdict, why } = elsewhere ?? judged;
  const isUnsure =
    isOtherDay || found.certainty === 'possible' || speaker === 'unknown' || (claimed !== null && !claimed.isKnown);
  const isGood = MAY_BE_PRINTED.has(verdict);
  // whoever spoke for a ministry spoke for it
  const isBody = body?.kind === 'generic' && isGood && best.speaker !== 'other';
  const certainty = isBody || !isUnsure || verdict === 'misattributed' ? 'sure' : 'possible';
  const matches = await matchesOf(session, quote, found, placed);
  const acceptable = isGood && certainty === 'sure';
  const isHis = verdict !== 'misattributed' || judged.frame === 'reported-view';
  const days = daysOf(placed);
  return {
    ...(quotation.id === undefined ? {} : { id: quotation.id }),
    verdict,
    certainty,
    acceptable,
    matches,
    edits: judged.edits.map(publicEdit),
    joins: [...judged.joins],
    why,
    ...(judged.frame && !elsewhere ? { frame: judged.frame } : {}),
    ...(elsewhere?.reason ? { reason: elsewhere.reason } : {}),
    ...(days.length > 1 ? { days } : {}),
    printable: acceptable || !isHis ? null : offerPrintable(first, session.lexicon),
    witness: await witnessOf(session, best.head, verdict, placed),
    ...(options.withExchange ? { exchange: await exchangeOf(session, matches[0]!) } : {}),
    coverage: await coverageOf(session, quotation, claimed),
    features: { ...judged.features, strength: round(found.strength) },
    ...(findings.length > 0 ? { findings } : {}),
  };
}

async function search(
  session: CheckSession,
  quotation: Quotation,
  quote: ParsedQuote,
  asked: ClaimedSpeaker | null,
): Promise<FoundReading> {
  if (quote.words.length === 0) return NOTHING;
  return findReading({
    index: session.index,
    quote,
    lexicon: session.lexicon,
    among: asked ? await session.documentsWith(asked) : null,
    prefer: async (document, turn) => scoreOf(await placeTurn(session, quotation, asked, document, turn)),
  });
}

/** An elided or joined reading takes the gravest of its pieces. */
async function gravestSpeaker(
  session: CheckSession,
  quotation: Quotation,
  asked: ClaimedSpeaker | null,
  best: Placed,
): Promise<Attribution['speaker']> {
  if (best.speaker !== 'same') return best.speaker;
  for (const piece of best.reading.pieces.slice(1)) {
    const { speaker } = await placeOf(session, quotation, asked, piece);
    if (speaker !== 'same') return speaker;
  }
  return 'same';
}

/** Who said it, among those who answer. */
const peopleOf = (placed: readonly Placed[]) =>
  new Set(placed.flatMap((p) => (p.isOtherVoice || p.who === null ? [] : [p.who])));

/** All the days on which the speaker said just this. */
const daysOf = (placed: readonly Placed[]) =>
  [...new Set(placed.flatMap((p) => (p.who === placed[0]!.who && p.head?.date ? [p.head.date] : [])))].sort();

async function matchesOf(
  session: CheckSession,
  quote: ParsedQuote,
  found: FoundReading,
  placed: readonly Placed[],
): Promise<Match[]> {
  const best = placed[0]!;
  const others = dedupeEvents(placed.slice(1), best).slice(0, MAX_OCCURRENCES);
  const pieces = [...best.reading.pieces, ...others.map((p) => p.reading.pieces[0]!)];
  const matches: Match[] = [];
  for (const piece of pieces) matches.push(await matchOf(session, quote, piece, found.strength));
  return matches;
}

async function exchangeOf(session: CheckSession, match: Match) {
  const record = await session.record(match.document);
  return record && readExchange(record, match);
}

function publicEdit(e: FoundEdit) {
  const { op, match, from, to, start, end, at, flag, flags } = e;
  return { op, match, from, to, start, end, at, flag, flags };
}

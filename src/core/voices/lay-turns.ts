import type { LaidTurn, Opening, Stretch } from './proposal.ts';
import type { Settled } from './settle-proposals.ts';

/**
 * Lay settled proposals over the text, so that every character is in one turn (law T2).
 *
 *     Q: Will you sign? (Laughter.) Soon?   NAME: We will.
 *     [question        ][aside     ][cont. ][answer      ]
 *
 * Text that nobody claimed becomes a turn of kind null without utterance; the refiners say what it is.
 * White space after a turn belongs to it, white space before the first turn to the first.
 */
export function layTurns(text: string, settled: Settled): LaidTurn[] {
  const laid: LaidTurn[] = [];
  const events = [...settled.openings, ...settled.stretches].sort((a, b) => a.start - b.start || rank(a) - rank(b));
  let at = 0;
  let voice: { opening: Opening; utterance: number; begun: boolean } | null = null;
  let utterances = 0;

  const fillTo = (end: number) => {
    const closes = voice?.opening.end;
    if (closes !== undefined && closes < end) {
      const stop = Math.max(closes, at);
      fillPiece(stop);
      voice = null;
    }
    fillPiece(end);
  };
  const fillPiece = (end: number) => {
    while (at < end && isSpace(text, at)) at++;
    if (end <= at) return;
    if (voice) {
      const { opening: o, utterance, begun } = voice;
      laid.push({
        start: at,
        end,
        kind: o.kind,
        label: begun ? null : o.label,
        bodyStart: begun ? at : Math.min(Math.max(o.bodyStart, at), end),
        utterance,
        who: o.who,
        voice: o.voice,
        rule: o.rule,
      });
      voice.begun = true;
    } else
      laid.push({ start: at, end, kind: null, label: null, bodyStart: at, utterance: null, rule: 'nobody-claimed' });
    at = end;
  };

  for (const event of events) {
    fillTo(event.start);
    at = Math.max(at, event.start);
    if (event.form === 'opening') {
      voice = { opening: event, utterance: utterances++, begun: false };
      continue;
    }
    laid.push({
      start: at,
      end: event.end,
      kind: event.kind,
      label: event.label ?? null,
      bodyStart: event.bodyStart ?? at,
      utterance: null,
      who: event.who,
      voice: event.voice,
      rule: event.rule,
    });
    at = event.end;
    if (event.after === 'close') voice = null;
  }
  fillTo(text.length);
  return closeGaps(laid, text);
}

/** White space as JavaScript's \s has it. */
const isSpace = (text: string, at: number) => /\s/.test(text[at]!);

/** A stretch that begins where an opening does stands before it. */
const rank = (event: Opening | Stretch) => (event.form === 'stretch' ? 0 : 1);

/** Give the white space between turns to the turn before it. */
function closeGaps(laid: readonly LaidTurn[], text: string): LaidTurn[] {
  if (laid.length === 0)
    return text === ''
      ? []
      : [
          {
            start: 0,
            end: text.length,
            kind: null,
            label: null,
            bodyStart: 0,
            utterance: null,
            rule: 'nobody-claimed',
          },
        ];
  return laid.map((turn, i) => {
    const start = i === 0 ? 0 : turn.start;
    const end = laid[i + 1]?.start ?? text.length;
    return { ...turn, start, end };
  });
}

import type { CaptionCue } from '../../model/index.ts';

/** A piece of a cue that one voice says. */
export interface CuePiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** from the markup */
  readonly voice: string | null;
  /** printed: MS. ORN: */
  readonly label: string | null;
  /** printed before the label: the sign that somebody else speaks */
  readonly sign: string;
  readonly isAside: boolean;
}

const SIGN = /^(?:>{2,3}|&gt;&gt;|[-–—](?=\s?\p{Lu}))\s*/u;
/** Names in captions are in capitals; "Note:" is a word. */
const LABEL = /^\p{Lu}[\p{Lu}\p{M}.,'’ -]{1,40}:(?=\s|$)/u;
const ASIDE = /^(?:\[[^[\]]{1,80}\]|\([^()]{1,80}\)|[♪♫][^♪♫]{0,200}[♪♫]?)$/u;

/** Cut cues where their lines show that another voice begins (>>, NAME:, dashes of a dialogue), and take sounds apart. */
export function cutCues(cues: readonly CaptionCue[]): CuePiece[] {
  const dialogue =
    cues.filter((c) => c.text.split('\n').filter((l) => /^[-–—]\s?\p{Lu}/u.test(l)).length >= 2).length >= 2;
  return cues.flatMap((cue) => {
    const pieces: CuePiece[] = [];
    for (const line of cue.text.split('\n')) {
      const text = line.replace(/[ \t]+/g, ' ').trim();
      if (!text) continue;
      const isAside = ASIDE.test(text);
      const found = isAside ? '' : (SIGN.exec(text)?.[0] ?? '');
      const sign = /^[-–—]/.test(found) && !dialogue ? '' : found;
      const label = isAside ? null : (LABEL.exec(text.slice(sign.length))?.[0] ?? null);
      const last = pieces.at(-1);
      if (last && !sign && !label && !isAside && !last.isAside)
        pieces[pieces.length - 1] = { ...last, text: `${last.text} ${text}` };
      else pieces.push({ start: cue.start, end: cue.end, text, voice: cue.voice, label, sign, isAside });
    }
    return pieces;
  });
}

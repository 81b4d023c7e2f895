import type { CaptionCue } from '../../model/index.ts';

/** Captions made by a machine roll: at least this share of cues begins with what the one before ended with. */
const ROLLING = 0.3;
const MIN_CUES = 4;

/**
 * Undo rolling captions, in which each cue repeats the last line of the one before or grows by some words. Decided for
 * the whole file: people repeat themselves ("No." "No."), machines do it all the time.
 */
export function mergeRolling(cues: readonly CaptionCue[]): { cues: CaptionCue[]; dropped: number } {
  const repeats = cues.filter((cue, i) => i > 0 && repeated(cues[i - 1]!, cue) > 0).length;
  if (cues.length < MIN_CUES || repeats < ROLLING * (cues.length - 1)) return { cues: [...cues], dropped: 0 };
  let dropped = 0;
  const merged = cues.flatMap((cue, i) => {
    const cut = i > 0 ? repeated(cues[i - 1]!, cue) : 0;
    if (cut > 0) dropped++;
    const text = cue.text.slice(cut).trim();
    return text ? [{ ...cue, text }] : [];
  });
  return { cues: merged, dropped };
}

/** How many characters at the start of `cue` repeat what `before` showed: all of it, or its last line. */
function repeated(before: CaptionCue, cue: CaptionCue): number {
  if (before.voice !== cue.voice) return 0;
  const lastLine = before.text.slice(before.text.lastIndexOf('\n') + 1);
  for (const shown of [before.text, lastLine])
    if (shown && cue.text.startsWith(shown) && /^(?:\s|$)/.test(cue.text.slice(shown.length))) return shown.length;
  return 0;
}

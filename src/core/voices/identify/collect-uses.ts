import type { TurnDraft } from '../../model/index.ts';
import { type ParsedLabel, parseLabel } from './parse-label.ts';
import type { LabelUse } from './scene.ts';
import { labelKey } from './told-labels.ts';
import type { VoiceWords } from './voice-words.ts';

/** What names the voice of a turn: the printed label, else what the markup says. */
export const labelOf = (turn: TurnDraft): string | null => turn.label ?? turn.who ?? null;

/**
 * Gather the turns under each printed label, continuations with the turn they continue. Labels that differ only in their
 * colon, case or spaces are one.
 */
export function collectUses(turns: readonly TurnDraft[], words: VoiceWords): LabelUse[] {
  const byLabel = new Map<string, { label: string; stated: boolean; turns: number[] }>();
  const keyAt: (string | null)[] = [];
  turns.forEach((turn, i) => {
    const label = labelOf(turn);
    const before = turn.continues === undefined ? null : (keyAt[turn.continues] ?? null);
    const key = label === null ? before : labelKey(label);
    keyAt.push(key);
    if (key === null) return;
    const use = byLabel.get(key);
    if (use) use.turns.push(i);
    else byLabel.set(key, { label: label!, stated: turn.label === null, turns: [i] });
  });
  return [...byLabel.values()].map(({ label, stated, turns: own }) => {
    const count = (kind: TurnDraft['kind']) =>
      own.filter((i) => turns[i]!.kind === kind && turns[i]!.continues === undefined).length;
    return {
      label: stated ? withoutAnswer(parseLabel(label, words)) : parseLabel(label, words),
      turns: own,
      asks: count('question'),
      answers: count('answer'),
      speaks: count('speech'),
      first: turns[own[0]!]!.start,
    };
  });
}

/** An id in the markup (`who="#a"`) is no printed `A:`: it stands for itself, never for whoever else answers. */
const withoutAnswer = (label: ParsedLabel): ParsedLabel =>
  label.generic === 'answer' ? { ...label, generic: null, name: label.plain } : label;

import { z } from 'zod';
import { TALK, Turn, type VersionRecord } from '../../core/model/index.ts';
import { scanWords } from '../../core/text/words.ts';

/** A printed label with whom it was resolved to: what a person looks at first. */
export const HeardLabel = Turn.pick({ label: true, voice: true, speaker: true, person: true }).extend({
  label: z.string().nullable().describe('as printed, without its colon; null for talk without a label'),
  turns: z.int().describe('how many turns stand under it'),
  words: z.int(),
  sample: z.string().describe('its first words'),
});
export type HeardLabel = z.infer<typeof HeardLabel>;

const SAMPLE = 160;

/** The voices of the talk, one line a label and resolution, in the order of speaking. Zones are not voices. */
export function labelsHeard({ text, turns }: Pick<VersionRecord, 'text' | 'turns'>): HeardLabel[] {
  const heard = new Map<string, HeardLabel>();
  for (const turn of turns) {
    if (!TALK.has(turn.kind)) continue;
    const label = turn.label?.replace(/[\s:]+$/u, '') ?? null;
    const body = text.slice(turn.bodyStart, turn.end);
    const key = JSON.stringify([label, turn.voice, turn.speaker, turn.person]);
    const before = heard.get(key);
    const words = scanWords(body).count;
    if (before) heard.set(key, { ...before, turns: before.turns + 1, words: before.words + words });
    else
      heard.set(key, {
        label,
        voice: turn.voice,
        speaker: turn.speaker,
        person: turn.person,
        turns: 1,
        words,
        sample: body.trim().slice(0, SAMPLE),
      });
  }
  return [...heard.values()];
}

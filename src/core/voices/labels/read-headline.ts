import type { Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';
import { parseLabel } from './parse-label.ts';

/** A lead is short; UTF-16 units before the first question. */
const MAX_LEAD = 2500;

/** The line says interview, conversation, talks. */
export const namesInterview = (line: string, scene: Scene): boolean => holds(line, scene, 'interview-words');

const holds = (line: string, { words }: Scene, list: string) => {
  const known = listOf(words, list);
  return (foldLabel(line).match(/[\p{L}\p{M}&-]+/gu) ?? []).some((word) => known.has(word));
};

/** What stands over the first question says that somebody was asked: `in an interview with … the minister told`. */
export function leadsToInterview(scene: Scene, first: number): boolean {
  const lead = scene.text.slice(Math.max(0, first - MAX_LEAD), first);
  return holds(lead, scene, 'interview-words') || holds(lead, scene, 'interview-verbs');
}

/** `Ilse Marenko: we wait for an answer`: a headline that quotes its interviewee opens with the whole name. */
export function headlineName({ facts, words }: Scene): string | null {
  const head = /^([^:\n]{4,60}):\s/.exec(facts.title ?? '')?.[1];
  const form = head ? parseLabel(head, words) : null;
  return form && !form.role && !form.office && form.size >= 2 && !form.press ? head! : null;
}

/** Length of a dash that opens what is said, and the space after it; 0 when there is none. */
export const dashAt = (head: string): number => /^[-–—]{1,2}\s+/.exec(head)?.[0].length ?? 0;

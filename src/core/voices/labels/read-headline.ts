import { foldName } from '../../text/romanise-name.ts';
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

/**
 * Who is asked, by the lead: `Deputy Minister Ilse Marenko told in an interview …` names one person of the vocabulary, as the
 * subject of its sentence, and says that somebody was asked. Null where it names several, or speaks of no interview.
 */
export function nameInLead(scene: Scene, first: number): string | null {
  if (!leadsToInterview(scene, first)) return null;
  const lead = ` ${
    foldName(scene.text.slice(Math.max(0, first - MAX_LEAD), first))
      .match(/[\p{L}\p{N}’'-]+/gu)
      ?.join(' ') ?? ''
  } `;
  const named = scene.rules.people.flatMap((p) => {
    const name = [p.name, ...Object.values(p.names), ...p.aliases].find(
      (n) => /\S\s\S/u.test(n) && lead.includes(` ${foldName(n)} `),
    );
    return name ? [name] : [];
  });
  return named.length === 1 ? named[0]! : null;
}

/** Length of a dash that opens what is said, and the space after it; 0 when there is none. */
export const dashAt = (head: string): number => /^[-–—]{1,2}\s+/.exec(head)?.[0].length ?? 0;

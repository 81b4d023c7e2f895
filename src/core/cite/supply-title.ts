import type { DocumentHead } from '../model/index.ts';
import { dayMonthYear } from './date-words.ts';

/** What of a document names it; who speaks only as far as names and roles go. */
type Titled = Pick<DocumentHead, 'title' | 'kind' | 'date' | 'outlet' | 'name'> &
  Partial<Pick<DocumentHead, 'publisher' | 'republisher'>> & {
    readonly participants: readonly { readonly name: string | null; readonly role: string }[];
  };

/** A supplied title by kind of text, before the name of who speaks. A press conference and a gaggle are briefings. */
const FORMS: Readonly<Record<string, string>> = {
  interview: 'Interview with',
  briefing: 'Briefing by',
  speech: 'Speech by',
  statement: 'Statement by',
  article: 'Article by',
  letter: 'Letter by',
  readout: 'Readout with',
};
const NAMED = 2;

/**
 * A title for a text that prints none: what it is, who speaks, of which day, else where it comes from. It is ours, so
 * citations and lists put it in square brackets (Chicago 14.223; RDA 2.3.2.11, devised titles).
 */
export function supplyTitle(head: Titled): string {
  const names = [
    ...new Set(
      head.participants.flatMap((p) => ((p.role === 'official' || p.role === 'guest') && p.name ? [p.name] : [])),
    ),
  ];
  const whom = names.slice(0, NAMED).join(' and ') + (names.length > NAMED ? ' and others' : '');
  const isInterview = head.kind === null && head.participants.some((p) => p.role === 'interviewer');
  const form = FORMS[isInterview ? 'interview' : (head.kind ?? '')] ?? 'Words of';
  const source = head.republisher ?? head.publisher ?? head.outlet ?? head.name;
  const day = head.date ? dayMonthYear(head.date) : 'undated';
  return whom ? `${form} ${whom}, ${day}` : `Untitled text, source ${source}, ${day}`;
}

/** The title as printed, else a supplied one in square brackets: never a file name by itself. */
export const titleOf = (head: Titled): string => head.title ?? `[${supplyTitle(head)}]`;

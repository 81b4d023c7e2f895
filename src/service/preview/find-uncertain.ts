import { z } from 'zod';
import type { DateKind, DocumentFacts, Finding } from '../../core/model/index.ts';
import type { HeardLabel } from './labels-heard.ts';

export const Uncertain = z.object({
  what: z.enum(['date', 'title', 'language', 'speaker', 'voice', 'finding']),
  label: z.string().nullable().describe('the printed label it is about'),
  why: z.string(),
});
export type Uncertain = z.infer<typeof Uncertain>;

/** How a day that nobody printed as the day of speaking was come by. */
const HOW: Readonly<Record<DateKind, string | null>> = {
  said: null,
  sidecar: null,
  published: 'the text prints a day of publication only; it may have been spoken earlier',
  name: 'the day is read off the name of the file or address',
  inferred: 'the day is inferred, not printed',
};

/** What a person should look at before a text is kept: facts nobody printed, words of nobody, what the stages noticed. */
export function findUncertain(
  facts: DocumentFacts,
  labels: readonly HeardLabel[],
  findings: readonly Finding[],
): Uncertain[] {
  const found: Uncertain[] = [];
  const add = (what: Uncertain['what'], why: string | null, label: string | null = null) => {
    if (why) found.push({ what, label, why: why.charAt(0).toUpperCase() + why.slice(1) });
  };
  for (const { label, voice, speaker, turns } of labels) {
    const whose = label === null ? 'talk without a label' : `“${label}”`;
    const many = turns === 1 ? '1 turn' : `${turns} turns`;
    if (voice === 'unknown') add('voice', `${whose}: it is not clear in which role this is said (${many})`, label);
    else if (speaker === null && voice !== 'interviewer')
      add('speaker', `${whose}: nobody is named; these words will be attributed to no one (${many})`, label);
  }
  if (labels.length === 0) add('voice', 'nobody is heard speaking: the whole text is taken for an article');
  if (facts.date === null) add('date', 'the text prints no day; without one it stands in no timeline');
  else add('date', facts.dateKind ? HOW[facts.dateKind] : 'it is not known where the day comes from');
  if (facts.title === null) add('title', 'the text prints no title');
  if (facts.language === null) add('language', 'the language could not be told');
  for (const f of findings) if (f.severity !== 'info') add('finding', f.why);
  return found;
}

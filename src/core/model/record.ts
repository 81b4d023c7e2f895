import { z } from 'zod';
import { Claim } from './claim.ts';
import { DocumentHead } from './document.ts';
import { Section } from './entry.ts';
import { Finding } from './finding.ts';
import { Mention } from './mention.ts';
import { Mark } from './reading.ts';
import { Span } from './span.ts';
import { Sentence, Turn } from './turn.ts';

/** An entry of the ledger that a person accepted for exact words; the ledger folds it with its own. */
export const AcceptedEntry = Span.extend({ section: Section, status: z.string(), rule: z.string() });
export type AcceptedEntry = z.infer<typeof AcceptedEntry>;

/** A version with all its layers: the object of `show` and one line of `export --format jsonl`. */
export const VersionRecord = z.object({
  document: DocumentHead,
  text: z.string(),
  turns: z.array(Turn),
  sentences: z.array(Sentence),
  mentions: z.array(Mention),
  claims: z.array(Claim),
  entries: z.array(AcceptedEntry).optional().describe('only where a person accepted one'),
  marks: z.array(Mark),
  findings: z.array(Finding),
});
export type VersionRecord = z.infer<typeof VersionRecord>;

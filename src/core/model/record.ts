import { z } from 'zod';
import { Claim } from './claim.ts';
import { DocumentHead } from './document.ts';
import { Finding } from './finding.ts';
import { Mention } from './mention.ts';
import { Mark } from './reading.ts';
import { Sentence, Turn } from './turn.ts';

/** A version with all its layers: the object of `show` and one line of `export --format jsonl`. */
export const VersionRecord = z.object({
  document: DocumentHead,
  text: z.string(),
  turns: z.array(Turn),
  sentences: z.array(Sentence),
  mentions: z.array(Mention),
  claims: z.array(Claim),
  marks: z.array(Mark),
  findings: z.array(Finding),
});
export type VersionRecord = z.infer<typeof VersionRecord>;

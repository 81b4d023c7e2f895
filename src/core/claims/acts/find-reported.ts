import type { Mention, Span } from '../../model/index.ts';
import { foldCase } from '../dates/date-lexicon.ts';
import type { ClaimCues } from './claim-cues.ts';

const PASSIVE = /(?:^|\s)(?:is|are|was|were|be|been|being)\s$/u;
/** Room for one of these, UTF-16 units. */
const AUXILIARY = 8;
const patterns = new WeakMap<ClaimCues, RegExp>();

/**
 * Whose view a clause reports ("they say that ...", "according to Kestoria"): the name of the mention that stands
 * before the verb, else the word itself; null when the speaker says it himself, or only appeals to another
 * ("as the President has said").
 */
export function findReported(
  text: string,
  clause: Span,
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
  cues: ClaimCues,
): string | null {
  const folded = foldCase(text.slice(clause.start, clause.end));
  const pattern = patternOf(cues);
  pattern.lastIndex = 0;
  // "the United States" has no verb in it, and "it should be noted" nobody who notes
  const inName = (at: number) => mentions.some((x) => clause.start + at >= x.start && clause.start + at < x.end);
  const m = [...folded.matchAll(pattern)].find(
    (x) => !inName(x.index) && !PASSIVE.test(folded.slice(Math.max(0, x.index - AUXILIARY), x.index)),
  );
  if (!m) return null;
  const verbAt = clause.start + m.index;
  const lead = folded.slice(Math.max(0, m.index - 60), m.index);
  // "as the President has said", "if someone thinks", "what they say": nobody's view is reported
  const openers = cues.words('not-reported-after');
  const after = () => new RegExp(`(?:^|[\\s,])(?:${[...openers].join('|')})\\s[^,]*$`, 'u');
  if (openers.size && cues.compiled('not-reported-after', after).test(lead)) return null;
  const subject = /(\p{L}+)\s*(?:\p{L}+ly\s|has\s|have\s|also\s|already\s)*$/u.exec(lead)?.[1] ?? '';
  if (/^(?:i|we|я|мы)$/u.test(subject)) return null;
  const near = mentions
    .filter(
      (x) =>
        (x.kind === 'country' || x.kind === 'organization' || x.kind === 'person') &&
        x.end <= verbAt &&
        x.end >= verbAt - 30 &&
        x.start >= clause.start,
    )
    .at(-1);
  if (near) return near.entity !== null && own.has(near.entity) ? null : near.name;
  return cues.words('others-who-say').has(subject) ? subject : null;
}
function patternOf(cues: ClaimCues): RegExp {
  const known = patterns.get(cues);
  if (known) return known;
  const verbs = [...cues.words('report-verbs')].sort((a, b) => b.length - a.length).join('|');
  const made = verbs ? new RegExp(`(?<![\\p{L}])(?:${verbs})(?![\\p{L}])`, 'gu') : /(?!)/gu;
  patterns.set(cues, made);
  return made;
}

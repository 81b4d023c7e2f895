import type { DocumentHead, QuoteCheck, Verdict } from '../../core/model/index.ts';
import type { CheckSession } from './check-session.ts';
import type { Placed } from './place-reading.ts';

/** Which text was matched: officials are mostly quoted in translation, and another translation has other words. */
export async function witnessOf(
  session: CheckSession,
  head: DocumentHead | null,
  verdict: Verdict,
  placed: readonly Placed[],
): Promise<QuoteCheck['witness']> {
  if (!head) return null;
  const versions = await session.versionsOf(head.event);
  const isRendering = head.translation !== 'original';
  const originalHeld = head.translation === 'original' || versions.some((v) => v.translation === 'original');
  const matching = new Set(placed.flatMap((p) => (p.head?.event === head.event ? [p.head.id] : [])));
  const note =
    isRendering && (verdict === 'altered' || verdict === 'not-found')
      ? 'This text may be a translation; the quotation may follow another one.'
      : null;
  return {
    document: head.id,
    language: head.language,
    translation: head.translation,
    publisher: head.publisher ?? head.republisher,
    originalHeld: head.translation === 'unknown' && !originalHeld ? null : originalHeld,
    versions: versions.map((v) => ({
      document: v.id,
      language: v.language,
      translation: v.translation,
      publisher: v.republisher ?? v.publisher,
      matches: v.id === head.id ? verdict !== 'not-found' : matching.has(v.id),
    })),
    note,
  };
}

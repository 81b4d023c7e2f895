import type { DocumentHead } from '../../core/model/index.ts';
import { comparePreference } from '../../core/versions/prefer-version.ts';
import type { TurnCount } from '../../store/port.ts';

/** What another hand added to its own text is of that text alone; talk is of the event, whichever text prints it. */
const OWN_WORDS: ReadonlySet<string> = new Set(['editor', 'reader', 'site']);

/**
 * Versions whose talk does not count beside that of a better text of the same event (law T3): a mirror and its page are
 * one hit. Only versions with a hit stand in the choice, so that words which the better text lacks are still found.
 */
export function foldVersions(counts: readonly TurnCount[], heads: ReadonlyMap<string, DocumentHead>): string[] {
  const talk = new Set<string>();
  for (const { document, voice } of counts) if (!OWN_WORDS.has(voice)) talk.add(document);
  const byEvent = new Map<string, string[]>();
  for (const document of talk) {
    const event = heads.get(document)?.event;
    if (!event) continue;
    const known = byEvent.get(event);
    if (known) known.push(document);
    else byEvent.set(event, [document]);
  }
  const folded: string[] = [];
  for (const versions of byEvent.values()) {
    if (versions.length < 2) continue;
    const [, ...others] = versions.map((id) => heads.get(id)!).sort(comparePreference);
    folded.push(...others.map((h) => h.id));
  }
  return folded.sort();
}

/** The counts that are left when the talk of folded versions is not counted. */
export function withoutFolded(counts: readonly TurnCount[], folded: readonly string[]): TurnCount[] {
  if (folded.length === 0) return [...counts];
  const out = new Set(folded);
  return counts.filter((c) => !out.has(c.document) || OWN_WORDS.has(c.voice));
}

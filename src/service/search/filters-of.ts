import type { DocumentHead, Rules, TurnKind, Voice } from '../../core/model/index.ts';
import type { Store, TurnFilter } from '../../store/port.ts';
import { topicNamed } from '../find/named.ts';
import { resolveId } from '../find/resolve-id.ts';
import { speakersNamed } from '../find/speaker-names.ts';
import type { NamedFilters } from './explain-empty.ts';

interface Wanted {
  readonly speaker?: string;
  readonly voice?: readonly Voice[];
  readonly kind?: readonly TurnKind[];
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
  readonly lang?: string;
  readonly outlet?: string;
  readonly document?: string;
}
/** A name that nobody has: a filter that nothing can meet. */
const NOBODY = ['-'];

/** What was asked for, as the store understands it, each filter by its name so that it can be left out again. */
export async function filtersOf(
  input: Wanted,
  { store, rules, heads }: { store: Store; rules: Rules; heads: readonly DocumentHead[] },
): Promise<{ filters: NamedFilters; unknownSpeaker: boolean }> {
  const filters = new Map<string, Partial<TurnFilter>>();
  let unknownSpeaker = false;
  if (input.speaker) {
    const names = await speakersNamed(store, rules, input.speaker);
    unknownSpeaker = names.persons.length + names.speakers.length === 0;
    filters.set('speaker', unknownSpeaker ? { persons: NOBODY } : names);
  }
  if (input.voice?.length) filters.set('voice', { voices: input.voice });
  if (input.kind?.length) filters.set('kind', { kinds: input.kind });
  if (input.topic) filters.set('topic', { topic: topicId(input.topic, rules) });
  if (input.from || input.to) filters.set('days', { from: input.from, to: input.to });
  if (input.lang) filters.set('lang', { languages: [input.lang] });
  if (input.outlet) {
    const outlets = outletsLike(input.outlet, heads);
    filters.set('outlet', { outlets: outlets.length > 0 ? outlets : NOBODY });
  }
  if (input.document) filters.set('document', { documents: [await resolveId(store, input.document)] });
  return { filters, unknownSpeaker };
}

/** A topic by id, name or alias; an unknown word stays, and meets nothing. */
function topicId(wanted: string, rules: Rules): string {
  return topicNamed(wanted, rules)?.id ?? wanted;
}

/** The outlet of just this name, else all whose name holds the words. */
function outletsLike(wanted: string, heads: readonly DocumentHead[]): string[] {
  const lower = wanted.toLowerCase();
  const all = [...new Set(heads.flatMap((h) => (h.outlet ? [h.outlet] : [])))];
  const same = all.filter((o) => o.toLowerCase() === lower);
  return same.length > 0 ? same : all.filter((o) => o.toLowerCase().includes(lower));
}

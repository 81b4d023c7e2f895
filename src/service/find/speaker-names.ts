import type { Participant, Rules } from '../../core/model/index.ts';
import { isCaseForm } from '../../core/text/case-forms.ts';
import type { Store } from '../../store/port.ts';
import { remember } from '../remember.ts';

/** What a name given by a user may stand for in the record: person ids, and names as printed in documents. */
export interface SpeakerNames {
  readonly persons: readonly string[];
  readonly speakers: readonly string[];
}

/** Everyone in the record and its vocabulary whom a name may mean, looked up once until the record is written to again. */
export const speakersNamed = (store: Store, rules: Rules, name: string): Promise<SpeakerNames> =>
  remember(store, `speakers named ${name}`, async () => speakerNames(name, rules, await store.participants()));

const fold = (s: string) =>
  s
    .normalize('NFKD')
    // й is a letter of its own
    .replace(/и\u0306/giu, 'й')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

type Named = Pick<Participant, 'name' | 'person' | 'labels'>;
/** Is a word asked for the word of a name? */
type Same = (word: string, held: string) => boolean;

/**
 * Everyone a name may mean, by any alias in any script: the people of data/, and the participants of this record whose
 * printed name or label holds all its words. A name that fits nobody is tried as a case form ("Орловой" of "Орлова"); one that
 * fits nobody even so gives two empty lists.
 */
export function speakerNames(name: string, rules: Rules, participants: readonly Named[]): SpeakerNames {
  const found = bearers(name, rules, participants, isEqual);
  return found.persons.length + found.speakers.length > 0 ? found : bearers(name, rules, participants, isCaseForm);
}

function bearers(name: string, rules: Rules, participants: readonly Named[], isSame: Same): SpeakerNames {
  const wanted = fold(name);
  if (wanted.length === 0) return { persons: [], speakers: [] };
  const people = rules.people.filter((p) => p.id === name || namesOf(p).some((n) => holdsAll(n, wanted, isSame)));
  const persons = new Set(people.map((p) => p.id));
  // A name in one script finds the documents of another: by all names of the people it may mean.
  const sought = [wanted, ...people.flatMap((p) => namesOf(p).map(fold))].filter((words) => words.length > 0);
  const speakers = new Set<string>();
  // labels recur from text to text
  const known = new Map<string, boolean>();
  const isSought = (printed: string): boolean => {
    const is =
      known.get(printed) ?? sought.some((words) => holdsAll(printed, words, words === wanted ? isSame : isEqual));
    known.set(printed, is);
    return is;
  };
  for (const p of participants) {
    const isMeant =
      p.person !== null && (persons.has(p.person) || p.person === name)
        ? true
        : // Whoever is resolved to somebody of the vocabulary is nobody else of it.
          (p.person === null || p.person.startsWith('ver:') || people.length === 0) &&
          [p.name, ...p.labels].some((n) => n !== null && isSought(n));
    if (!isMeant) continue;
    if (p.person) persons.add(p.person);
    else if (p.name) speakers.add(p.name);
  }
  return { persons: [...persons].sort(), speakers: [...speakers].sort() };
}

const namesOf = (p: Rules['people'][number]) => [p.name, ...Object.values(p.names), ...p.aliases];

const isEqual: Same = (word, held) => word === held;

function holdsAll(name: string, words: readonly string[], isSame: Same): boolean {
  const held = fold(name);
  return words.every((w) => held.some((h) => isSame(w, h)));
}

import type { Rules } from '../../model/index.ts';

/** The `names:` cues of all languages together: names mix scripts, and the words of one language mean nothing in another. */
export interface NameCues {
  readonly placeIn: ReadonlySet<string>;
  readonly placeTo: ReadonlySet<string>;
  readonly placeMotion: ReadonlySet<string>;
  readonly placeAfter: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  readonly personTitles: ReadonlySet<string>;
  readonly titleChangers: ReadonlySet<string>;
  readonly patronymicEndings: ReadonlySet<string>;
  readonly organisationHeads: ReadonlySet<string>;
  readonly instrumentHeads: ReadonlySet<string>;
  readonly eventHeads: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly commonSurnames: ReadonlySet<string>;
}
const cache = new WeakMap<Rules, NameCues>();

export function nameCuesOf(rules: Rules): NameCues {
  const known = cache.get(rules);
  if (known) return known;
  const set = (name: string) => new Set(Object.values(rules.cues).flatMap((c) => c.names?.[name] ?? []));
  const made: NameCues = {
    placeIn: set('place-in'),
    placeTo: set('place-to'),
    placeMotion: set('place-motion'),
    placeAfter: set('place-after'),
    givenNames: set('given-names'),
    personTitles: set('person-titles'),
    titleChangers: set('title-changers'),
    patronymicEndings: set('patronymic-endings'),
    organisationHeads: set('organisation-heads'),
    instrumentHeads: set('instrument-heads'),
    eventHeads: set('event-heads'),
    particles: set('particles'),
    nameParticles: set('name-particles'),
    notNames: set('not-names'),
    commonSurnames: set('common-surnames'),
  };
  cache.set(rules, made);
  return made;
}

/** Is this folded word a title or office? A cue with `*` takes endings. */
export function isTitle(word: string, cues: NameCues): boolean {
  if (cues.personTitles.has(word)) return true;
  for (let cut = 0; cut <= 3 && word.length - cut >= 4; cut++)
    if (cues.personTitles.has(`${word.slice(0, word.length - cut)}*`)) return true;
  return false;
}

import type { Scene } from '../proposal.ts';
import { foldLabel } from '../voice-words.ts';
import type { LabelPlace } from './collect-labels.ts';

/** A key as the whole document shows it. */
interface Candidate {
  readonly key: string;
  readonly places: LabelPlace[];
  score: number;
}

// Points: a word of the lists or a titled name in capitals stands alone; a plain name wants repetition or company.
const ENOUGH = 4;
const ENOUGH_IN_COMPANY = 2;

/**
 * Which label-like places are labels: asked of the document as a whole, so that a name seen once in a transcript of many
 * labels is a speaker, and the same form in an article is not.
 */
export function learnLabels(scene: Scene, places: readonly LabelPlace[]): LabelPlace[] {
  const asked = places.some((p) => p.role === 'question' && p.place !== 'inline');
  const groups = new Map<string, Candidate>();
  for (const place of places) {
    // `A. Whether …` heads a list where nobody asks.
    if (place.role === 'answer' && place.key.length === 1 && !asked) continue;
    const id = `${place.sign}|${place.key}`;
    const group = groups.get(id);
    if (group) group.places.push(place);
    else groups.set(id, { key: place.key, places: [place], score: 0 });
  }
  const title = foldLabel(scene.facts.title ?? '');
  const answers = keysAfterQuestions(places);
  for (const group of groups.values()) group.score = scoreLabel(group, title) + (answers.has(group.key) ? 2 : 0);
  const sure = [...groups.values()].filter((g) => g.score >= ENOUGH);
  const flat = isFlat(sure);
  const turns = sure.reduce((n, g) => n + g.places.length, 0);
  const house = turns >= 4 ? new Set(sure.flatMap((g) => g.places.flatMap(formsBy))) : new Set<string>();
  const accepted: LabelPlace[] = [];
  for (const group of groups.values())
    for (const place of group.places) {
      const inline = place.place === 'inline';
      const isSure = group.score >= ENOUGH && (!inline || flat || group.places.some((p) => p.place !== 'inline'));
      const company = house.has(formOf(place)) && !inline && group.score >= ENOUGH_IN_COMPANY;
      if (isSure || company) accepted.push(place);
    }
  return accepted.sort((a, b) => a.start - b.start);
}

/** A text that lost its line breaks: most of its sure labels stand inside paragraphs. */
function isFlat(sure: readonly Candidate[]): boolean {
  const places = sure.flatMap((g) => g.places);
  return places.filter((p) => p.place === 'inline').length > places.length / 2;
}

/** Labels of one hand look alike: the same sign, capitals or not. */
const formOf = (place: LabelPlace) => `${place.sign}|${place.capitals ? 'C' : 'c'}`;

/** The forms a sure label vouches for: beside `Question:` or `Q:` names may stand in either. */
const formsBy = (place: LabelPlace) => (place.role ? [`${place.sign}|C`, `${place.sign}|c`] : [formOf(place)]);

/** Keys that stand straight after a question's label: they answer. */
function keysAfterQuestions(places: readonly LabelPlace[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const opening = places.filter((p) => p.place !== 'inline');
  opening.forEach((p, i) => {
    if (!p.role && opening[i - 1]?.role === 'question' && opening[i - 1]!.sign === p.sign) keys.add(p.key);
  });
  return keys;
}

function scoreLabel(group: Candidate, title: string): number {
  const first = group.places[0]!;
  const opening = group.places.filter((p) => p.place !== 'inline').length;
  let score = opening > 0 ? 1 : 0;
  if (first.role) score += 3;
  if (first.titled) score += 2;
  if (first.capitals && first.sign !== 'line' && first.sign !== 'dash') score += 2;
  if (group.places.length >= 2) score += 2;
  if (group.places.length >= 4) score += 1;
  if (first.size >= 2 && first.size <= 4) score += 1;
  const surname = group.key.split(' ').at(-1)!;
  if (surname.length > 2 && title.includes(surname)) score += 1;
  // Without a sign, or with one that has many other uses, the form alone says little.
  if (first.sign === 'line') score -= first.strong ? 2 : 3;
  if (first.sign === 'dash') score -= first.role ? 0 : 3;
  if (first.sign === 'stop' && !first.titled && !first.role) score -= 1;
  return score;
}

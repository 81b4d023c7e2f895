import type { Scene } from '../proposal.ts';
import { isOpen } from '../proposal.ts';
import { foldLabel } from '../voice-words.ts';
import type { LabelPlace } from './collect-labels.ts';
import { joinShortNames } from './join-short-names.ts';

/** A key with one sign, as the whole document shows it. */
interface Candidate {
  readonly key: string;
  readonly places: readonly LabelPlace[];
  readonly score: number;
}

// Points: a word of the lists, or a titled name in capitals, stands alone; a plain name wants repetition or company.
const ENOUGH = 4;
const ENOUGH_IN_COMPANY = 2;

/**
 * Which label-like places are labels: asked of the document as a whole, so that a name seen once in a transcript of many
 * labels is a speaker, and the same form in an article is not.
 */
export function learnLabels(scene: Scene, found: readonly LabelPlace[]): LabelPlace[] {
  const asked = found.some((p) => p.role === 'question' && p.place !== 'inline');
  // `A. Whether …` heads a list where nobody asks.
  const places = joinShortNames(
    found.filter((p) => (asked || p.role !== 'answer' || p.key.length > 1) && !isListOfFacts(p, found, scene)),
  ).filter((p) => !isHeadline(p, found, scene));
  const flat = isFlat(places);
  const opens = (p: LabelPlace) => flat || p.place !== 'inline';
  const likely = findTranscriptSigns(scene, places.filter(opens));
  const candidates = doubtLoners(weighCandidates(scene, places, opens, likely));
  const sure = candidates.filter((c) => c.score >= ENOUGH);
  const house = findHouseForms(sure);
  const accepted: LabelPlace[] = [];
  for (const { places, score } of candidates) {
    const opening = places.some(opens);
    for (const place of places) {
      const company = house.has(formOf(place)) || likely.has(place.sign);
      const ok = opens(place)
        ? score >= ENOUGH || (company && score >= ENOUGH_IN_COMPANY)
        : (score >= ENOUGH && opening) || (score >= ENOUGH - 1 && house.has(formOf(place)) && isUnmistakable(place));
      if (ok) accepted.push(place);
    }
  }
  return withoutBylines(
    accepted.sort((a, b) => a.start - b.start),
    scene,
  );
}

/** A name on a line of its own straight over the first label is a byline: nobody's words stand under it. */
function withoutBylines(places: readonly LabelPlace[], { text }: Scene): LabelPlace[] {
  const first = places.findIndex(
    (p, i) => p.sign !== 'line' || /\S/.test(text.slice(p.bodyStart, places[i + 1]?.start)),
  );
  return places.slice(Math.max(0, first));
}

/**
 * `Ilse Marenko: “We will wait”`, `Ilse Marenko: nobody waits for ever` as the first line of all, without the end of a
 * sentence: the headline quotes her. Without quotation marks only a whole name that comes back as no label.
 */
function isHeadline(place: LabelPlace, found: readonly LabelPlace[], { text, blocks }: Scene): boolean {
  if (place.block !== 0 || place.sign !== 'colon' || blocks.length < 3) return false;
  const body = text.slice(place.bodyStart, blocks[0]!.end).trim();
  if (body === '' || body.includes('\n')) return false;
  if (/^["“«„].*[^.!?…]["”»“]$/su.test(body)) return true;
  const isOnce = found.filter((p) => p.key === place.key).length === 1;
  return isOnce && place.size >= 2 && place.role === null && !place.capitals && /[\p{L}\p{N})”»"]$/u.test(body);
}

/** `Speakers: Arden (Trade), Orn (Finance)`, `Speaker: Ilse Marenko`: an office or role once, and no sentence behind it. */
function isListOfFacts(place: LabelPlace, found: readonly LabelPlace[], { text, blocks }: Scene): boolean {
  if (place.place !== 'block' || !(place.role === 'group' || place.office)) return false;
  if (found.filter((p) => p.key === place.key).length > 1) return false;
  const own = text.slice(place.bodyStart, blocks[place.block]!.end);
  const body = /\S/.test(own) ? own : text.slice(place.bodyStart, blocks[place.block + 1]?.end ?? place.bodyStart);
  // `Ms.` and `Dr.` end no sentence
  return !/\p{Ll}{3}[.!?…]["”’»)\]]*\s/u.test(body) && !/[.!?…]["”’»)\]]*$/.test(body.trim());
}

/** A text that lost its line breaks: most labels of the surest forms stand inside paragraphs. */
function isFlat(places: readonly LabelPlace[]): boolean {
  const sure = places.filter((p) => p.sign === 'colon' && (p.role || p.titled || p.capitals));
  return sure.filter((p) => p.place === 'inline').length > sure.length / 2;
}

/** In the middle of a paragraph only capitals with a title, two words or a word of the lists are a label: not `NATO:`. */
const isUnmistakable = (place: LabelPlace) =>
  place.sign === 'colon' && place.capitals && (place.titled || place.size >= 2 || place.role !== null);

/** Labels of one hand look alike: the same sign, capitals or not. */
const formOf = (place: LabelPlace) => `${place.sign}|${place.capitals ? 'C' : 'c'}`;

/** The forms a sure label vouches for: beside `Question:` or `Q:` names may stand in either. */
const formsBy = (place: LabelPlace) => (place.role ? [`${place.sign}|C`, `${place.sign}|c`] : [formOf(place)]);

/** In a text whose labels all have one sign, a single phrase with another sign heads a list or a quotation. */
function doubtLoners(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const { score, places } of candidates)
    if (score >= ENOUGH) counts.set(places[0]!.sign, (counts.get(places[0]!.sign) ?? 0) + places.length);
  const most = Math.max(0, ...counts.values());
  return candidates.map((c) => {
    const { sign, role } = c.places[0]!;
    const alone = c.places.length === 1 && (counts.get(sign) ?? 0) <= 1;
    return alone && !role && most >= 4 ? { ...c, score: c.score - 2 } : c;
  });
}

/** Forms that three sure labels of the document have; two are enough for capitals, which nothing else opens with. */
function findHouseForms(sure: readonly Candidate[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const form of sure.flatMap((c) => c.places.flatMap(formsBy))) counts.set(form, (counts.get(form) ?? 0) + 1);
  return new Set([...counts].filter(([form, n]) => n >= (form.endsWith('C') ? 2 : 3)).map(([form]) => form));
}

/**
 * Signs that this document uses as a transcript does: they open two blocks in five, and the same few names come back, each
 * after another. A list of facts (`Name: … Born: … Office: …`) repeats none.
 */
function findTranscriptSigns(scene: Scene, places: readonly LabelPlace[]): ReadonlySet<LabelPlace['sign']> {
  const blocks = scene.blocks.filter((b) => isOpen(b) && b.kind !== 'heading').length;
  const signs = new Set<LabelPlace['sign']>();
  for (const sign of ['colon', 'stop', 'dash', 'line'] as const) {
    const mine = places.filter((p) => p.sign === sign);
    const returning = new Set<string>();
    const last = new Map<string, number>();
    mine.forEach((p, i) => {
      const before = last.get(p.key);
      if (before !== undefined && i - before > 1) returning.add(p.key);
      last.set(p.key, i);
    });
    const bare = sign === 'line' || sign === 'dash';
    const share = sign === 'line' ? 0.25 : 0.4;
    const returns = mine.filter((p) => returning.has(p.key)).length;
    // `Q - …` beside names: who asks in this sign vouches for it
    if (sign === 'dash' && returning.size > 0 && mine.some((p) => p.role === 'question')) returning.add('');
    if (mine.length < 4 || mine.length < share * blocks) continue;
    if (returning.size >= 2 || (!bare && returning.size === 1 && returns * 3 >= mine.length)) signs.add(sign);
  }
  return signs;
}

function weighCandidates(
  scene: Scene,
  places: readonly LabelPlace[],
  opens: (p: LabelPlace) => boolean,
  likely: ReadonlySet<LabelPlace['sign']>,
): Candidate[] {
  const groups = new Map<string, LabelPlace[]>();
  for (const place of places) {
    const id = `${place.sign}|${place.key}`;
    const group = groups.get(id);
    if (group) group.push(place);
    else groups.set(id, [place]);
  }
  const title = foldLabel(scene.facts.title ?? '');
  const roles = new Set(places.filter(opens).map((p) => p.role));
  const answers = keysAfterQuestions(places.filter(opens));
  const asking = keysThatAsk(scene, places.filter(opens));
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    const surname = first.key.split(' ').at(-1)!;
    let score = group.some(opens) ? 1 : 0;
    if (first.role) score += 3;
    if (first.titled) score += 2;
    if (first.office) score += 1;
    if (first.capitals && !first.role && first.sign !== 'line' && first.sign !== 'dash') score += 2;
    if (group.length >= 2) score += 2;
    if (group.length >= 4) score += 1;
    if (!first.role && first.size >= 2 && first.size <= 4) score += 1;
    if (surname.length > 2 && title.includes(surname)) score += 1;
    if (answers.has(first.key)) score += 2;
    if (asking.has(first.key)) score += 2;
    if (first.strong) score += 1;
    // a newspaper's name alone may head a line of prose: it wants company, or whom it sent
    if (first.press) score += first.press === 'self' && !first.key.includes(',') ? 1 : 2;
    // Without a sign, or with one that has many other uses, the form alone says little.
    if (!likely.has(first.sign)) {
      if (first.sign === 'line') score -= first.strong ? 2 : 3;
      if (first.sign === 'dash') score -= first.role ? 0 : 3;
    }
    if (first.sign === 'stop' && !first.titled && !first.role && !likely.has('stop')) score -= 3;
    // "as I said from the White House: that we will …"
    if (
      group.length === 1 &&
      !first.role &&
      !first.capitals &&
      /^\p{Ll}/u.test(scene.text.slice(first.bodyStart, first.bodyStart + 2))
    )
      score -= 2;
    // "Answer: because …" is a figure of speech where nobody else asks or answers.
    if (group.length === 1 && first.key.length > 1 && first.role === 'answer' && !roles.has('question')) score -= 3;
    if (
      group.length === 1 &&
      first.key.length > 1 &&
      first.role === 'question' &&
      !roles.has('answer') &&
      !answers.size
    )
      score -= 3;
    return { key: first.key, places: group, score };
  });
}

/** `Reuters: … any comment?` before the label that comes back: somebody asks whom the text names once. */
function keysThatAsk(scene: Scene, opening: readonly LabelPlace[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const p of opening) counts.set(p.key, (counts.get(p.key) ?? 0) + 1);
  const keys = new Set<string>();
  opening.forEach((p, i) => {
    const next = opening[i + 1];
    if (p.role || !next || next.sign !== p.sign || next.key === p.key || counts.get(next.key)! < 2) return;
    if (/[?？]["”’»)\]]?$/.test(scene.text.slice(Math.max(p.bodyStart, next.start - 200), next.start).trimEnd()))
      keys.add(p.key);
  });
  return keys;
}

/** Keys that stand straight after a question's label: they answer. */
function keysAfterQuestions(opening: readonly LabelPlace[]): ReadonlySet<string> {
  const keys = new Set<string>();
  opening.forEach((p, i) => {
    const before = opening[i - 1];
    if (!p.role && before?.role === 'question' && before.sign === p.sign) keys.add(p.key);
  });
  return keys;
}

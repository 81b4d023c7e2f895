import type { Turn } from '../../model/index.ts';
import type { NameDraft } from '../detectors/detect-names.ts';
import { slug, tidy } from '../detectors/detect-unknown-names.ts';
import { foldName, isCapitalised, isCyrillic, type Token } from '../names/tokens.ts';

interface KnownPerson {
  readonly name: string;
  readonly entity: string;
}

/**
 * People by surname, from the full names a document gives and from its speakers. Two people of one surname leave it
 * without an owner: a surname alone is then nobody's.
 */
export function peopleBySurname(drafts: readonly NameDraft[], turns: readonly Turn[]): Map<string, KnownPerson | null> {
  const bySurname = new Map<string, KnownPerson | null>();
  const add = (name: string, entity: string) => {
    const words = tidy(name).split(' ');
    const surname = foldName(words.at(-1)!);
    if (words.length < 2 || surname.length < 3 || !isCapitalised(words.at(-1)!)) return;
    const known = bySurname.get(surname);
    if (known === undefined) bySurname.set(surname, { name, entity });
    else if (known && known.entity !== entity && !samePerson(known.name, name)) bySurname.set(surname, null);
  };
  for (const turn of turns) {
    if (turn.speaker && turn.voice !== 'site') add(turn.speaker, turn.person ?? `name:${slug(turn.speaker)}`);
  }
  for (const d of drafts) if (d.kind === 'person' && d.name) add(d.name, d.entity ?? `name:${slug(d.name)}`);
  return bySurname;
}
/** "V. Marenko" and "Viktor Marenko" may be one man; "Viktor" and "Ilse" are not. */
function samePerson(a: string, b: string): boolean {
  const [x, y] = [foldName(a).split(/[\s.]+/), foldName(b).split(/[\s.]+/)];
  return x[0]![0] === y[0]![0] && (x[0]!.length === 1 || y[0]!.length === 1 || x[0] === y[0]);
}

/** Give people found by name or title alone the entity of the full name with that surname. */
export function linkPeople(
  drafts: readonly NameDraft[],
  bySurname: ReadonlyMap<string, KnownPerson | null>,
): NameDraft[] {
  return drafts.map((d) => {
    if (d.kind !== 'person' || !d.name) return d;
    const words = d.name.split(' ');
    const known = lookUpSurname(foldName(words.at(-1)!), bySurname);
    if (!known || (words.length > 1 && !samePerson(known.name, d.name) && !isCyrillic(words[0]!))) return d;
    if (
      words.length > 1 &&
      isCyrillic(words[0]!) &&
      foldName(words[0]!).slice(0, 3) !== foldName(known.name).slice(0, 3)
    )
      return d;
    return { ...d, name: known.name, entity: known.entity };
  });
}

/** Surnames alone, wherever they stand, of people whose full name the document gives. */
export function detectSurnames(
  tokens: readonly Token[],
  bySurname: ReadonlyMap<string, KnownPerson | null>,
): NameDraft[] {
  const drafts: NameDraft[] = [];
  for (const t of tokens) {
    if (!isCapitalised(t.text)) continue;
    const known = lookUpSurname(t.folded, bySurname);
    if (known)
      drafts.push({
        kind: 'person',
        start: t.start,
        end: t.end,
        value: null,
        name: known.name,
        entity: known.entity,
        rule: 'person-by-surname',
      });
  }
  return drafts;
}

/** Russian surnames are inflected: up to three letters may follow, or replace the last. */
function lookUpSurname(folded: string, bySurname: ReadonlyMap<string, KnownPerson | null>): KnownPerson | null {
  const exact = bySurname.get(folded);
  if (exact !== undefined || !isCyrillic(folded)) return exact ?? null;
  for (let cut = 1; cut <= 3 && folded.length - cut >= 4; cut++) {
    const stem = folded.slice(0, -cut);
    const known =
      bySurname.get(stem) ?? bySurname.get(`${stem}й`) ?? bySurname.get(`${stem}ий`) ?? bySurname.get(`${stem}а`);
    if (known) return known;
  }
  return null;
}

import type { Clue } from '../../model/index.ts';
import { elementsOf, findAll, findFirst, textOf, type XmlNode } from './parse-xml.ts';

const clue = (field: string, value: string | null | undefined, rule: string): Clue[] =>
  value?.trim() ? [{ field, value: value.trim(), rule }] : [];

/** The day of an attribute such as 2019-08-23+02:00. */
/** A day as it stands; `0001-01-01` and its like stand where a converter had none. */
const dayOf = (value: string | undefined | null): string | null =>
  /^(?!0{3})\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(value ?? '')?.[0] ?? null;

/** What a TEI header says: the day of the sitting (setting, source) apart from the day the file was published. */
export function teiClues(root: XmlNode): Clue[] {
  const header = findFirst(root, 'teiHeader');
  if (!header) return [];
  const part = (name: string) => findFirst(header, name);
  const dates = (name: string) => (part(name) ? findAll(part(name)!, 'date') : []);
  const when = (d: XmlNode) =>
    dayOf(d.attrs.get('when') ?? (d.attrs.get('to') === d.attrs.get('from') ? d.attrs.get('from') : null));
  const titles = part('titleStmt') ? elementsOf(part('titleStmt')!).filter((e) => e.name === 'title') : [];
  const main = titles.filter((t) => (t.attrs.get('type') ?? 'main') === 'main');
  const language = part('langUsage') ? findAll(part('langUsage')!, 'language')[0]?.attrs.get('ident') : null;
  return [
    ...main.slice(0, 1).flatMap((t) => clue('title', textOf(t), 'tei-title')),
    ...dates('settingDesc')
      .slice(0, 1)
      .flatMap((d) => clue('date', when(d), 'tei-setting')),
    ...dates('sourceDesc')
      .slice(0, 1)
      .flatMap((d) => clue('date', when(d), 'tei-source')),
    ...dates('publicationStmt')
      .slice(0, 1)
      .flatMap((d) => clue('published', when(d), 'tei-publication')),
    ...clue(
      'language',
      tagOf(findFirst(root, 'text')?.attrs.get('xml:lang') ?? rootOf(root)?.attrs.get('xml:lang') ?? language),
      'tei-lang',
    ),
    ...clue(
      'publisher',
      part('publicationStmt') && firstText(part('publicationStmt')!, 'publisher', 'authority'),
      'tei-publisher',
    ),
    ...(part('licence') ? clue('rights', textOf(part('licence')!), 'tei-licence') : []),
  ];
}

/** What Akoma Ntoso's FRBR metadata says: the work's date is the day of the sitting or adoption, `publication` the day of print. */
export function aknClues(root: XmlNode): Clue[] {
  const meta = findFirst(root, 'meta');
  if (!meta) return [];
  const dateIn = (level: string) => {
    const frbr = findFirst(meta, level);
    return frbr ? dayOf(findFirst(frbr, 'FRBRdate')?.attrs.get('date')) : null;
  };
  const title = findAll(meta, 'keyword').find((k) => k.attrs.get('refersTo') === 'title') ?? null;
  const publication = findFirst(meta, 'publication');
  const language = findFirst(meta, 'FRBRlanguage')?.attrs.get('language');
  const names = new Map(
    findAll(meta, 'TLCOrganization').map((o) => [o.attrs.get('eId') ?? o.attrs.get('id'), o.attrs.get('showAs')]),
  );
  const author = findFirst(meta, 'FRBRauthor')?.attrs.get('href')?.replace(/^#/, '');
  return [
    ...clue('title', printedTitle(root), 'akn-doc-title'),
    ...clue('title', title?.attrs.get('showAs') ?? title?.attrs.get('value'), 'akn-title'),
    ...clue('date', dateIn('FRBRWork'), 'akn-work-date'),
    ...clue('published', dayOf(publication?.attrs.get('date')), 'akn-publication'),
    ...clue('language', tagOf(language), 'akn-language'),
    ...clue('publisher', names.get(author), 'akn-author'),
    ...clue('number', numberOf(root), 'akn-number'),
  ];
}

/** ISO 639-2 and -3 codes of the languages we know, as BCP 47 has them (IANA subtag registry). */
const SHORT: Record<string, string> = {
  eng: 'en',
  rus: 'ru',
  deu: 'de',
  ger: 'de',
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  ukr: 'uk',
  ita: 'it',
  por: 'pt',
  pol: 'pl',
  ces: 'cs',
  slv: 'sl',
  ara: 'ar',
  zho: 'zh',
  chi: 'zh',
};
const tagOf = (code: string | null | undefined) => (code ? (SHORT[code.toLowerCase()] ?? code) : null);

const printedTitle = (root: XmlNode): string | null => {
  const titles = findAll(root, 'docTitle').map(textOf).filter(Boolean);
  return titles.length ? titles.join(' ') : null;
};

/** The document number as printed on the cover. */
const numberOf = (root: XmlNode): string | null => {
  const cover = findFirst(root, 'coverPage') ?? findFirst(root, 'preface');
  const number = cover && findFirst(cover, 'docNumber');
  return number ? textOf(number) : null;
};
const rootOf = (document: XmlNode): XmlNode | null => elementsOf(document)[0] ?? null;
const firstText = (node: XmlNode, ...names: string[]): string | null => {
  for (const name of names) {
    const hit = findFirst(node, name);
    if (hit) return textOf(hit);
  }
  return null;
};

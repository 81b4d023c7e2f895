import type { CiteFacts } from './collect-facts.ts';
import { datePartsOf } from './date-words.ts';
import { dateOf } from './styles.ts';
import { bracketed, notesOf, placeOf } from './to-csl.ts';

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (s: string) => s.replace(/[\\{}$&#^_~%]/g, (c) => TEX[c] ?? `\\${c}`);
const iso = (edtf: string) => edtf.replace(/[?~%]/g, '');

/** BibTeX `@misc`, readable by BibTeX and biblatex; names and title in double braces so that no style re-cuts them. */
export function bibtex(facts: CiteFacts): string {
  const date = facts.date ? datePartsOf(facts.date.value) : null;
  const [year, month] = date?.parts ?? [];
  const form = [facts.interviewer ? `Interview by ${bracketed(facts.interviewer)}` : facts.kind, facts.translation];
  const rows: [string, string | null][] = [
    ['author', facts.speakers.length > 0 ? facts.speakers.map((s) => `{${tex(s)}}`).join(' and ') : null],
    ['title', facts.title ? `{${tex(bracketed(facts.title))}}` : '{[no title]}'],
    ['year', year === undefined ? '[n.d.]' : String(year)],
    ['month', month === undefined ? null : String(month)],
    ['date', facts.date && date ? iso(facts.date.value) : null],
    ['howpublished', tex(form.filter(Boolean).join('; ')) || null],
    ['organization', facts.publisher ? `{${tex(bracketed(facts.publisher))}}` : null],
    ['number', facts.number ? tex(bracketed(facts.number)) : null],
    ['language', facts.language],
    ['url', facts.url],
    ['urldate', facts.accessed],
    ['note', tex([...notesOf(facts), ...(facts.archive ? [`archived at ${facts.archive}`] : [])].join('; '))],
  ];
  const lines = rows.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${facts.pinned.replace(/[^A-Za-z0-9]+/g, '-')},\n${lines.join(',\n')}\n}`;
}

/** RIS, one field a line, ended by CR LF as the format demands. */
export function ris(facts: CiteFacts): string {
  const slashes = (edtf: string | null) => {
    const parts = edtf ? datePartsOf(edtf)?.parts : undefined;
    return parts
      ? [0, 1, 2].map((i) => (parts[i] === undefined ? '' : String(parts[i]).padStart(2, '0'))).join('/')
      : null;
  };
  const form = facts.interviewer ? `Interview by ${bracketed(facts.interviewer)}` : facts.kind;
  const rows: [string, string | null | undefined][] = [
    ['TY', 'ELEC'],
    ...facts.speakers.map((s): [string, string] => ['AU', s]),
    ['TI', facts.title ? bracketed(facts.title) : '[no title]'],
    ['T2', facts.outlet && bracketed(facts.outlet)],
    ['PY', slashes(facts.date?.value ?? null)?.slice(0, 4)],
    ['DA', slashes(facts.date?.value ?? null)],
    ['PB', facts.publisher && bracketed(facts.publisher)],
    ['M1', facts.number && bracketed(facts.number)],
    ['M3', [form, facts.translation].filter(Boolean).join('; ')],
    ['LA', facts.language],
    ['UR', facts.url],
    ['Y2', slashes(facts.accessed)],
    ['AV', facts.archive],
    ...notesOf(facts).map((n): [string, string] => ['N1', n]),
    ['ER', ''],
  ];
  return rows
    .filter(([tag, value]) => value || tag === 'ER')
    .map(([tag, value]) => `${tag}  - ${value}`)
    .join('\r\n');
}

/** Characters that end or open something in wiki text, as character references. */
const wikiText = (s: string) => s.replace(/[|{}[\]<>]/g, (c) => `&#${c.codePointAt(0)};`);

/** A citation template of the English Wikipedia: cite interview, speech or web, with the archive copy and the words. */
export function wiki(facts: CiteFacts): string {
  const template = facts.interviewer ? 'cite interview' : facts.kind === 'speech' ? 'cite speech' : 'cite web';
  const archived = /\/web\/(\d{4})(\d\d)(\d\d)/.exec(facts.archive ?? '');
  const rows: [string, string | null][] = [
    [facts.interviewer ? 'subject' : 'author', facts.speakers.join(', ') || null],
    ['interviewer', facts.interviewer && bracketed(facts.interviewer)],
    ['title', facts.title ? bracketed(facts.title) : '[no title]'],
    ['date', facts.date ? dateOf(facts, iso) : 'n.d.'],
    ['type', facts.translation],
    ['publisher', facts.publisher && bracketed(facts.publisher)],
    ['via', facts.mirror],
    ['language', facts.language],
    ['id', `Onrecord ${placeOf(facts)}`],
    ['access-date', facts.accessed],
    ['quote', facts.quote],
  ];
  const addresses: [string, string | null][] = [
    ['url', facts.url],
    ['archive-url', facts.archive],
    ['archive-date', archived ? archived.slice(1).join('-') : null],
  ];
  const fields = [...rows.map(([n, v]) => [n, v && wikiText(v)] as const), ...addresses].filter(([, value]) => value);
  return `{{${template} ${fields.map(([name, value]) => `|${name}=${value}`).join(' ')}}}`;
}

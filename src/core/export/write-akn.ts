import type { VersionRecord } from '../model/index.ts';
import { layOut, plainDate, type Stretch, xmlId } from './lay-out.ts';
import { element as el, escapeXml as esc } from './xml.ts';

const NS = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** A version as an Akoma Ntoso debate: speech, question and answer with @by and `from`; zones as `other` with their class. */
export function writeAkn(record: VersionRecord): string {
  const { document: d } = record;
  const { stretches, people } = layOut(record);
  const body = stretches.map(writeStretch).join('\n');
  const section = el('debateBody', {}, el('debateSection', { name: 'debate', eId: 'debate' }, body));
  return `${el('akomaNtoso', { xmlns: NS }, el('debate', { name: d.kind ?? 'debate' }, `${writeMeta(record, people)}\n${section}`))}\n`;
}

function writeMeta({ document: d }: VersionRecord, people: ReturnType<typeof layOut>['people']): string {
  const uri = `/onrecord/${d.event}`;
  const date = (value: string | null, name: string) =>
    plainDate(value) === null ? '' : el('FRBRdate', { date: plainDate(value), name });
  const level = (name: string, address: string, rest: string) =>
    el(name, {}, el('FRBRthis', { value: address }) + el('FRBRuri', { value: address }) + rest);
  const author = el('FRBRauthor', { href: d.publisher ? '#publisher' : '' });
  return el(
    'meta',
    {},
    el(
      'identification',
      { source: '#onrecord' },
      level('FRBRWork', uri, date(d.date, 'said') + author + el('FRBRcountry', { value: 'zz' })) +
        level(
          'FRBRExpression',
          `${uri}/${d.id}`,
          date(d.published, 'published') + author + (d.language ? el('FRBRlanguage', { language: d.language }) : ''),
        ) +
        level('FRBRManifestation', `${uri}/${d.id}.akn`, author),
    ) +
      (plainDate(d.published)
        ? el('publication', { date: plainDate(d.published), name: d.publisher ?? '', showAs: d.publisher ?? '' })
        : '') +
      (d.title
        ? el(
            'classification',
            { source: '#onrecord' },
            el('keyword', { value: d.title, showAs: d.title, refersTo: 'title', dictionary: '' }),
          )
        : '') +
      el(
        'references',
        { source: '#onrecord' },
        (d.publisher ? el('TLCOrganization', { eId: 'publisher', href: '', showAs: d.publisher }) : '') +
          el('TLCOrganization', { eId: 'onrecord', href: '', showAs: 'Onrecord' }) +
          people.map((p) => el('TLCPerson', { eId: p.ref, href: p.person ?? '', showAs: p.name })).join(''),
      ),
  );
}

function writeStretch(stretch: Stretch): string {
  const { turn } = stretch;
  const id = { eId: xmlId(turn.id) };
  if (stretch.is === 'left-out') return el('other', { class: 'comment' });
  if (stretch.is === 'talk') {
    const from = stretch.label ? el('from', {}, esc(stretch.label)) : '';
    const parts = stretch.parts.map((p) => el('p', {}, p.is === 'aside' ? el('remark', {}, esc(p.text)) : esc(p.text)));
    const name = turn.kind === 'question' || turn.kind === 'answer' ? turn.kind : 'speech';
    return el(name, { ...id, by: stretch.who ? `#${stretch.who}` : '' }, from + parts.join('\n'));
  }
  const words = stretch.paragraphs;
  if (turn.kind === 'aside') return el('scene', id, esc(words.join('\n\n')));
  const inner = (p: string) =>
    turn.kind === 'heading'
      ? el('p', { class: 'heading' }, esc(p))
      : el('p', {}, turn.kind === 'title' ? el('docTitle', {}, esc(p)) : esc(p));
  return el('other', { ...id, class: turn.kind }, words.map(inner).join('\n'));
}

import type { Turn, VersionRecord } from '../model/index.ts';
import { layOut, plainDate, type Stretch, xmlId } from './lay-out.ts';
import { element as el, escapeXml as esc } from './xml.ts';

/** ParlaMint's kinds of speakers, and the two sides of an exchange. */
const VOICES: Readonly<Record<string, string>> = { official: '#regular', guest: '#guest', moderator: '#chair' };
const NS = 'http://www.tei-c.org/ns/1.0';

/**
 * A version as TEI in the manner of ParlaMint: `u` with @who, the printed label in `note type="speaker"`, asides as `incident`,
 * all else in a `div` whose type is the kind of zone. The subset is written down in docs/exports.md.
 */
export function writeTei(record: VersionRecord): string {
  const { document: d } = record;
  const { stretches, people } = layOut(record);
  const persons = people.map((p) =>
    el(
      'person',
      { 'xml:id': p.ref },
      el('persName', {}, esc(p.name)) + (p.person ? el('idno', { type: 'person' }, esc(p.person)) : ''),
    ),
  );
  const when = (edtf: string | null) => (edtf === null ? '' : el('date', { when: plainDate(edtf) }, esc(edtf)));
  const header = el(
    'teiHeader',
    {},
    el(
      'fileDesc',
      {},
      el('titleStmt', {}, el('title', {}, esc(d.title ?? ''))) +
        el(
          'publicationStmt',
          {},
          el(d.publisher ? 'publisher' : 'distributor', {}, esc(d.publisher ?? 'Onrecord')) +
            el('idno', { type: 'onrecord' }, esc(d.id)) +
            (d.rights ? el('availability', {}, el('licence', {}, esc(d.rights))) : '') +
            when(d.published),
        ) +
        el('sourceDesc', {}, el('bibl', {}, d.url ? el('ref', { target: d.url }, esc(d.url)) : esc(d.name))),
    ) +
      el(
        'profileDesc',
        {},
        (d.language ? el('langUsage', {}, el('language', { ident: d.language }, esc(d.language))) : '') +
          (d.date ? el('settingDesc', {}, el('setting', {}, when(d.date))) : '') +
          (persons.length > 0 ? el('particDesc', {}, el('listPerson', {}, persons.join(''))) : ''),
      ),
  );
  const body = el('body', {}, stretches.map(writeStretch).join('\n'));
  return `${el('TEI', { xmlns: NS, 'xml:id': xmlId(d.id) }, `${header}\n${el('text', { 'xml:lang': d.language }, body)}`)}\n`;
}

function writeStretch(stretch: Stretch): string {
  const { turn } = stretch;
  const id = { 'xml:id': xmlId(turn.id) };
  if (stretch.is === 'left-out') return el('div', { type: 'comment' }, el('gap', { reason: 'comment-of-a-reader' }));
  if (stretch.is === 'talk') {
    const label = stretch.label ? el('note', { type: 'speaker' }, esc(stretch.label)) : '';
    const parts = stretch.parts.map((p) =>
      p.is === 'aside' ? el('incident', {}, el('desc', {}, esc(p.text))) : el('seg', {}, esc(p.text)),
    );
    return el('u', { ...id, who: stretch.who && `#${stretch.who}`, ana: tagsOf(turn) }, label + parts.join('\n'));
  }
  const words = stretch.paragraphs;
  if (turn.kind === 'aside') return el('incident', id, el('desc', {}, esc(words.join('\n\n'))));
  if (turn.kind === 'heading')
    return el('div', { ...id, type: 'heading' }, words.map((p) => el('head', {}, esc(p))).join(''));
  return el('div', { ...id, type: turn.kind }, words.map((p) => el('p', {}, esc(p))).join('\n'));
}

const tagsOf = (turn: Turn): string | null =>
  [VOICES[turn.voice], turn.kind === 'speech' ? undefined : `#${turn.kind}`].filter(Boolean).join(' ') || null;

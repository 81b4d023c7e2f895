import { findAll, findFirst, textOf, type XmlNode } from './parse-xml.ts';
import { type Place, type Role, resolveWho, type Vocabulary, zoneOf } from './roles.ts';

const UTTERANCES = { speech: 'speech', question: 'question', answer: 'answer', speechGroup: 'speech' } as const;
const ASIDES = new Set(['scene', 'narrative', 'summary', 'remark']);
const HEADINGS = new Set(['heading', 'subheading', 'crossHeading', 'longTitle', 'shortTitle']);
const PARAGRAPHS: Record<string, 'paragraph' | 'list-item' | 'table'> = {
  p: 'paragraph',
  block: 'paragraph',
  blockTitle: 'paragraph',
  tocItem: 'paragraph',
  listIntroduction: 'paragraph',
  listWrapUp: 'paragraph',
  li: 'list-item',
  td: 'table',
  th: 'table',
  caption: 'paragraph',
};
const MARKS = {
  b: 'strong',
  i: 'emphasis',
  u: 'underline',
  sup: 'superscript',
  del: 'strike',
  ins: 'insertion',
} as const;
/** Inline elements of the standard; they carry meaning, not layout. */
const INLINE = new Set(
  'span sub abbr inline ref mref rref mod mmod rmod quotedText remark ins del person organization concept object event location process role term quantity def entity date time recordedTime docTitle docNumber docType docDate docAuthority docProponent docIntroducer docStage docStatus docCommittee docPurpose docketNumber docJurisdiction legislature session vote outcome opinion argument signature judge lawyer party witness relatedDocument neutralCitation affectedDocument change fillIn noteRef omissis placeholder decoration courtType'.split(
    ' ',
  ),
);
/** What stands before and after the words of a sitting or a text. */
const FRAMES = new Set(['coverPage', 'preface', 'conclusions', 'header', 'footer']);

/** Akoma Ntoso: speech, question and answer carry @by, the printed name is in `from`, names in TLCPerson. */
export function aknVocabulary(root: XmlNode): Vocabulary {
  const people = aknPeople(root);
  return { reader: 'akn/1', roleOf: (node, place) => aknRole(node, place, people) };
}

function aknRole(node: XmlNode, place: Place, people: ReadonlyMap<string, string>): Role | null {
  const { name } = node;
  if (name === 'meta') return { is: 'skip' };
  if (name in UTTERANCES)
    return {
      is: 'utterance',
      kind: UTTERANCES[name as keyof typeof UTTERANCES],
      ...resolveWho(node.attrs.get('by'), people),
    };
  if (name === 'from') return { is: 'label' };
  const zone = name === 'other' ? zoneOf(node.attrs.get('class')) : null;
  if (zone) return { is: 'part', zone };
  if (ASIDES.has(name)) return { is: 'aside' };
  if (HEADINGS.has(name)) return { is: 'heading' };
  if (name === 'p' && findFirst(node, 'docTitle') && !place.inUtterance) return { is: 'paragraph', zone: 'title' };
  if (name === 'p' && /heading/.test(node.attrs.get('class') ?? '') && !place.inUtterance) return { is: 'heading' };
  if (FRAMES.has(name)) return { is: 'part', zone: 'metadata' };
  if (name === 'num') return { is: 'lead' };
  if (name === 'authorialNote') return place.inBlock ? { is: 'inline', mark: 'note' } : { is: 'part' };
  if (name === 'eol' || name === 'br' || name === 'eop') return { is: 'space' };
  if (name === 'a') return { is: 'inline', mark: 'link', value: node.attrs.get('href') ?? '' };
  if (name in MARKS) return { is: 'inline', mark: MARKS[name as keyof typeof MARKS] };
  if (PARAGRAPHS[name]) return { is: 'paragraph', kind: PARAGRAPHS[name] };
  // a structure quoted inside a sentence has blocks of its own
  if (INLINE.has(name)) return findFirst(node, 'p') || findFirst(node, 'content') ? null : { is: 'inline' };
  return null;
}

/** eId -> name, from the references of the file. */
export function aknPeople(root: XmlNode): Map<string, string> {
  const people = new Map<string, string>();
  for (const entry of findAll(root, 'TLCPerson', 'TLCOrganization')) {
    const id = entry.attrs.get('eId') ?? entry.attrs.get('id');
    const name = entry.attrs.get('showAs') ?? textOf(entry);
    if (id && name && (entry.name === 'TLCPerson' || !people.has(id))) people.set(id, name);
  }
  return people;
}

import type { TurnKind, Voice } from '../../model/index.ts';
import { findAll, findFirst, textOf, type XmlNode } from './parse-xml.ts';
import { type Role, resolveWho, type Vocabulary, zoneOf } from './roles.ts';

const SKIPPED = new Set(['teiHeader', 'standOff', 'facsimile', 'sourceDoc', 'xenoData']);
const PARTS = new Set(
  'text body group div div1 div2 div3 div4 list listBibl table row lg figure floatingText argument'.split(' '),
);
const PARAGRAPHS: Record<string, 'paragraph' | 'list-item' | 'table' | 'line' | 'caption'> = {
  p: 'paragraph',
  ab: 'paragraph',
  opener: 'paragraph',
  closer: 'paragraph',
  byline: 'paragraph',
  dateline: 'paragraph',
  salute: 'paragraph',
  signed: 'paragraph',
  trailer: 'paragraph',
  item: 'list-item',
  cell: 'table',
  l: 'line',
  figDesc: 'caption',
};
const ASIDES = new Set(['incident', 'kinesic', 'vocal', 'writing', 'stage']);
/** Words and phrases inside a block; `name` and its like carry no formatting. */
const INLINE = new Set(
  's cl phr name persName placeName orgName rs date time num measure term foreign title ref said mentioned soCalled desc choice orig abbr ex unclear supplied subst seg q quote bibl idno address addrLine roleName surname forename email'.split(
    ' ',
  ),
);

/** TEI, with ParlaMint and parla-CLARIN: who speaks is in `u/@who` and `sp/@who`, names in listPerson. */
export function teiVocabulary(root: XmlNode): Vocabulary {
  const people = teiPeople(root);
  return { reader: 'tei/1', roleOf: (node, place) => teiRole(node, place, people) };
}

function teiRole(node: XmlNode, place: Parameters<Vocabulary['roleOf']>[1], people: Map<string, string>): Role | null {
  const { name } = node;
  if (SKIPPED.has(name)) return { is: 'skip' };
  if (name === 'u' || name === 'sp')
    return {
      is: 'utterance',
      kind: kindOf(node),
      ...resolveWho(node.attrs.get('who'), people),
      ...(voiceOf(node) ? { voice: voiceOf(node)! } : {}),
    };
  if (name === 'speaker') return { is: 'label' };
  if (name === 'note') return noteRole(node, place);
  if (name === 'head') return { is: 'heading' };
  if (name === 'docTitle' || name === 'titlePart') return { is: 'paragraph', zone: 'title' };
  if (name === 'front' || name === 'back' || name === 'titlePage') return { is: 'part', zone: 'metadata' };
  if (name === 'fw') return { is: 'paragraph', zone: 'boilerplate' };
  if (name === 'label') return { is: 'lead' };
  if (name === 'gap')
    return textOf(node) ? { is: 'aside' } : { is: 'gap', why: node.attrs.get('reason') ?? 'not said why' };
  if (ASIDES.has(name)) return { is: 'aside' };
  if (name === 'seg' && !place.inBlock) return { is: 'paragraph' };
  if ((name === 'quote' || name === 'q' || name === 'cit') && findFirst(node, 'p')) return { is: 'part' };
  if (PARAGRAPHS[name]) return { is: 'paragraph', kind: PARAGRAPHS[name] };
  const zone = name === 'div' ? zoneOf(node.attrs.get('type')) : null;
  if (zone) return { is: 'part', zone };
  if (PARTS.has(name)) return { is: 'part' };
  if (name === 'w' || name === 'pc') return { is: 'word', join: node.attrs.get('join') ?? null };
  if (name === 'lb' || name === 'pb' || name === 'cb' || name === 'milestone') return { is: 'space' };
  if (name === 'hi' || name === 'emph') return { is: 'inline', mark: rendering(node) };
  if (name === 'del' || name === 'sic') return { is: 'inline', mark: 'strike' };
  if (name === 'add' || name === 'corr' || name === 'reg' || name === 'expan')
    return { is: 'inline', mark: 'insertion' };
  if (name === 'ref' && node.attrs.get('target'))
    return { is: 'inline', mark: 'link', value: node.attrs.get('target')! };
  if (INLINE.has(name)) return { is: 'inline' };
  return null;
}

/** A note names the speaker, tells what happened in the room, or is a footnote. */
function noteRole(node: XmlNode, place: Parameters<Vocabulary['roleOf']>[1]): Role {
  const type = node.attrs.get('type') ?? '';
  if (type === 'speaker') return { is: 'label' };
  const foot = /^(foot|bottom|end|margin)/.test(node.attrs.get('place') ?? '') || /^(footnote|editorial)/.test(type);
  if (foot && place.inBlock) return { is: 'inline', mark: 'note' };
  if (foot) return { is: 'paragraph', kind: 'caption', zone: 'commentary' };
  return { is: 'aside' };
}

function rendering(node: XmlNode): 'strong' | 'emphasis' | 'underline' | 'superscript' | 'strike' | 'smallcaps' {
  const rend = node.attrs.get('rend') ?? node.attrs.get('style') ?? '';
  if (/bold|strong/.test(rend)) return 'strong';
  if (/underl/.test(rend)) return 'underline';
  if (/sup/.test(rend)) return 'superscript';
  if (/strike|line-through/.test(rend)) return 'strike';
  if (/small-?caps|smcaps/.test(rend)) return 'smallcaps';
  return 'emphasis';
}

const tagsOf = (node: XmlNode) =>
  `${node.attrs.get('ana') ?? ''} ${node.attrs.get('type') ?? ''} ${node.attrs.get('subtype') ?? ''}`;

function kindOf(node: XmlNode): TurnKind {
  const tags = tagsOf(node);
  if (/(^|[\s#])question(\s|$)/.test(tags)) return 'question';
  return /(^|[\s#])answer(\s|$)/.test(tags) ? 'answer' : 'speech';
}

/** ParlaMint's roles of speakers (its taxonomy of speaker types): chair, regular, guest. */
function voiceOf(node: XmlNode): Voice | null {
  const tags = tagsOf(node);
  if (/#chair(\s|$)/.test(tags)) return 'moderator';
  return /#guest(\s|$)/.test(tags) ? 'guest' : null;
}

/** xml:id -> name, from every list of people and organisations in the file. */
export function teiPeople(root: XmlNode): Map<string, string> {
  const people = new Map<string, string>();
  for (const person of findAll(root, 'person', 'personGrp', 'org')) {
    const id = person.attrs.get('xml:id') ?? person.attrs.get('id');
    const name = findFirst(person, 'persName') ?? findFirst(person, 'orgName') ?? findFirst(person, 'name');
    if (id && name) people.set(id, nameOf(name));
  }
  return people;
}

/** Forename before surname, whatever their order in the file; a plain name as it stands. */
function nameOf(name: XmlNode): string {
  const parts = (kind: string) => findAll(name, kind).map(textOf);
  const full = [...parts('forename'), ...parts('nameLink'), ...parts('surname')].join(' ').trim();
  return full || textOf(name);
}

import { SaxesParser } from 'saxes';
import type { Finding } from '../../model/index.ts';

/** An element: local name, namespace, attributes by their name as written, content in order. */
export interface XmlNode {
  readonly name: string;
  readonly ns: string | null;
  readonly attrs: ReadonlyMap<string, string>;
  readonly children: (XmlNode | string)[];
}

/** Elements nested deeper than this keep their text but not their tags: no transcript has 200 levels, an attack has 100,000. */
export const MAX_DEPTH = 200;
/** One finding a kind of mistake is enough; a broken file can hold millions. */
const MAX_FINDINGS = 5;

/**
 * XML into a small tree. Nothing outside the file is ever read: a DTD is noted and not obeyed, its entities are neither
 * fetched nor expanded but stay as printed (`&name;`), with a finding. A file that is not well formed is read as far as it goes.
 */
export function parseXml(source: string): { root: XmlNode; findings: Finding[] } {
  const findings: Finding[] = [];
  const say = (rule: string, severity: Finding['severity'], why: string) => {
    const before = findings.filter((f) => f.rule === rule);
    if (before.length < MAX_FINDINGS && !before.some((f) => f.why === why))
      findings.push({ stage: 'formats', rule, severity, why });
  };
  const root: XmlNode = { name: '#document', ns: null, attrs: new Map(), children: [] };
  const open: XmlNode[] = [root];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: true });
  Object.assign(parser.ENTITIES, NAMED);
  parser.on('doctype', (dtd) => {
    if (/<!ENTITY/.test(dtd))
      say(
        'xml-entities-refused',
        'warning',
        'the file declares its own entities; they are neither fetched nor expanded',
      );
    else if (/\b(SYSTEM|PUBLIC)\b/.test(dtd))
      say('xml-dtd-ignored', 'info', 'the file names an outside DTD; it is not fetched');
  });
  parser.on('error', (error) => {
    if (/undefined entity/i.test(error.message))
      say('xml-entities-refused', 'warning', `an entity is left as printed: ${error.message}`);
    else say('xml-not-well-formed', 'warning', `the XML is broken and is read as far as it goes: ${error.message}`);
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > MAX_DEPTH) {
      say('xml-too-deep', 'warning', `elements nested deeper than ${MAX_DEPTH} are read as plain text`);
      return;
    }
    const attrs = new Map(Object.entries(tag.attributes as Record<string, string>));
    const scope = scopeOf(attrs, scopes.at(-1)!);
    const [prefix, local] = splitName(tag.name);
    const node: XmlNode = { name: local, ns: scope.get(prefix) ?? null, attrs, children: [] };
    if (local === 'include' && (node.ns ?? '').endsWith('/XInclude'))
      say(
        'xml-include',
        'warning',
        `the file includes ${(attrs.get('href') ?? 'another').slice(0, 200)}, which is not fetched: its words are missing here`,
      );
    open.at(-1)!.children.push(node);
    open.push(node);
    scopes.push(scope);
  });
  parser.on('closetag', () => {
    if (depth <= MAX_DEPTH && open.length > 1) {
      open.pop();
      scopes.pop();
    }
    depth--;
  });
  const addText = (text: string) => {
    if (text) open.at(-1)!.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source.replace(/^\uFEFF/, '')).close();
  return { root, findings };
}

/** Entities that TEI and XHTML files use without declaring them where a parser could see it. */
const NAMED: Record<string, string> = {
  nbsp: '\u00a0',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  laquo: '\u00ab',
  raquo: '\u00bb',
  hellip: '\u2026',
  shy: '\u00ad',
  eacute: '\u00e9',
};

function splitName(name: string): [string, string] {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

/** The namespace prefixes in force inside an element; the parent's map itself when the element declares none. */
function scopeOf(attrs: ReadonlyMap<string, string>, parent: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let scope: Map<string, string> | null = null;
  for (const [name, value] of attrs) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(parent);
    scope.set(name === 'xmlns' ? '' : name.slice(6), value);
  }
  return scope ?? parent;
}

/** Child elements, in order. */
export const elementsOf = (node: XmlNode): XmlNode[] =>
  node.children.filter((c): c is XmlNode => typeof c !== 'string');

/** Elements below `node` with one of the names, in document order. */
export function findAll(node: XmlNode, ...names: string[]): XmlNode[] {
  return elementsOf(node).flatMap((c) => [...(names.includes(c.name) ? [c] : []), ...findAll(c, ...names)]);
}
export const findFirst = (node: XmlNode, name: string): XmlNode | null => {
  for (const child of elementsOf(node)) {
    const hit = child.name === name ? child : findFirst(child, name);
    if (hit) return hit;
  }
  return null;
};

/** All text below a node, white space collapsed. */
export const textOf = (node: XmlNode): string => rawText(node).replace(/\s+/g, ' ').trim();
const rawText = (node: XmlNode): string => node.children.map((c) => (typeof c === 'string' ? c : rawText(c))).join('');

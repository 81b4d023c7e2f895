import type { Publisher } from '../../model/index.ts';
import { type FactScene, type Found, firstFound, fromClue, pageWords } from './fact-scene.ts';

/** Kinds of publishers whose pages repeat what others published. */
const REPEATS = new Set<Publisher['kind']>(['mirror', 'blog', 'archive']);

export interface Origin {
  readonly publisher: Found | null;
  readonly republisher: Found | null;
}

/**
 * Who published the text, and who repeats it. What is printed counts before the address, and an address of a known mirror
 * names the republisher only. A site that nobody knows is the publisher, unless the page prints another's name at its head.
 */
export function findOrigin(scene: FactScene): Origin {
  const printed = printedPublisher(scene);
  const site = knownSite(scene) ?? signedSite(scene) ?? namedSite(scene);
  const stated = firstFound(scene, [fromClue('publisher', ['front-matter', 'feed', 'mail-header'])]);
  const publisher = stated ?? printed;
  if (!site) return { publisher: publisher ?? fromClue('publisher')(scene), republisher: null };
  const same = publisher && key(publisher.value) === key(site.found.value);
  if (site.repeats) return { publisher: same ? null : publisher, republisher: site.found };
  if (publisher && !same) return { publisher, republisher: null };
  return { publisher: publisher ?? site.found, republisher: null };
}

const key = (s: string) =>
  s
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A line of the head that is the name of a known publisher and nothing else. */
function printedPublisher(scene: FactScene): Found | null {
  const names = new Map<string, Publisher>();
  for (const p of scene.rules.publishers) for (const name of [p.name, ...p.aliases]) names.set(key(name), p);
  for (const [i, block] of scene.head.entries()) {
    if (block.end - block.start > 160) continue;
    const line = scene.text.slice(block.start, block.end);
    const known = names.get(key(line));
    // the name of a medium further down may be who asks, or a picture's source
    if (known && !REPEATS.has(known.kind) && (known.kind !== 'outlet' || i < 2))
      return { value: known.name, start: block.start, end: block.end, rule: 'printed-publisher' };
  }
  return officeLine(scene);
}

const OFFICE_WORDS = 14;
const OFFICE_BLOCKS = 6;
/** The same of a body that no list holds: a line of the head that opens with "Ministry of", "Embassy of" and is no sentence. */
function officeLine(scene: FactScene): Found | null {
  // a page's own head is its furniture, and lists of ministries are no signature
  if (scene.reading.reader.startsWith('html')) return null;
  const openings = pageWords(scene.rules, 'publisher-words');
  for (const block of scene.head.slice(0, OFFICE_BLOCKS)) {
    if (block.end - block.start > 160 || block.zone === 'title') continue;
    const line = scene.text.slice(block.start, block.end);
    const folded = line.toLowerCase().replace(/^the\s+/, '');
    if (/[.!?:;,…]$|\d|\n/.test(line) || line.split(/\s+/).length > OFFICE_WORDS) continue;
    if (openings.some((o) => folded.startsWith(o)))
      return { value: line.replace(/^The\s+/, ''), start: block.start, end: block.end, rule: 'printed-office' };
  }
  return null;
}

interface Site {
  readonly found: Found;
  readonly repeats: boolean;
}

/** A publisher of data/publishers.yaml by the page's address, or by a line that only its pages carry. */
function knownSite(scene: FactScene): Site | null {
  for (const url of urlsOf(scene)) {
    const host = hostOf(url);
    const known = scene.rules.publishers.find((p) => p.hosts.some((h) => host === h || host.endsWith(`.${h}`)));
    if (known) return { found: { value: known.name, rule: 'url-host' }, repeats: REPEATS.has(known.kind) };
  }
  for (const known of scene.rules.publishers)
    for (const signature of known.signatures) {
      const at = scene.text.indexOf(signature);
      if (at >= 0)
        return {
          found: { value: known.name, start: at, end: at + signature.length, rule: 'signature' },
          repeats: REPEATS.has(known.kind),
        };
    }
  return null;
}

/** "Join the Example.org mailing list": the site names itself in its plea. It repeats the text, for a publisher does not beg under its own. */
function signedSite(scene: FactScene): Site | null {
  const patterns = pageWords(scene.rules, 'site-signature').map(toPattern);
  const lines = [...scene.blocks.slice(0, 12), ...scene.blocks.slice(-60)];
  for (const block of lines) {
    if (block.end - block.start > 600) continue;
    const line = scene.text.slice(block.start, block.end);
    for (const pattern of patterns) {
      const m = pattern.exec(line);
      const name = m?.[1]?.trim();
      if (!m || !name || !/^[\p{Lu}\d]/u.test(name)) continue;
      const start = block.start + m.index + m[0].indexOf(name);
      return { found: { value: name, start, end: start + name.length, rule: 'site-signature' }, repeats: true };
    }
  }
  return null;
}

const toPattern = (words: string) =>
  new RegExp(
    words
      .split('{x}')
      .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
      .join('(.{2,60}?)') + (words.endsWith('{x}') ? '(?=[,.;:!?()]|\\s[-–—]\\s|$)' : ''),
    'iu',
  );

function namedSite(scene: FactScene): Site | null {
  const found = firstFound(scene, [fromClue('siteName'), fromClue('publisher')]);
  return found ? { found, repeats: false } : null;
}

function urlsOf(scene: FactScene): string[] {
  return [scene.sidecar?.url, ...scene.clues.filter((c) => c.field === 'url').map((c) => c.value)].filter(
    (u): u is string => !!u,
  );
}

const hostOf = (url: string) =>
  /^(?:[a-z]+:)?\/\/(?:[^@/]*@)?([^/:?#]+)/i
    .exec(url)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '') ?? '';

/** The medium that asked: named after "interview with" in the title, or in the lines before the first voice. */
export function findOutlet(scene: FactScene, title: Found | null): Found | null {
  const clue = fromClue('outlet')(scene);
  if (clue) return clue;
  const patterns = pageWords(scene.rules, 'outlet-pattern').map(toPattern);
  const media = pageWords(scene.rules, 'outlet-word');
  const outlets = scene.rules.publishers.filter((p) => p.kind === 'outlet');
  const lines = [
    ...(title ? [{ text: title.value, start: title.start }] : []),
    ...scene.head
      .slice(0, 6)
      .map((b) => ({ text: scene.text.slice(b.start, Math.min(b.end, b.start + 1200)), start: b.start })),
  ];
  for (const line of lines) {
    for (const pattern of patterns) {
      const m = pattern.exec(line.text);
      const name = m?.[1]?.replace(/^[«"“„']|[»"”']$/g, '').trim();
      if (!m || !name) continue;
      const known = outlets.find((o) => [o.name, ...o.aliases].some((n) => key(n) === key(name)));
      const quoted = m[0].includes('«') || media.some((w) => new RegExp(`(?<!\\p{L})${w}(?!\\p{L})`, 'iu').test(m[0]));
      if (!known && !(quoted && /^[\p{Lu}\d]/u.test(name) && name.split(/\s+/).length <= 5)) continue;
      const at =
        line.start === undefined || line.text !== scene.text.slice(line.start, line.start + line.text.length)
          ? undefined
          : line.start + m.index + m[0].indexOf(name);
      return {
        value: known?.name ?? name,
        ...(at === undefined ? {} : { start: at, end: at + name.length }),
        rule: 'outlet-pattern',
      };
    }
  }
  return null;
}

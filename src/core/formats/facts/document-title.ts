import {
  type FactDetector,
  type FactScene,
  type Found,
  firstFound,
  fromClue,
  holdsPhrase,
  pageWords,
} from './fact-scene.ts';
import { flattenedTitle } from './flattened-title.ts';
import { findPrintedDates } from './printed-dates.ts';

/** The heading that the reader knows for the title. */
const titleBlock: FactDetector = ({ blocks, text }) => {
  const first = blocks.find((b) => b.zone === 'title');
  return first
    ? {
        value: text.slice(first.start, first.end),
        start: first.start,
        end: first.end,
        rule: first.rule ?? 'title-zone',
      }
    : null;
};

/** The page's own title without the site's name behind its last separator. */
const titleTag =
  (rule: string): FactDetector =>
  (scene) => {
    const clue = scene.clues.find((c) => c.field === 'title' && c.rule === rule);
    if (!clue?.value.trim()) return null;
    return { value: withoutSite(clue.value.trim(), scene), start: clue.start, end: clue.end, rule };
  };

function withoutSite(title: string, scene: FactScene): string {
  const names = [
    ...scene.clues.filter((c) => c.field === 'siteName' || c.field === 'publisher').map((c) => c.value),
    ...scene.rules.publishers.flatMap((p) => [p.name, ...p.aliases]),
  ].map(letters);
  for (const at of [...title.matchAll(/\s[-|–—:»·•]{1,2}\s/g)].map((m) => m.index)) {
    const tail = letters(title.slice(at));
    if (tail.length > 1 && names.some((n) => n.length > 1 && (n === tail || n.startsWith(tail) || tail.startsWith(n))))
      return title.slice(0, at).trim();
  }
  return title;
}
const letters = (s: string) => s.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const MAX_TITLE = 300;
/** A line of the head that names an event of speaking and is no sentence: the title of a transcript without markup. */
const headLine: FactDetector = (scene) => {
  if (scene.reading.reader.startsWith('html')) return null;
  const events = pageWords(scene.rules, 'event');
  for (const block of scene.head) {
    if (block.zone === 'metadata') continue;
    const line = scene.text.slice(block.start, block.end);
    if (line.length > MAX_TITLE || line.includes('\n') || /[.!?:;,]$|:\s/u.test(line) || /^[([*]/.test(line)) continue;
    if (line.split(/\s+/).length < 3) continue;
    if (events.some((cue) => holdsPhrase(line.toLowerCase(), cue)))
      return { value: line, start: block.start, end: block.end, rule: 'head-line' };
  }
  return null;
};

const firstHeading: FactDetector = (scene) => {
  const block = scene.head.find((b) => b.kind === 'heading' && b.level === 1);
  return block
    ? { value: scene.text.slice(block.start, block.end), start: block.start, end: block.end, rule: 'first-heading' }
    : null;
};

/** The first line of a plain text, on its own and no sentence, over at least two paragraphs; no day, name or label. */
const firstLine: FactDetector = ({ reading, blocks, text, dates }) => {
  if (!reading.reader.startsWith('text')) return null;
  const [first, second, third] = blocks;
  if (!first || !second || !third || first.zone || first.utterance) return null;
  const line = text.slice(first.start, first.end);
  const alone = /\n[^\S\n]*\n/.test(text.slice(first.end, second.start));
  if (!alone || line.length > MAX_TITLE || line.includes('\n') || /[.!?:;,]["”’»)]*$/u.test(line) || mayBeLabel(line))
    return null;
  if (!/^["“«]?\p{Lu}/u.test(line) || line.split(/\s+/).length < 4 || !/\p{Ll}{3}/u.test(line)) return null;
  if (findPrintedDates(text, first.start, first.end, dates).some((d) => d.end - d.start > line.length / 2)) return null;
  return { value: line, start: first.start, end: first.end, rule: 'first-line' };
};

/** A colon behind what may be a name, before what is no quotation. */
const mayBeLabel = (line: string) => {
  const [head, ...rest] = line.split(/:\s/);
  return rest.length > 0 && !/^["“«„]/.test(rest[0]!) && !/(?:^|\s)\p{Ll}{4,}/u.test(head!);
};

/** Surest first: what somebody stated as the title, what is printed as it, what the page calls itself. */
const TITLES: readonly FactDetector[] = [
  fromClue('title', ['front-matter', 'feed', 'mail-header']),
  titleBlock,
  fromClue('title', ['tei-title', 'akn-doc-title', 'akn-title', 'pdf-largest-type']),
  firstHeading,
  fromClue('title', ['json-ld']),
  titleTag('html-meta'),
  titleTag('title-tag'),
  headLine,
  flattenedTitle,
  fromClue('title'),
  firstLine,
];

export function findTitle(scene: FactScene): Found | null {
  const found = firstFound(scene, TITLES);
  if (!found) return null;
  const value = found.value
    .replace(/[\u2060\u200b\u00ad\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return value ? { ...found, value } : null;
}

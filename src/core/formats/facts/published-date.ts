import type { Block } from '../../model/index.ts';
import { type FactDetector, type FactScene, type Found, pageWords } from './fact-scene.ts';
import { findPrintedDates, type PrintedDate, readDateValue } from './printed-dates.ts';

/** A machine date from a clue of one of these rules. */
const stated =
  (field: string, rules: readonly string[] | null): FactDetector =>
  (scene) => {
    for (const clue of scene.clues) {
      if (clue.field !== field || (rules && !rules.includes(clue.rule))) continue;
      const value = readDateValue(clue.value, scene.dates);
      if (value) return { value, start: clue.start, end: clue.end, rule: clue.rule };
    }
    return null;
  };

/** `/2031/05/18/`, `/2031-05-18-`, `/20310518/` in the address: the day, where it is printed whole. */
const urlDate: FactDetector = (scene) => {
  const urls = [scene.sidecar?.url, ...scene.clues.filter((c) => c.field === 'url').map((c) => c.value)];
  for (const url of urls) {
    if (!url) continue;
    // an archive's own stamp is the day of capture
    const path = url.replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//, '');
    const m =
      /(?:^|[/_=-])((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.?-]|$)/.exec(path) ??
      /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
    const reversed = /[/_-](\d{1,2})-(\d{1,2})-((?:19|20)\d\d)(?=[/_.-]|$)/.exec(path);
    const parts = m ? [m[1]!, m[2]!, m[3]!] : reversed ? [reversed[3]!, reversed[2]!, reversed[1]!] : null;
    const value = parts
      ? readDateValue(`${parts[0]}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`, scene.dates)
      : null;
    if (value) return { value, rule: 'url-path' };
  }
  return null;
};

const MAX_BLOCKS = 4000;
const LABEL_REACH = 60;

/** "Published: 6 January 2031": a date behind a label that says so, outside comments and lists of other articles. */
const labelledDate: FactDetector = (scene) => {
  const labels = pageWords(scene.rules, 'published-label');
  const updated = pageWords(scene.rules, 'updated-label');
  for (const block of ownBlocks(scene)) {
    if (block.end - block.start > 220 && !isOneLine(scene)) continue;
    for (const date of datesIn(scene, block)) {
      if (date.precision !== 'day') continue;
      const before = scene.text
        .slice(Math.max(block.start, date.start - LABEL_REACH), date.start)
        .toLowerCase()
        .replace(/[\s:,–—|-]+$/u, '');
      if (updated.some((w) => before.endsWith(w))) continue;
      if (
        labels.some((w) => before.endsWith(w) && !/\p{L}/u.test(before[before.length - w.length - 1] ?? ' ')) &&
        !reads(before)
      )
        return found(date, 'labelled-date');
    }
  }
  return null;
};
/** A label of one short word needs to stand alone: "the interview of 6 January" is a sentence, "von" may be. */
const reads = (before: string) => before.split(/\s+/).length > 6;

/** A line that is little else than a date, nearest to the title: a stamp. */
const stampedDate: FactDetector = (scene) => {
  const title = scene.blocks.find((b) => b.zone === 'title');
  const anchor = title ?? scene.blocks.find((b) => b.zone !== 'boilerplate') ?? scene.blocks[0];
  if (!anchor) return null;
  const updated = pageWords(scene.rules, 'updated-label');
  let best: { found: Found; distance: number } | null = null;
  const days = new Set<string>();
  for (const block of nearBlocks(scene, anchor)) {
    for (const date of datesIn(scene, block)) {
      if (date.precision !== 'day') continue;
      const line = lineAround(scene.text, block, date);
      if (line.end - line.start > 160) continue;
      const share = (date.end - date.start) / (line.end - line.start);
      const before = scene.text.slice(line.start, date.start).toLowerCase();
      if (updated.some((w) => before.includes(w))) continue;
      const opens = date.start - line.start < 3 && !/[.!?]$/.test(scene.text.slice(line.start, line.end));
      if (share < (block.zone === 'metadata' || opens ? 0.12 : 0.3) && !date.timed) continue;
      days.add(date.value);
      // a stamp stands just under the title, or just over it; elsewhere it is a weaker sign
      const distance = date.start >= anchor.start ? date.start - anchor.end : (anchor.start - date.end) * 2;
      const between = block.start >= anchor.start && block.start < anchor.end + UNDER_TITLE;
      const penalty = block.zone !== 'boilerplate' || between ? 0 : 3000;
      if (!best || distance + penalty < best.distance)
        best = { found: found(date, 'stamp'), distance: distance + penalty };
    }
  }
  // many stamps, none of them at the title, are a list of other texts
  if (best && days.size >= LIST_DAYS && best.distance > UNDER_TITLE) return null;
  return best && best.distance < STAMP_REACH ? best.found : null;
};
/** Letters between the title and a stamp that is still the document's. */
const STAMP_REACH = 9000;
const LIST_DAYS = 4;
/** Furniture this near to the title may still be its head: a share bar often holds the date. */
const NEAR_TITLE = 1000;
/** Letters under the title in which a date is a stamp whatever stands around it: lead, picture, byline. */
const UNDER_TITLE = 1200;

function nearBlocks(scene: FactScene, anchor: Block): Block[] {
  const own = new Set(ownBlocks(scene));
  return scene.blocks.filter(
    (b) =>
      own.has(b) ||
      (b.zone === 'boilerplate' &&
        b.rule !== 'hidden' &&
        b.end > anchor.start - NEAR_TITLE &&
        b.start < anchor.end + NEAR_TITLE),
  );
}

/** Longer lines are no stamps, so no more of a line is looked at. */
const LINE_REACH = 200;

function lineAround(text: string, block: Block, date: PrintedDate): { start: number; end: number } {
  const from = Math.max(block.start, date.start - LINE_REACH);
  const to = Math.min(block.end, date.end + LINE_REACH);
  const before = text.slice(from, date.start).lastIndexOf('\n');
  const after = text.slice(date.end, to).indexOf('\n');
  return { start: before < 0 ? from : from + before + 1, end: after < 0 ? to : date.end + after };
}

/** "27.1.2031 - The ministry …", "(21 November 2031) …", "BERLIN, 12. März 2031 – …": the article opens with its date. */
const dateline: FactDetector = (scene) => {
  const opening = scene.blocks.filter((b) => (b.zone ?? 'article') === 'article').slice(0, 4);
  for (const block of opening) {
    const date = findPrintedDates(scene.text, block.start, Math.min(block.end, block.start + 90), scene.dates)[0];
    if (date?.precision !== 'day') continue;
    const before = scene.text.slice(block.start, date.start);
    const after = scene.text.slice(date.end, date.end + 12);
    if (
      /^[\s([]*(?:[\p{Lu}][\p{L}.' /-]{1,30}[,(]?\s{0,2})?[(]?$/u.test(before) &&
      /^\)?\s?(?:[-–—|:]|\)|\(\p{Lu})/u.test(after)
    )
      return found(date, 'dateline');
  }
  return null;
};

/** A page flattened to one line: the first date with a time of day, within its head. */
const flattenedStamp: FactDetector = (scene) => {
  if (!isOneLine(scene)) return null;
  const date = findPrintedDates(scene.text, 0, 900, scene.dates).find((d) => d.timed && d.precision === 'day');
  return date ? found(date, 'flattened-stamp') : null;
};

const isOneLine = (scene: FactScene) => scene.blocks.length <= 3 && scene.text.length > 400;
const found = (date: PrintedDate, rule: string): Found => ({
  value: date.value,
  start: date.start,
  end: date.end,
  rule,
});

/** Two detectors ask for the dates of the same blocks. */
const datesOf = new WeakMap<FactScene, Map<Block, readonly PrintedDate[]>>();

function datesIn(scene: FactScene, block: Block): readonly PrintedDate[] {
  const ofBlocks = datesOf.get(scene) ?? new Map<Block, readonly PrintedDate[]>();
  datesOf.set(scene, ofBlocks);
  const known = ofBlocks.get(block);
  if (known) return known;
  const made = findPrintedDates(scene.text, block.start, Math.min(block.end, block.start + 200_000), scene.dates);
  ofBlocks.set(block, made);
  return made;
}

/** Blocks that may print the document's own date: not readers' comments, not the lists of other articles around it. */
function ownBlocks(scene: FactScene): readonly Block[] {
  return scene.blocks
    .filter(
      (b) => b.zone !== 'comment' && !(b.zone === 'boilerplate' && b.rule !== 'outside-article' && b.rule !== 'form'),
    )
    .slice(0, MAX_BLOCKS);
}

/**
 * Where the day of publication is stated, surest first: what the container or the head of the page says for machines, then the
 * address, then what is printed with a label, then bare stamps. Last-modified, copyright and comment dates are never taken.
 */
export const PUBLISHED: readonly FactDetector[] = [
  stated('published', ['front-matter', 'feed', 'mail-header']),
  stated('date', ['front-matter']),
  stated('published', ['json-ld']),
  stated('published', ['html-meta']),
  urlDate,
  stated('published', ['html-time-published']),
  labelledDate,
  stated('published', ['html-time']),
  stated('published', ['html-time-aside']),
  flattenedStamp,
  dateline,
  stampedDate,
  stated('published', null),
];

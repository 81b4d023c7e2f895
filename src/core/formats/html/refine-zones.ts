import type { Block, Rules } from '../../model/index.ts';

/** A small rule over the zoned blocks of a page: what the words themselves say where the markup said nothing. */
interface ZoneRefiner {
  readonly name: string;
  readonly reason: string;
  readonly refine: (blocks: readonly ZonedBlock[], text: string, words: PageWords) => readonly ZonedBlock[];
}
export type ZonedBlock = Block & { readonly linked: number };

interface PageWords {
  readonly ads: ReadonlySet<string>;
  readonly related: readonly string[];
  readonly credits: readonly string[];
  readonly agencies: readonly string[];
  readonly comments: readonly string[];
}

const fold = (s: string) =>
  s
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
const isArticle = (b: Block) => b.zone === 'article' || b.zone === 'heading';

/** "Anzeige", "- Advertisement -" */
const adLines: ZoneRefiner = {
  name: 'ad-line',
  reason: 'A block that is only the word for advertisement is the site’s.',
  refine: (blocks, text, { ads }) =>
    blocks.map((b) =>
      isArticle(b) && b.end - b.start < 40 && ads.has(fold(text.slice(b.start, b.end)))
        ? as(b, 'boilerplate', 'ad-line')
        : b,
    ),
};

const CREDIT_CHARS = 110;
/** "Foto: A. Vel", "A. Vel/Getty Images", "© Kestoria Post" */
const pictureCredits: ZoneRefiner = {
  name: 'picture-credit',
  reason: 'The name behind a picture is told of the picture, and is no sentence of the article.',
  refine: (blocks, text, { credits, agencies }) =>
    blocks.map((b) => {
      if (b.zone !== 'article' || b.end - b.start > CREDIT_CHARS) return b;
      const line = text.slice(b.start, b.end);
      const opens = /^\s*[(]?([^:©]{2,24}):/u.exec(line)?.[1];
      const isCredit =
        /^[(]?©/.test(line) ||
        (opens !== undefined && credits.includes(fold(opens))) ||
        (agencies.some((a) => line.includes(a)) && !/[.!?]["”’»]?$/.test(line) && line.split(/\s+/).length <= 10);
      return isCredit ? as(b, 'metadata', 'picture-credit') : b;
    }),
};

/** Prose of this length ends a box of related links. */
const BOX_PROSE = 200;
const MAX_HEADING = 70;
/** "More on this topic", and the links and teasers under it. */
const relatedBoxes: ZoneRefiner = {
  name: 'related-box',
  reason: 'Under such a heading stand other articles, not this one.',
  refine: (blocks, text, { related }) => {
    let level = 0;
    let box = false;
    return blocks.map((b) => {
      if (!isArticle(b)) return b;
      const length = b.end - b.start;
      const words = length <= MAX_HEADING ? fold(text.slice(b.start, b.end)) : '';
      const opens =
        words !== '' && related.some((r) => words === r || (b.kind === 'heading' && words.startsWith(`${r} `)));
      if (opens) {
        box = true;
        level = b.level ?? 9;
        return as(b, 'boilerplate', 'related-box');
      }
      if (
        box &&
        (b.kind === 'heading' ? (b.level ?? 9) <= level && b.linked < length * 0.5 : length - b.linked >= BOX_PROSE)
      )
        box = false;
      // after the heading only what is a link or a teaser beside links
      if (box && (b.linked > length * 0.3 || b.kind === 'heading' || length < 90))
        return as(b, 'boilerplate', 'related-box');
      box = false;
      return b;
    });
  },
};

/** "3 comments", "Kommentare (12)", "Leave a reply" at the foot of a page whose markup names no comments. */
const headedComments: ZoneRefiner = {
  name: 'headed-comments',
  reason: 'Under a heading that says comments stand the readers, whatever the markup is called.',
  refine: (blocks, text, { comments }) => {
    if (blocks.some((b) => b.zone === 'comment')) return blocks;
    const body = blocks.reduce((n, b) => n + (b.zone === 'article' ? b.end - b.start : 0), 0);
    let before = 0;
    let open = false;
    return blocks.map((b) => {
      const length = b.end - b.start;
      if (b.zone === 'article' && !open) before += length;
      if (b.zone === 'boilerplate' && b.rule !== 'outside-article') return b;
      const heading = length <= 40 ? fold(text.slice(b.start, b.end)).replace(/^\d+\s|\s?\(?\d+\)?$/gu, '') : '';
      if (heading !== '' && comments.includes(heading) && before > body * COMMENTS_AFTER && b.linked < length) {
        open = true;
        return as(b, 'boilerplate', 'comments-heading');
      }
      if (!open) return b;
      if (b.kind === 'heading' && b.zone !== 'article') open = false;
      return open ? as(b, 'comment', 'under-comments-heading') : b;
    });
  },
};
/** Most of the article stands before its comments. */
const COMMENTS_AFTER = 0.5;

/** Single lines first, so that what they take away does not close a box; comments before boxes, which may stand under them. */
const REFINERS: readonly ZoneRefiner[] = [adLines, pictureCredits, headedComments, relatedBoxes];

export function refineZones(blocks: readonly ZonedBlock[], text: string, rules: Rules): Block[] {
  const all = (list: string) => Object.values(rules.cues).flatMap((c) => c.pages?.[list] ?? []);
  const words: PageWords = {
    ads: new Set(all('ad-words').map(fold)),
    related: all('related-heading').map(fold),
    credits: all('credit-words').map(fold),
    agencies: all('credit-names'),
    comments: all('comments-heading').map(fold),
  };
  let current = blocks;
  for (const refiner of REFINERS) current = refiner.refine(current, text, words);
  return current.map(({ linked: _, ...block }) => block);
}

const as = (b: ZonedBlock, zone: NonNullable<Block['zone']>, rule: string): ZonedBlock => ({ ...b, zone, rule });

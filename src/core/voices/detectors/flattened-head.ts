import { type Detector, isOpen, WEIGHT } from '../proposal.ts';
import { publisherFurniture } from './publisher-furniture.ts';

/** Day, month word, year, and the hour: `25 марта 2031 года 18:45`, `March 25, 2031 18:45`, `25. März 2031, 18.45 Uhr`. */
const DATELINE =
  /(?<![\p{L}\p{N}])(?:\d{1,2}\.?\s\p{L}{3,12}\.?\s\d{4}|\p{L}{3,12}\s\d{1,2},?\s\d{4})(?:\sгода|\sг\.|\sроку)?,?(?:\s\d{1,2}[:.]\d{2}(?:\sUhr)?)/u;
/** A town, and after a comma a smaller or larger place. */
const PLACE =
  /^\s(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?:,\s\p{Lu}\p{Ll}+(?:\s(?:область|край|республика|район))?)?)(?=\s+\p{Lu}|\s*$)/u;
/** A head is a title, a summary and the dateline. UTF-16 units; kremlin-ru's longest is near 900. */
const MAX_HEAD = 1500;

/** A page flattened into one line: all up to its dateline is title, summary and date. */
export const flattenedHead: Detector = {
  name: 'flattened-head',
  reason: 'When a page is flattened its head runs into the first speech; the dateline with an hour is where it ends.',
  detect: (scene) => {
    const { text, blocks } = scene;
    const first = blocks.find((b) => isOpen(b));
    if (!first || blocks.filter(isOpen).length > 3) return [];
    const head = text.slice(first.start, Math.min(first.end, first.start + MAX_HEAD));
    const dateline = DATELINE.exec(head);
    if (!dateline || dateline.index === 0) return [];
    const after = dateline.index + dateline[0].length;
    const end = after + (PLACE.exec(head.slice(after))?.[0].length ?? 0);
    // a section's name before the title is furniture already
    const menu = publisherFurniture.detect(scene).find((p) => p.start === first.start);
    let start = menu?.end ?? first.start;
    while (/\s/.test(text[start] ?? '')) start++;
    return [
      {
        form: 'stretch',
        start,
        end: first.start + end,
        kind: 'metadata',
        after: 'close',
        weight: WEIGHT.form,
        rule: 'flattened-head',
      },
    ];
  },
};

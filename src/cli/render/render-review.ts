import type { z } from 'zod';
import type { review } from '../../service/review.ts';
import { count, oneLine, printable, wrap } from '../style.ts';
import type { RendererOf } from './renderer.ts';

type Review = z.infer<(typeof review)['output']>;

const KINDS: Readonly<Record<Review['items'][number]['kind'], string>> = {
  finding: 'noticed while reading',
  'speaker-not-known': 'speaker not known',
  'person-not-known': 'person not known',
  undated: 'no day of speaking',
  contradiction: 'may contradict what was said before',
  suggestion: 'suggested by a model',
};
const WEIGHTS: Readonly<Record<number, string>> = {
  3: 'may make an answer wrong',
  2: 'may hide an answer',
  1: 'worth a look',
};

/** The gravest first, each with the words, the reason and the id to judge. */
export const renderReview: RendererOf = (style) => ({
  item({ total, items, since }: Review) {
    if (total === 0) return 'Nothing waits for a decision.\n';
    const weights = Map.groupBy(items, (i) => i.weight);
    const sections = [...weights].map(([weight, of]) => {
      const rows = of.map((i) => {
        const words = i.text ? `${wrap(`“${oneLine(i.text, 240)}”`, style.width, '      ')}\n` : '';
        const why = wrap(printable(i.why), style.width, '      ');
        return `  ${KINDS[i.kind]} ${style.paint('dim', `· ${i.id}`)}\n${words}${why}\n`;
      });
      const title = WEIGHTS[weight] ?? `weight ${weight}`;
      return `\n${style.paint('bold', `${title} (${of.length})`)}\n${rows.join('')}`;
    });
    const shown = items.length < total ? ` (${items.length} shown, more with --limit)` : '';
    const among = since ? `Contradictions were sought among texts from ${since} on.\n` : '';
    const how = 'Decide with: onrecord judge ID accept|reject|correct|unsure --reason WHY --by NAME';
    return `${style.paint('bold', `${count(total, 'thing')} to decide`)}${shown}\n${sections.join('')}\n${among}${how}\n`;
  },
});

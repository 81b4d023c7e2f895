import type { SavedSearch } from '../../core/model/index.ts';
import type { NewsItem } from '../../service/news/news-item.ts';
import { printable } from '../style.ts';
import type { RendererOf } from './renderer.ts';

/** The letter alone, so that it can be piped and sent. */
export const renderDigest: RendererOf = () => ({ item: ({ markdown }: { markdown: string }) => printable(markdown) });

export const renderNews: RendererOf = (style) => ({
  item: ({ items, more, coverage }: { items: NewsItem[]; more: boolean; coverage: { note: string } }) =>
    [
      ...items.map((i) =>
        [
          `${i.added.slice(0, 10)}  ${style.paint('bold', printable(i.title))}${i.date ? `  ${i.date}` : ''}`,
          `  ${style.paint('dim', printable([i.speaker, i.why, i.id].filter(Boolean).join(' · ')))}`,
          ...(i.text === null ? [] : [`  “${printable(i.text.replace(/\s+/g, ' '))}”`]),
        ].join('\n'),
      ),
      items.length === 0 ? 'Nothing new.' : more ? '… and more (--limit)' : '',
      style.paint('dim', coverage.note),
    ]
      .filter(Boolean)
      .join('\n')
      .concat('\n'),
});

export const renderSaved: RendererOf = (style) => ({
  item: ({ searches }: { searches: SavedSearch[] }) =>
    searches.length === 0
      ? 'No search is kept. "onrecord save NAME WORDS" keeps one.\n'
      : searches
          .map(
            (s) =>
              `${style.paint('bold', printable(s.name))}  ${printable([s.query, s.speaker, s.topic, s.outlet, s.lang].filter(Boolean).join(' · '))}\n`,
          )
          .join(''),
});

export const renderSave: RendererOf = () => ({
  item: ({ search, was }: { search: SavedSearch | null; was: string }) =>
    `${was}${search ? ` as ${search.name}` : ''}\n`,
});

export const renderMail: RendererOf = () => ({
  item: ({ sent, subject, to }: { sent: boolean; subject: string; to: string[] }) =>
    sent
      ? `sent to ${to.join(', ')}: ${subject}\n`
      : 'nothing new: no letter was sent (--empty sends it all the same)\n',
});

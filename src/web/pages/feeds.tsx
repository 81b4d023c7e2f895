import type { SavedSearch } from '../../core/model/index.ts';
import type { NewsItem } from '../../service/news/news-item.ts';
import { FormToken, OnlyFor } from '../frame.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, inWords, partPath, withQuery } from './links.ts';

/** What came last, the searches that are kept, and the feeds that tell of both. */
export function FeedsPage(props: {
  searches: readonly SavedSearch[];
  news: { readonly items: readonly NewsItem[]; readonly coverage: { readonly note: string } };
  topics: readonly { readonly id: string; readonly name: string }[];
  problem: string | null;
}) {
  const { searches, news, topics, problem } = props;
  return (
    <Layout title="What is new" path="/new">
      <h1>What is new</h1>
      {problem ? (
        <p class="problems" role="alert">
          {problem}
        </p>
      ) : null}
      <p class="note">
        {inWords(news.coverage.note)}. Feed readers may follow <a href="/feed/texts">new texts</a>,{' '}
        <a href="/feed/changes">texts that changed</a>, and each person and topic.{' '}
        <code>onrecord digest 2031-05-01</code> writes a letter of what came since a day, <code>onrecord mail</code>{' '}
        sends it.
      </p>
      <h2 id="texts">Texts that came last</h2>
      <p class="note">On the left the day on which a text came into this record, beside it when it was said.</p>
      {news.items.length === 0 ? <p>The record holds no text yet.</p> : null}
      <ol class="line">
        {news.items.map((i) => (
          <li class={i.reviewed ? 'reviewed' : undefined}>
            <div class="when">
              <time datetime={i.added}>{dateWords(i.added.slice(0, 10))}</time>
            </div>
            <div class="what">
              <p>
                <a href={partPath(i.id)}>
                  <bdi>{shorten(i.title, 140)}</bdi>
                </a>
              </p>
              <p class="meta">
                said {dateWords(i.date)}
                {i.speaker ? (
                  <>
                    {' '}
                    · <bdi>{shorten(i.speaker, 80)}</bdi>
                  </>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <h2 id="saved">Saved searches</h2>
      {searches.length === 0 ? <p>None is kept.</p> : null}
      <ul class="plainlist">
        {searches.map((s) => (
          <li>
            <a
              href={withQuery('/search', {
                query: s.query,
                speaker: s.speaker,
                topic: s.topic,
                outlet: s.outlet,
                lang: s.lang,
              })}
            >
              <bdi>{s.name}</bdi>
            </a>
            <span class="meta">
              {' '}
              <bdi>{[s.query, s.speaker, s.topic, s.outlet, s.lang].filter(Boolean).join(' · ')}</bdi> ·{' '}
              <a href={`/feed/saved/${encodeURIComponent(s.name)}`}>feed of {s.name}</a>
            </span>
            <OnlyFor access="review">
              <form method="post" action="/new/forget">
                <FormToken />
                <input type="hidden" name="name" value={s.name} />
                <button type="submit">Forget {s.name}</button>
              </form>
            </OnlyFor>
          </li>
        ))}
      </ul>
      <OnlyFor access="review">
        <form method="post" action="/new/save" class="ask">
          <FormToken />
          <div class="row">
            <p>
              <label for="save-name">Name</label>
              <input id="save-name" name="name" required maxlength={60} />
            </p>
            <p>
              <label for="save-query">Words</label>
              <input id="save-query" name="query" maxlength={1000} />
            </p>
          </div>
          <div class="row">
            <p>
              <label for="save-speaker">Said by</label>
              <input id="save-speaker" name="speaker" maxlength={200} />
            </p>
            <p>
              <label for="save-topic">Topic</label>
              <select id="save-topic" name="topic">
                <option value="">any</option>
                {topics.map((t) => (
                  <option value={t.id}>{t.name}</option>
                ))}
              </select>
            </p>
          </div>
          <button type="submit">Keep this search</button>
        </form>
      </OnlyFor>
    </Layout>
  );
}

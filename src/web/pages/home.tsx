import { titleOf } from '../../core/cite/supply-title.ts';
import type { DocumentHead } from '../../core/model/index.ts';
import type { Holdings } from '../../service/holdings.ts';
import { OnlyFor } from '../frame.tsx';
import { AddForm } from './add.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath } from './links.ts';

/** Three questions, three boxes; below them what is held. An empty record offers to fill it. */
export function Home(props: {
  holdings: Holdings;
  latest: readonly DocumentHead[];
  topics: readonly { id: string; name: string }[];
}) {
  const { holdings, latest } = props;
  if (holdings.texts === 0) return <EmptyHome />;
  return (
    <Layout title="Onrecord" path="/">
      <h1>What officials said, word for word</h1>
      <div class="three">
        <section>
          <h2>Did they really say that?</h2>
          <form class="ask" action="/check" method="get">
            <label>
              The quotation
              <textarea name="quote" required></textarea>
            </label>
            <label>
              Said by, if the text you check says so
              <input name="speaker" autocomplete="off" />
            </label>
            <button type="submit">Check it</button>
          </form>
          <p class="note">
            <a href="/check#draft">Check every quotation of a draft</a>
          </p>
        </section>
        <section>
          <h2>What have they said about this?</h2>
          <form class="ask" action="/timeline" method="get">
            <label>
              A topic, treaty, party or word
              <input name="topic" list="topics" required autocomplete="off" />
            </label>
            <datalist id="topics">
              {props.topics.map((t) => (
                <option value={t.name} />
              ))}
            </datalist>
            <label>
              Only this speaker
              <input name="speaker" autocomplete="off" />
            </label>
            <button type="submit">Follow it</button>
          </form>
          <p class="note">
            <a href="/topics">All topics, treaties and talks</a> · <a href="/search">Search for words</a>
          </p>
        </section>
        <section>
          <h2>Where did things stand?</h2>
          <form class="ask" action="/ledger" method="get">
            <label>
              As of the day
              <input
                name="asOf"
                placeholder={holdings.to ?? 'YYYY-MM-DD'}
                pattern="\d{4}(-\d\d){0,2}"
                autocomplete="off"
              />
            </label>
            <label>
              Only with this party
              <input name="party" autocomplete="off" />
            </label>
            <button type="submit">Show it</button>
          </form>
          <p class="note">Without a day: where things stand as far as the record reaches.</p>
        </section>
      </div>
      <Held holdings={holdings} />
      <section>
        <h2>Latest in this record</h2>
        <DocumentTable heads={latest} />
        <p class="note">
          <a href="/documents">All {holdings.texts.toLocaleString('en')} documents</a> ·{' '}
          <a href="/review">What needs a person</a>
          <OnlyFor access="admin">
            {' '}
            · <a href="/add">Add a text</a>
          </OnlyFor>
        </p>
      </section>
    </Layout>
  );
}

/** How far the record reaches (law L4): texts, occasions, people, days, languages. */
function Held(props: { holdings: Holdings }) {
  const { texts, occasions, officials, from, to, undated, languages } = props.holdings;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  const count = (n: number) => n.toLocaleString('en');
  const rows: [string, string][] = [
    ['Texts', `${count(texts)}, of ${count(occasions)} ${occasions === 1 ? 'occasion' : 'occasions'}`],
    ['Officials', count(officials)],
    ['From – to', `${dateWords(from)} – ${dateWords(to)}${undated > 0 ? `; ${count(undated)} without a day` : ''}`],
    ['Languages', languages.map((code) => languageName(code, names)).join(', ') || 'not told'],
  ];
  return (
    <section>
      <h2>What is held</h2>
      <dl class="facts">{rows.map(([name, value]) => [<dt>{name}</dt>, <dd>{value}</dd>])}</dl>
      <p class="note">
        Every answer is about these texts and no others.{' '}
        <a href="/coverage">What is held month by month, and what is not</a>
      </p>
    </section>
  );
}

function languageName(code: string, names: Intl.DisplayNames): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Nothing is held yet: the way in, and the sample to look around in. */
function EmptyHome() {
  return (
    <Layout title="Onrecord" path="/">
      <h1>What officials said, word for word</h1>
      <p class="lede">
        This record is empty. Once it holds interviews, briefings and speeches, it answers three questions:
      </p>
      <ol class="measure">
        <li>Did they really say that?</li>
        <li>What have they said about this, and what changed?</li>
        <li>Where did things stand on that day?</li>
      </ol>
      <OnlyFor access="admin">
        <h2>Add the first text</h2>
        <AddForm />
      </OnlyFor>
      <h2>Or look around first</h2>
      <p class="measure">
        <code>onrecord serve --sample</code> opens a small record of invented states and officials, and keeps nothing. A
        folder at once is quickest on the command line: <code>onrecord add FOLDER</code>.
      </p>
    </Layout>
  );
}

export function DocumentTable(props: { heads: readonly DocumentHead[] }) {
  return (
    <div class="scroll">
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Document</th>
            <th scope="col">Who speaks</th>
          </tr>
        </thead>
        <tbody>
          {props.heads.map((h) => (
            <tr>
              <td class="nowrap">{dateWords(h.date)}</td>
              <td class="words">
                <a href={documentPath(h.id)}>{shorten(titleOf(h), 140)}</a>
              </td>
              <td>
                {shorten(
                  h.participants
                    .filter((p) => p.name && (p.role === 'official' || p.role === 'guest'))
                    .map((p) => p.name)
                    .join(', '),
                  90,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

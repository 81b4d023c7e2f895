import type { DocumentHead } from '../../core/model/index.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath } from './links.ts';

/** Three questions, three boxes; below them what is held. An empty record says how to fill it. */
export function Home(props: { heads: readonly DocumentHead[]; topics: readonly { id: string; name: string }[] }) {
  const { heads } = props;
  const people = new Set(
    heads.flatMap((h) => h.participants.flatMap((p) => (p.role === 'official' && p.name ? [p.name] : []))),
  );
  const days = heads
    .map((h) => h.date)
    .filter((d): d is string => d !== null)
    .sort();
  const languages = [...new Set(heads.map((h) => h.language).filter(Boolean))];
  const events = new Set(heads.map((h) => h.event)).size;
  return (
    <Layout title="Onrecord" path="/">
      <h1>What officials said, word for word</h1>
      <p class="lede">
        {heads.length === 0
          ? 'This record is empty.'
          : `${heads.length} texts of ${events} occasions, ${people.size} officials, ${dateWords(days[0] ?? null)} to ${dateWords(days.at(-1) ?? null)}${languages.length > 0 ? `, in ${languages.join(', ')}` : ''}.`}
      </p>
      {heads.length === 0 ? (
        <p class="measure">
          Add texts on the command line: <code>onrecord add FOLDER</code> reads web pages, text, Markdown, PDF, Word,
          TEI, captions, mail, feeds, WARC and ZIP. To look around first, add the invented sample:{' '}
          <code>ONRECORD_DATA=samples/data onrecord add samples/record</code>.
        </p>
      ) : null}
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
        </section>
        <section>
          <h2>Where did things stand?</h2>
          <form class="ask" action="/ledger" method="get">
            <label>
              As of the day
              <input
                name="asOf"
                placeholder={days.at(-1) ?? 'YYYY-MM-DD'}
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
        </section>
      </div>
      {heads.length > 0 ? (
        <section>
          <h2>Latest in this record</h2>
          <DocumentTable heads={[...heads].sort((a, b) => ((b.date ?? '') < (a.date ?? '') ? -1 : 1)).slice(0, 8)} />
          <p class="note">
            <a href="/documents">All {heads.length} documents</a>
          </p>
        </section>
      ) : null}
    </Layout>
  );
}

export function DocumentTable(props: { heads: readonly DocumentHead[] }) {
  return (
    <div class="scroll">
      <table>
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
              <td style="white-space:nowrap">{dateWords(h.date)}</td>
              <td class="words">
                <a href={documentPath(h.id)}>{shorten(h.title ?? h.name, 140)}</a>
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

import { titleOf } from '../../core/cite/supply-title.ts';
import type { DocumentHead } from '../../core/model/index.ts';
import { FormToken } from '../frame.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, withQuery } from './links.ts';
import { Script } from './script.tsx';

/** The way in: files, a pasted text, or an address. Nothing is kept before it was looked at. */
export function AddPage(props: { kept: readonly DocumentHead[]; problems: readonly string[] }) {
  return (
    <Layout title="Add a text" path="/add">
      <h1>Add a text</h1>
      {props.problems.length > 0 ? (
        <ul class="measure problems" role="alert">
          {props.problems.map((p) => (
            <li>{shorten(p, 300)}</li>
          ))}
        </ul>
      ) : null}
      <Kept heads={props.kept} />
      <p class="lede">
        You see first what was understood of it: who speaks, when, and what is uncertain. Nothing is kept before you say
        so.
      </p>
      <AddForm />
    </Layout>
  );
}

/** The form alone: an empty record's first page shows it too. */
export function AddForm() {
  return (
    <form class="ask add" method="post" action="/add" enctype="multipart/form-data" data-drop>
      <FormToken />
      <label class="drop">
        Files: drop them here, or choose
        <input type="file" name="file" multiple />
        <span class="hint">
          web pages, text, Markdown, PDF, Word, TEI, captions, mail, feeds, WARC, ZIP; up to 40 MB
        </span>
      </label>
      <label>
        Or paste a text
        <textarea name="text" spellcheck={false}></textarea>
      </label>
      <label>
        Or give an address
        <input name="address" type="url" inputmode="url" placeholder="https://" autocomplete="off" />
      </label>
      <button type="submit">Look at it</button>
      <Script island="drop" />
    </form>
  );
}

function Kept(props: { heads: readonly DocumentHead[] }) {
  if (props.heads.length === 0) return null;
  return (
    <section class="kept" role="status">
      <h2>Kept</h2>
      <ul>
        {props.heads.map((h) => (
          <li>
            <a href={documentPath(h.id)}>{shorten(titleOf(h), 160)}</a>, {dateWords(h.date)}{' '}
            <a class="sans" href={withQuery('/review', { document: h.id })}>
              what in it needs a person
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

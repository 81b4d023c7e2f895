import { Layout } from './layout.tsx';
import { partPath } from './links.ts';

const STYLES: Readonly<Record<string, string>> = {
  plain: 'Plain',
  chicago: 'Chicago, notes',
  apa: 'APA',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON, for Zotero and its like',
  wiki: 'Wikipedia',
};

/** One citation in every style, ready to copy. */
export function CitePage(props: { id: string; citations: readonly { style: string; text: string }[] }) {
  return (
    <Layout title="Cite" path="">
      <h1>Cite</h1>
      <p class="note">
        <a href={partPath(props.id.replace(/@r\d+$/u, ''))}>{props.id}</a>. What the source does not print stands in
        square brackets.
      </p>
      {props.citations.map((c) => (
        <section>
          <h2>{STYLES[c.style] ?? c.style}</h2>
          <pre>
            <bdi>{c.text}</bdi>
          </pre>
        </section>
      ))}
    </Layout>
  );
}

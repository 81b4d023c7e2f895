import { titleOf } from '../../core/cite/supply-title.ts';
import type { Finding, Turn, VersionRecord } from '../../core/model/index.ts';
import { lendsOut, lendsWords } from '../../service/rights/rights.ts';
import { OnlyFor } from '../frame.tsx';
import { cutParts, exchangeStart, frontMatter } from './document/cut-parts.ts';
import { COMPLETE, Facts, type OtherVersion } from './document/facts.tsx';
import { Fold } from './document/fold.tsx';
import { gatherMargins, turnAt } from './document/gather-margins.ts';
import type { Linked } from './document/linked.ts';
import type { Reading } from './document/reading.ts';
import { TurnRow } from './document/turn-row.tsx';
import { judgePath } from './judge-mark.tsx';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, partPath, withQuery } from './links.ts';
import { Script } from './script.tsx';

const FOLDED: ReadonlySet<Turn['kind']> = new Set(['boilerplate', 'comment']);
const MAX_FINDINGS = 40;
const upper = (text: string) => (text[0] ?? '').toUpperCase() + text.slice(1);

export interface DocumentProps {
  readonly record: VersionRecord;
  readonly others: readonly OtherVersion[];
  /** what the address leads to within the document */
  readonly linked: Linked | null;
  /** which part of a long document, from 1; null: the one with the linked words, else the first */
  readonly part: number | null;
  /** ids of people who have a page */
  readonly pages: ReadonlySet<string>;
  readonly topicNames: ReadonlyMap<string, string>;
}

/** A document as a scholarly edition: the sequence as it was spoken, speakers on a rail, findings in the margin. */
export function DocumentPage(props: DocumentProps) {
  const { record, linked } = props;
  const { document: d } = record;
  const parts = cutParts(record);
  const target = linked ? turnAt(record.turns, linked.start) : undefined;
  const wanted = target ? parts.findIndex((p) => p.includes(target)) + 1 : (props.part ?? 1);
  const number = Math.min(parts.length, Math.max(1, wanted));
  const turns = parts[number - 1]!;
  const reading: Reading = {
    record,
    linked,
    exchange: target ? exchangeStart(record.turns, target).id : null,
    pages: props.pages,
    topicNames: props.topicNames,
    ...gatherMargins(record, turns),
  };
  const title = shorten(titleOf(d), 400);
  return (
    <Layout title={titleOf(d)} path="/documents">
      <p class="eyebrow">
        {upper([d.kind, dateWords(d.date)].filter(Boolean).join(' · '))}{' '}
        <span class="badge">{COMPLETE[d.completeness]}</span>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <Facts record={record} others={props.others} pages={props.pages} />
      <OnlyFor access="review">
        <p class="note noprint">
          <a href={judgePath([d.id])}>Mend its day, title or whom a label means</a>
        </p>
      </OnlyFor>
      {!lendsWords(d) ? (
        <p class="measure">The rights of this source let its words be linked to and not shown. Its address is above.</p>
      ) : (
        <>
          {parts.length > 1 ? <Parts id={d.id} parts={parts} number={number} /> : null}
          <Questions turns={record.turns} text={record.text} />
          <div id="text" data-title={title} data-day={dateWords(d.date)} data-url={d.url ?? undefined}>
            <Rows reading={reading} turns={turns} front={number === 1 ? frontMatter(turns) : 0} />
          </div>
          {parts.length > 1 ? <Parts id={d.id} parts={parts} number={number} /> : null}
          <div id="bar" role="toolbar" aria-label="Selected words" hidden>
            <button type="button">Copy with source</button>
            <a href="/cite">Cite</a>
            <a href="/check">Said elsewhere?</a>
          </div>
          <div id="told" role="status"></div>
          <Script island="read" />
        </>
      )}
      {lendsOut(d) ? <TakeAlong id={d.id} /> : null}
      <Notes findings={record.findings.filter((f) => f.start === undefined && f.severity !== 'info')} />
    </Layout>
  );
}

/** The turns in order; what only frames them folds into one line each. */
function Rows(props: { reading: Reading; turns: readonly Turn[]; front: number }) {
  const { reading, turns, front } = props;
  const groups: Turn[][] = front > 0 ? [turns.slice(0, front)] : [];
  for (const t of turns.slice(front)) {
    const last = groups.at(-1);
    if (last && last[0] !== turns[0] && FOLDED.has(t.kind) && last[0]!.kind === t.kind) last.push(t);
    else groups.push([t]);
  }
  return (
    <>
      {groups.map((group, i) => {
        if (i === 0 && front > 0) return <Fold reading={reading} turns={group} what="front" />;
        if (FOLDED.has(group[0]!.kind))
          return (
            <Fold reading={reading} turns={group} what={group[0]!.kind === 'comment' ? 'comment' : 'boilerplate'} />
          );
        return <TurnRow reading={reading} turn={group[0]!} />;
      })}
    </>
  );
}

/** The pages of a long document. */
function Parts(props: { id: string; parts: readonly Turn[][]; number: number }) {
  const { id, parts, number } = props;
  return (
    <nav class="pages" aria-label="Parts of this document">
      {parts.map((_, i) =>
        i + 1 === number ? (
          <b aria-current="page">Part {i + 1}</b>
        ) : (
          <a href={withQuery(documentPath(id), { part: i === 0 ? null : String(i + 1) })}>Part {i + 1}</a>
        ),
      )}
    </nav>
  );
}

/** Fewer questions are seen at a glance; more than so many make a list nobody reads. */
const [FEW_QUESTIONS, MANY_QUESTIONS] = [4, 80];

/** What was asked, as a table of contents. */
function Questions(props: { turns: readonly Turn[]; text: string }) {
  const questions = props.turns.filter((t) => t.kind === 'question' && !t.continues);
  if (questions.length < FEW_QUESTIONS) return null;
  return (
    <details class="asks noprint">
      <summary>
        {questions.length} questions{questions.length > MANY_QUESTIONS ? `, the first ${MANY_QUESTIONS}` : ''}
      </summary>
      <ol class="measure">
        {questions.slice(0, MANY_QUESTIONS).map((t) => (
          <li>
            <a href={partPath(t.id)}>
              <bdi>{shorten(props.text.slice(t.bodyStart, t.end), 110)}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Forms in which a document is handed out, for other tools. */
export const TAKEN = {
  tei: ['TEI', 'application/tei+xml', 'xml'],
  akn: ['Akoma Ntoso', 'application/akn+xml', 'xml'],
  'web-annotation': ['Web Annotation', 'application/ld+json', 'jsonld'],
  csv: ['CSV', 'text/csv; charset=utf-8', 'csv'],
  'csl-json': ['CSL-JSON', 'application/json', 'json'],
} as const;

function TakeAlong(props: { id: string }) {
  return (
    <p class="note noprint">
      This document as{' '}
      {Object.entries(TAKEN).map(([format, [name]], i) => [
        i > 0 ? ', ' : '',
        <a href={`/take/${props.id.slice('ver:'.length)}/${format}`}>{name}</a>,
      ])}
    </p>
  );
}

function Notes(props: { findings: readonly Finding[] }) {
  if (props.findings.length === 0) return null;
  return (
    <section>
      <h2>Noticed while reading</h2>
      <ul class="sans measure">
        {props.findings.slice(0, MAX_FINDINGS).map((f) => (
          <li>{shorten(f.why, 300)}</li>
        ))}
      </ul>
    </section>
  );
}

import type { Finding, Turn, VersionRecord } from '../../core/model/index.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, partPath, withQuery } from './links.ts';
import { VoiceMark } from './voice-mark.tsx';

const FOLDED = new Set(['boilerplate', 'comment']);
/** Findings of one turn shown in the margin; the rest stand at the end. */
const MAX_NOTES = 3;

/** A document as a scholarly edition: the sequence as it was spoken, speakers on a rail, findings in the margin. */
export function DocumentPage(props: {
  record: VersionRecord;
  others: readonly { id: string; title: string | null; publisher: string | null }[];
}) {
  const { record } = props;
  const { document: d } = record;
  return (
    <Layout title={d.title ?? d.name} path="">
      <p class="note">
        {dateWords(d.date)}
        {d.dateKind && d.dateKind !== 'said' ? ` (${DATE_KINDS[d.dateKind]})` : ''}
        {d.published && d.published !== d.date ? `, published ${dateWords(d.published)}` : ''}{' '}
        <span class="badge">{COMPLETE[d.completeness]}</span>
      </p>
      <h1>{shorten(d.title ?? d.name, 400)}</h1>
      <Facts record={record} others={props.others} />
      {groupFolded(record.turns).map((group) =>
        group.length > 1 || FOLDED.has(group[0]!.kind) ? (
          <Folded record={record} turns={group} />
        ) : (
          <TurnRow record={record} turn={group[0]!} />
        ),
      )}
      <Notes findings={record.findings.filter((f) => f.start === undefined && f.severity !== 'info')} />
    </Layout>
  );
}

const DATE_KINDS = {
  said: 'day of speaking',
  published: 'day of publication',
  sidecar: 'as handed over with the text',
  name: 'from the file name',
  inferred: 'inferred',
} as const;
const COMPLETE = {
  full: 'full text',
  excerpt: 'excerpt',
  edited: 'edited',
  unknown: 'completeness not stated',
} as const;
const TRANSLATIONS = {
  original: 'original',
  official: 'official translation',
  other: 'translation by another hand',
  machine: 'machine translation',
  unknown: 'not stated whether a translation',
} as const;

function Facts(props: {
  record: VersionRecord;
  others: readonly { id: string; title: string | null; publisher: string | null }[];
}) {
  const { document: d } = props.record;
  const people = d.participants.filter((p) => p.name && p.role !== 'reader' && p.role !== 'site');
  const rows: [string, string | null][] = [
    ['People', people.map((p) => `${p.name} (${p.role})`).join(', ') || null],
    ['Outlet', d.outlet],
    ['Publisher', d.publisher],
    ['Seen at', d.republisher],
    ['Number', d.number],
    ['Place', d.place],
    ['Language', [d.language, TRANSLATIONS[d.translation]].filter(Boolean).join(', ')],
    ['Id', d.id],
  ];
  return (
    <dl class="facts">
      {rows.filter(([, value]) => value).map(([name, value]) => [<dt>{name}</dt>, <dd>{shorten(value!, 300)}</dd>])}
      {d.url && /^https?:\/\//u.test(d.url)
        ? [
            <dt>Address</dt>,
            <dd>
              <a href={d.url} rel="noreferrer nofollow">
                {shorten(d.url, 120)}
              </a>
            </dd>,
          ]
        : null}
      {props.others.length > 0
        ? [
            <dt>Other versions</dt>,
            <dd>
              {props.others.map((o, i) => [
                i > 0 ? '; ' : '',
                <a href={partPath(o.id)}>{shorten(o.publisher ?? o.title ?? o.id, 80)}</a>,
                ' (',
                <a href={withQuery('/compare', { a: d.id, b: o.id })}>compare</a>,
                ')',
              ])}
            </dd>,
          ]
        : null}
    </dl>
  );
}

/** Neighbouring furniture and readers' comments fold into one line. */
function groupFolded(turns: readonly Turn[]): Turn[][] {
  const groups: Turn[][] = [];
  for (const t of turns) {
    const last = groups.at(-1);
    if (last && FOLDED.has(t.kind) && last[0]!.kind === t.kind) last.push(t);
    else groups.push([t]);
  }
  return groups;
}

const localId = (id: string): string => id.slice(id.indexOf('/') + 1);

function Folded(props: { record: VersionRecord; turns: readonly Turn[] }) {
  const { record, turns } = props;
  const words = turns
    .map((t) => record.text.slice(t.start, t.end))
    .join('')
    .trim();
  if (words === '') return null;
  const isComment = turns[0]!.kind === 'comment';
  return (
    <div class={`turn ${turns[0]!.kind}`} id={localId(turns[0]!.id)}>
      <details class="fold">
        <summary>
          {isComment ? `Readers’ comments (${turns.length})` : `Furniture of the site: ${shorten(words, 60)}`}
        </summary>
        {turns.map((t) => (
          <Paragraphs text={record.text.slice(t.start, t.end)} />
        ))}
      </details>
    </div>
  );
}

function TurnRow(props: { record: VersionRecord; turn: Turn }) {
  const { record, turn: t } = props;
  const id = localId(t.id);
  const notes = record.findings.filter(
    (f) => f.start !== undefined && f.start >= t.start && f.start < t.end && f.severity !== 'info',
  );
  const talk = t.kind === 'question' || t.kind === 'answer' || t.kind === 'speech';
  const name = t.speaker ?? (talk ? (t.voice === 'unknown' ? 'Speaker not known' : t.voice) : null);
  const printed = t.label && t.label.replace(/[:.]$/u, '') !== name ? t.label : null;
  return (
    <div class={`turn ${t.kind}${t.continues ? ' goeson' : ''}`} id={id} lang={record.document.language ?? undefined}>
      <div class="who">
        <div>
          {talk || t.kind === 'commentary' ? (
            <>
              <VoiceMark voice={t.voice} />
              <b>{shorten(name ?? (t.kind === 'commentary' ? 'Commentary' : ''), 120)}</b>
              <span class="role"> {t.kind === 'commentary' ? 'by the editor' : t.voice}</span>
              {printed ? <div>printed “{shorten(printed, 50)}”</div> : null}
            </>
          ) : (
            t.kind
          )}
        </div>
      </div>
      <div class="body">
        <Sentences record={record} turn={t} />
      </div>
      <div class="side">
        <a href={`#${id}`} aria-label={`Link to this ${t.kind}`}>
          #
        </a>{' '}
        {talk ? <a href={withQuery('/cite', { id: t.id })}>cite</a> : null}
        {notes.slice(0, MAX_NOTES).map((f) => (
          <div>{shorten(f.why, 160)}</div>
        ))}
      </div>
    </div>
  );
}

/** The words of a turn, each sentence with its own address. */
function Sentences(props: { record: VersionRecord; turn: Turn }) {
  const { record, turn } = props;
  const sentences = record.sentences.filter((s) => s.turn === turn.id);
  const paragraphs: { id: string; text: string }[][] = [[]];
  for (const s of sentences) {
    const text = record.text.slice(s.start, s.end);
    paragraphs.at(-1)!.push({ id: localId(s.id), text: text.trimEnd() });
    if (/\n\s*$/u.test(text)) paragraphs.push([]);
  }
  return (
    <>
      {paragraphs
        .filter((p) => p.some((s) => s.text.trim() !== ''))
        .map((p) => (
          <p>
            {p.map((s) => (
              <>
                <bdi id={s.id}>{s.text}</bdi>{' '}
              </>
            ))}
          </p>
        ))}
    </>
  );
}

function Paragraphs(props: { text: string }) {
  return (
    <>
      {props.text
        .split(/\n\s*\n?/u)
        .filter((p) => p.trim() !== '')
        .map((p) => (
          <p>
            <bdi>{p}</bdi>
          </p>
        ))}
    </>
  );
}

function Notes(props: { findings: readonly Finding[] }) {
  if (props.findings.length === 0) return null;
  return (
    <section>
      <h2>To look at</h2>
      <ul class="sans">
        {props.findings.slice(0, 40).map((f) => (
          <li>{shorten(f.why, 300)}</li>
        ))}
      </ul>
    </section>
  );
}

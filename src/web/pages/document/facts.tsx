import type { Child } from 'hono/jsx';
import { titleOf } from '../../../core/cite/supply-title.ts';
import type { DocumentHead, VersionRecord } from '../../../core/model/index.ts';
import { shorten } from '../layout.tsx';
import { dateWords, documentPath, personPath, withQuery } from '../links.ts';

export type OtherVersion = DocumentHead;

const DATE_KINDS = {
  said: 'day of speaking',
  published: 'day of publication',
  sidecar: 'as handed over with the text',
  name: 'from the file name',
  inferred: 'inferred',
} as const;
const TRANSLATIONS = {
  original: 'original',
  official: 'official translation',
  other: 'translation by another hand',
  machine: 'machine translation',
  unknown: 'not stated whether a translation',
} as const;
export const COMPLETE = {
  full: 'full text',
  excerpt: 'excerpt',
  edited: 'edited by its publisher',
  unknown: 'not stated whether complete',
} as const;
/** Longest piece of the source shown as the words that print a date, in UTF-16 units. */
const MAX_PRINTED = 80;

/** The apparatus under the title: who, where, when as printed and as we encode it, in which version. */
export function Facts(props: { record: VersionRecord; others: readonly OtherVersion[]; pages: ReadonlySet<string> }) {
  const { document: d } = props.record;
  const people = d.participants.filter((p) => p.name && p.role !== 'reader' && p.role !== 'site');
  const rows: [string, Child][] = [
    ['Who speaks', joined(people.map((p) => named(p, props.pages)))],
    ['Day', <Day record={props.record} />],
    ['Outlet', d.outlet && shorten(d.outlet, 200)],
    ['Place', d.place && shorten(d.place, 200)],
    ['Published by', d.publisher && shorten(d.publisher, 200)],
    ['Seen at', d.republisher && `${shorten(d.republisher, 200)}, which passes on the text of another`],
    ['Number', d.number && shorten(d.number, 80)],
    ['Language', [languageName(d.language), TRANSLATIONS[d.translation]].filter(Boolean).join(', ')],
    ['Rights', d.rights && shorten(d.rights, 160)],
    ['Address', d.url && /^https?:\/\//u.test(d.url) && <Address url={d.url} />],
    [
      'Other versions',
      props.others.length > 0 &&
        joined(
          props.others.map((o) => versionLinks(d.id, o)),
          '; ',
        ),
    ],
    ['Id', <code>{d.id}</code>],
  ];
  return (
    <dl class="facts">
      {rows.filter(([, value]) => Boolean(value)).map(([name, value]) => [<dt>{name}</dt>, <dd>{value}</dd>])}
    </dl>
  );
}

/** As encoded, with how we know it; beside it the words that print it, where the text does. */
function Day(props: { record: VersionRecord }) {
  const { document: d, text } = props.record;
  const printed = d.evidence.find((e) => e.field === 'date' && e.start !== undefined && e.end !== undefined);
  const words = printed ? text.slice(printed.start, printed.end).trim().slice(0, MAX_PRINTED) : null;
  return (
    <>
      {d.date ? (
        <>
          {dateWords(d.date)}
          {d.dateKind ? `, ${DATE_KINDS[d.dateKind]}` : ''} <span class="note">(encoded {d.date}</span>
          <span class="note">
            {words ? (
              <>
                ; printed “<bdi>{words}</bdi>”
              </>
            ) : null}
            )
          </span>
        </>
      ) : (
        'not printed in the text'
      )}
      {d.published && d.published !== d.date ? `; published ${dateWords(d.published)}` : ''}
    </>
  );
}

const named = (p: VersionRecord['document']['participants'][number], pages: ReadonlySet<string>): Child => [
  p.person && pages.has(p.person) ? <a href={personPath(p.person)}>{shorten(p.name!, 80)}</a> : shorten(p.name!, 80),
  ` (${p.role})`,
];

const versionLinks = (id: string, o: OtherVersion): Child => [
  <a href={documentPath(o.id)}>{shorten(o.publisher ?? titleOf(o), 80)}</a>,
  o.language ? ` in ${languageName(o.language)}` : '',
  ' (',
  <a href={withQuery('/compare', { a: id, b: o.id })}>compare</a>,
  ')',
];

function Address(props: { url: string }) {
  return (
    <a href={props.url} rel="noreferrer nofollow">
      {shorten(props.url, 120)}
    </a>
  );
}

function joined(items: readonly Child[], mark = ', '): Child {
  return items.length === 0 ? null : items.map((item, i) => [i > 0 ? mark : '', item]);
}

/** `ru` -> Russian; a code nobody knows stays as it is. */
export function languageName(code: string | null): string {
  if (!code) return 'language not known';
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

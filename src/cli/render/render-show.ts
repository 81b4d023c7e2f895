import { titleOf } from '../../core/cite/supply-title.ts';
import { TALK, type Turn, type VersionRecord } from '../../core/model/index.ts';
import { count, oneLine, printable, type Style, wrap } from '../style.ts';
import type { Renderer } from './renderer.ts';

/** A document to read: its head, then each turn under its speaker; zones that nobody speaks in stand back. */
export function renderShow(style: Style): Renderer {
  return {
    item(record: VersionRecord & { readonly versions?: readonly string[] }) {
      return `${head(record, style)}\n${record.turns.map((t) => turn(record, t, style)).join('')}${foot(record, style)}`;
    },
  };
}

function head(
  { document: d, versions }: VersionRecord & { readonly versions?: readonly string[] },
  style: Style,
): string {
  const others = versions?.filter((v) => v !== d.id) ?? [];
  const people = d.participants.filter((p) => p.name).map((p) => `${p.name} (${p.role})`);
  const facts: [string, string | null][] = [
    ['id', d.id],
    ['other texts', others.length > 0 ? `${others.join(', ')} (of the same event, ${d.event})` : null],
    [
      'date',
      d.date &&
        `${d.date}${d.dateKind ? ` (${d.dateKind})` : ''}${d.published && d.published !== d.date ? `, published ${d.published}` : ''}`,
    ],
    [
      'kind',
      [d.kind, d.language, d.translation === 'unknown' ? null : `${d.translation} text`].filter(Boolean).join(', ') ||
        null,
    ],
    ['outlet', d.outlet],
    ['publisher', d.publisher],
    ['re-posted by', d.republisher],
    ['number', d.number],
    ['address', d.url],
    ['people', people.join(', ') || null],
  ];
  const rows = facts.flatMap(([name, value]) =>
    value ? [`${style.paint('dim', name.padEnd(13))}${printable(value)}`] : [],
  );
  return `${style.paint('bold', oneLine(titleOf(d), style.width))}\n${rows.join('\n')}\n`;
}

const COLOUR = { question: 'cyan', answer: 'green', speech: 'green' } as const;

function turn(record: VersionRecord, t: Turn, style: Style): string {
  const body = record.text.slice(t.bodyStart, t.end);
  const id = t.id.slice(t.id.indexOf('/') + 1);
  if (t.kind === 'boilerplate') {
    const words = oneLine(body, 50);
    return words ? `${style.paint('dim', `[${t.kind}, ${count(body.length, 'character')}: ${words}]`)}\n\n` : '';
  }
  if (t.kind === 'title' || t.kind === 'heading')
    return body.trim() ? `${style.paint('bold', wrap(body, style.width))}\n\n` : '';
  const who = t.speaker ?? (t.voice === 'unknown' ? 'speaker not known' : t.voice);
  const printed = t.label && t.label.replace(/:$/, '') !== who ? `, printed “${oneLine(t.label, 40)}”` : '';
  const goesOn = t.continues ? ', goes on' : '';
  const colour = COLOUR[t.kind as keyof typeof COLOUR] ?? 'dim';
  const label = `${style.paint(['bold', colour], printable(who))} ${style.paint('dim', printable(`${t.kind}${goesOn}${printed} · ${id}`))}`;
  const text = wrap(body, Math.min(style.width, 100), '  ');
  return `${label}\n${TALK.has(t.kind) ? text : style.paint('dim', text)}\n\n`;
}

function foot(record: VersionRecord, style: Style): string {
  const layers = [
    count(record.turns.length, 'turn'),
    count(record.sentences.length, 'sentence'),
    count(record.claims.length, 'claim'),
  ];
  const findings = record.findings
    .filter((f) => f.severity !== 'info' || f.rule === 'possible-same-event')
    .map(
      (f) =>
        `${style.paint('yellow', 'look at')}  ${printable(f.why)} ${style.paint('dim', `(${f.stage}: ${f.rule})`)}\n`,
    );
  return `${style.paint('dim', layers.join(', '))}\n${findings.join('')}`;
}

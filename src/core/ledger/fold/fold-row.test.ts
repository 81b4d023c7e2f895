import { describe, expect, it } from 'vitest';
import type { LedgerStatement } from '../../model/index.ts';
import { foldLedger } from '../fold-ledger.ts';

let n = 0;
/** A statement of one side about a meeting, with what a case needs. */
const said = (day: string | null, more: Partial<LedgerStatement> = {}): LedgerStatement => {
  const id = `ver:${day}/e-${n++}`;
  const evidence = [{ field: 'status', document: `ver:${day}`, turn: 't', start: n, end: n + 1, text: 'x' }];
  const known = { section: 'meetings', key: '2:round|a+b', side: 'a', title: 'T', parties: ['A', 'B'] } as const;
  const empty = { date: null, value: null, valid: { from: null, to: null }, statedBy: ['S'], by: null, to: null };
  return {
    id,
    ...known,
    ...empty,
    parties: ['A', 'B'],
    status: 'planned',
    said: day,
    attributes: {},
    evidence,
    rule: 'r',
    ...more,
  };
};
const NOBODY = { accepted: new Set<string>(), rejected: new Set<string>() };
const on = (day: string | null, statements: LedgerStatement[], more = {}) =>
  foldLedger(statements, { day, hindsight: false, ...NOBODY, ...more });

const PLAN = said('2031-01-10', { date: '2031-03-01', key: '2:round|a+b || 2031-03-01|a+b' });
const MOVED = said('2031-02-10', { status: 'postponed', date: '2031-04-01', key: '2031-03-01|a+b || 2031-04-01|a+b' });
const HELD = said('2031-04-02', { status: 'held', date: '2031-04-01', key: '2031-04-01|a+b' });

describe('foldLedger', () => {
  it.each<[string, string]>([
    ['2031-01-10', 'planned 2031-03-01'],
    ['2031-02-11', 'postponed 2031-04-01'],
    ['2031-04-03', 'held 2031-04-01'],
  ])('[L2] a round is followed through its days by what joins them: on %s it is %s', (day, expected) => {
    expect(on(day, [HELD, MOVED, PLAN]).meetings.map((e) => `${e.status} ${e.date}`)).toEqual([expected]);
  });

  it('[L2] the day of a plan or of a new date passes without a word: its outcome is not in the record', () => {
    expect(on('2031-03-02', [PLAN]).meetings[0]!.status).toBe('planned-outcome-unknown');
    expect(on('2031-04-02', [PLAN, MOVED]).meetings[0]!.status).toBe('planned-outcome-unknown');
  });

  it.each([
    ['2031-W03', '2031-01-19', '2031-01-20'],
    ['2031-Q1', '2031-03-31', '2031-04-01'],
    ['2031-SU', '2031-08-31', '2031-09-01'],
    ['2031-02-21~/2031-02-28', '2031-02-28', '2031-03-01'],
    ['2031-05?', '2031-05-31', '2031-06-01'],
  ])('[L2] a plan for %s is open on %s and past on %s', (date, open, past) => {
    const plan = said('2031-01-10', { date, key: 'round' });
    expect(on(open, [plan]).meetings[0]!.status).toBe('planned');
    expect(on(past, [plan]).meetings[0]!.status).toBe('planned-outcome-unknown');
  });

  it('[K4] the order of the statements leaves no trace', () => {
    expect(on(null, [HELD, MOVED, PLAN])).toEqual(on(null, [PLAN, HELD, MOVED]));
  });

  it('[K3] later words leave the id of a row alone', () => {
    expect(on(null, [PLAN]).meetings[0]!.id).toBe(on(null, [HELD, PLAN, MOVED]).meetings[0]!.id);
  });

  it('[L3] two sides’ accounts of one round stand side by side', () => {
    expect(on(null, [PLAN, said('2031-01-11', { side: 'b' })]).meetings).toHaveLength(2);
  });

  it('to say again that a draft was sent does not undo the answer to it; a denial does', () => {
    const step = (day: string, status: string) => said(day, { section: 'proposals', key: 'draft', status });
    const thread = [step('2031-01-01', 'sent'), step('2031-01-05', 'rejected'), step('2031-01-09', 'sent')];
    expect(on(null, thread).proposals.map((e) => [e.status, e.thread!.length])).toEqual([['rejected', 3]]);
    expect(on(null, [...thread, step('2031-02-01', 'not-received')]).proposals[0]!.status).toBe('not-received');
  });

  it('what only answers a row that is not there is no row', () => {
    const met = said('2031-01-01', { section: 'demands', status: 'met', attributes: { needsRow: true } });
    expect(on(null, [met]).demands).toEqual([]);
    expect(on(null, [met, said('2030-01-01', { section: 'demands', status: 'stated' })]).demands[0]!.status).toBe(
      'met',
    );
  });

  it('[S1] a state that a person set stands until newer words are said', () => {
    const correction = { judgement: 'jud:1', covers: new Set([PLAN.id]), field: 'status', value: 'cancelled' };
    const corrections = [{ ...correction, by: 'R. Eader', reason: 'a note', evidence: null }];
    expect(on(null, [PLAN], { corrections }).meetings[0]!.status).toBe('cancelled');
    expect(on(null, [PLAN, MOVED], { corrections }).meetings[0]!.status).toBe('postponed');
  });
});

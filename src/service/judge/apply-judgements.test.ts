import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../core/anchor/describe-span.ts';
import type { Claim, Judgement, VersionRecord } from '../../core/model/index.ts';
import { made } from '../../store/store.contract.ts';
import { applyJudgements, parseCorrection } from './apply-judgements.ts';

const { derivation, id } = made('Preface by an editor.\nQ: Will the ferry open?\nA: We will open it in spring.\n');
const [, question, answer] = derivation.record.turns;
const claim: Claim = {
  id: `${id}/c-1`,
  turn: answer!.id,
  start: answer!.bodyStart,
  end: answer!.end - 1,
  speaker: 'Ilse Marenko',
  person: null,
  voice: 'official',
  topic: 'ferries',
  topics: ['ferries'],
  act: 'assertion',
  polarity: 'affirmative',
  modality: 'will',
  addressee: null,
  reported: null,
  hedges: [],
  condition: null,
  inReplyTo: question!.id,
  rule: 'test',
};
const record: VersionRecord = { ...derivation.record, claims: [claim] };

const judged = (about: string, decision: Judgement['decision'], value: string | null = null): Judgement => ({
  id: 'jud:1',
  about,
  other: null,
  decision,
  value,
  anchor: null,
  by: 'V. Dolin',
  at: '2031-01-01T00:00:00Z',
  reason: 'heard the tape',
});

describe('[S1] applyJudgements', () => {
  it('leaves a record alone that nobody judged, or whose judgements are about something else', () => {
    expect(applyJudgements(record, [])).toBe(record);
    expect(applyJudgements(record, [judged('ver:other', 'correct', 'title=X'), judged(id, 'accept')])).toBe(record);
  });

  it.each<[string, string, (r: VersionRecord) => unknown, unknown]>([
    ['a title', `${id} title=The ferry`, (r) => r.document.title, 'The ferry'],
    ['a fact that is not known after all', `${id} outlet=`, (r) => r.document.outlet, null],
    [
      'a speaker',
      `${answer!.id} speaker=Jonas Petrak`,
      (r) => [r.turns[2]!.speaker, r.claims[0]!.speaker],
      ['Jonas Petrak', 'Jonas Petrak'],
    ],
    [
      'a speaker joins the participants',
      `${answer!.id} speaker=Jonas Petrak`,
      (r) => r.document.participants.at(-1)?.name,
      'Jonas Petrak',
    ],
    ['a claim’s act', `${claim.id} act=commitment`, (r) => r.claims[0]!.act, 'commitment'],
    ['a claim’s topic', `${claim.id} topic=harbours`, (r) => r.claims[0]!.topics, ['harbours', 'ferries']],
  ])('corrects %s', (_name, correction, read, expected) => {
    const [about, ...value] = correction.split(' ');
    const result = applyJudgements(record, [judged(about!, 'correct', value.join(' '))]);
    expect(read(result)).toEqual(expected);
    expect(result.findings.at(-1)).toMatchObject({ stage: 'judgement', rule: 'corrected-by-person' });
    expect(record.turns[2]!.speaker).toBe('Ilse Marenko');
  });

  it('[V1] a turn that is an editor’s after all attributes nothing', () => {
    const result = applyJudgements(record, [judged(answer!.id, 'correct', 'voice=editor')]);
    expect(result.claims[0]).toMatchObject({ voice: 'editor', speaker: null, person: null });
  });

  it('[V1] a turn that is a question after all has no claims', () => {
    expect(applyJudgements(record, [judged(answer!.id, 'correct', 'kind=question')]).claims).toEqual([]);
  });

  it('a rejected claim is left out, and a finding says who rejected it', () => {
    const result = applyJudgements(record, [judged(claim.id, 'reject')]);
    expect(result.claims).toEqual([]);
    expect(result.findings.at(-1)!.why).toMatch(/V\. Dolin rejected a claim here: heard the tape/);
  });

  it('[K3] a judgement follows its words to another id, and says so when they are gone', () => {
    const anchor = describeSpan(id, record.text, answer!);
    const moved = { ...judged(`${id}/t-000000`, 'correct', 'speaker=Jonas Petrak'), anchor };
    expect(applyJudgements(record, [moved]).turns[2]!.speaker).toBe('Jonas Petrak');
    const gone = {
      ...moved,
      anchor: {
        ...anchor,
        exact: 'Something that was never said in this place at all.',
        prefix: '',
        suffix: '',
        start: 0,
        end: 0,
      },
    };
    expect(applyJudgements(record, [gone]).findings.at(-1)).toMatchObject({
      rule: 'judgement-lost',
      severity: 'warning',
    });
  });

  it.each([
    ['speaker=Ilse Marenko', ['speaker', 'Ilse Marenko']],
    ['speaker="Ilse Marenko"', ['speaker', 'Ilse Marenko']],
    ['title=a=b', ['title', 'a=b']],
    ['outlet=', ['outlet', null]],
  ])('reads %s', (value, expected) => {
    expect(parseCorrection(value)).toEqual(expected);
  });
});

import { expect, it } from 'vitest';
import { loadRules } from '../../../intake/rules.ts';
import { annotate } from '../../pipeline.ts';
import { DIGEST_REVISION, digestRecord } from './digest-record.ts';

/** Names of fields, as deep as they go; of lists, sets and maps the first item stands for all. */
function shapeOf(value: unknown): unknown {
  if (value instanceof Set || value instanceof Map || Array.isArray(value))
    return value instanceof Map ? 'map' : 'list';
  if (typeof value !== 'object' || value === null) return '';
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, v]) => [name, shapeOf(v)]),
  );
}

it('what a digest holds changes together with its revision, for digests are kept', () => {
  const text =
    'Question: And the treaty?\n\nIlse Marenko: The Sarnow Treaty expires on 31 December 2023. As I said, we demand that they withdraw forty launchers.';
  const source = { name: 'x.txt', format: 'text', mediaType: 'text/plain', text, findings: [] } as const;
  const digest = digestRecord(
    annotate(source, { date: '2023-04-11', language: 'en' }, 'ver:1', loadRules()),
    loadRules(),
  );
  const { statements, ledger, references, review, terms } = digest;
  const shape = [statements[0], ledger[0], references[0], review[0], terms[0]].map((item) =>
    JSON.stringify(shapeOf(item)),
  );
  expect([DIGEST_REVISION, ...shape]).toMatchInlineSnapshot(`
    [
      19,
      "{"asked":"list","claim":{"act":"","addressee":"","condition":"","end":"","hedges":"list","id":"","inReplyTo":"","modality":"","person":"","polarity":"","reported":"","rule":"","speaker":"","start":"","topic":"","topics":"list","turn":"","voice":""},"date":"","document":"","end":"","entities":"list","event":"","language":"","party":"","proposition":{"actor":"","behindActs":"map","ceiling":"","context":"list","deeds":"list","denied":"list","keys":"map","owners":"map","turns":"list","withActs":"map"},"question":"","rendering":{"kind":"","publisher":""},"start":"","text":"","values":"list"}",
      "{"attributes":{},"by":"","date":"","evidence":"list","id":"","key":"","parties":"list","rule":"","said":"","section":"","side":"","statedBy":"list","status":"","title":"","to":"","valid":{"from":"","to":""},"value":""}",
      "{"day":"","end":"","from":"","key":"","kind":"","start":"","text":"","to":"","turn":"","who":""}",
      "{"document":"","end":"","id":"","kind":"","once":"","rule":"","start":"","text":"","weight":"","why":""}",
      "{"example":{"text":"","turn":""},"key":"","statements":"","term":""}",
    ]
  `);
});

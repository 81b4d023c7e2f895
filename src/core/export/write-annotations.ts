import { describeSpan } from '../anchor/describe-span.ts';
import { toSelectors } from '../anchor/web-annotation.ts';
import type { Claim, VersionRecord } from '../model/index.ts';

export interface AnnotationContext {
  /** of the reading annotated */
  readonly reading: number;
  /** when the bytes were fetched (ISO 8601), and where a copy is archived */
  readonly retrieved: string | null;
  readonly archive: string | null;
  readonly reviewed: ReadonlySet<string>;
}

/**
 * The claims of a version as W3C Web Annotations. Positions count Unicode code points, as the standard demands, not UTF-16 units.
 * Only claims with a speaker leave the record (law V1), each marked as reviewed or as a machine's suggestion (law S1).
 */
export function writeAnnotations(record: VersionRecord, context: AnnotationContext) {
  const claims = record.claims.filter((c) => c.speaker !== null);
  const points = countPoints(
    record.text,
    claims.flatMap((c) => [c.start, c.end]),
  );
  return claims.map((claim) => annotate(record, claim, context, points));
}

function annotate(
  record: VersionRecord,
  claim: Claim,
  context: AnnotationContext,
  points: ReadonlyMap<number, number>,
) {
  const { document: d, text } = record;
  const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value, format: 'text/plain' });
  const selector = toSelectors(describeSpan(d.id, text, claim)).map((s) =>
    s.type === 'TextPositionSelector' ? { ...s, start: points.get(claim.start)!, end: points.get(claim.end)! } : s,
  );
  const state = {
    type: 'TimeState',
    ...(context.retrieved ? { sourceDate: context.retrieved } : {}),
    ...(context.archive ? { cached: context.archive } : {}),
  };
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:onrecord:${claim.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    generator: { id: `urn:onrecord:rule:${claim.rule}`, type: 'Software', name: 'Onrecord' },
    body: [
      body('classifying', `act: ${claim.act}`),
      body('classifying', `polarity: ${claim.polarity}`),
      body('classifying', `modality: ${claim.modality}`),
      ...claim.topics.map((t) => body('tagging', `topic: ${t}`)),
      body('identifying', `speaker: ${claim.speaker}`),
      body('assessing', context.reviewed.has(claim.id) ? 'reviewed' : 'a machine’s suggestion, not reviewed'),
    ],
    target: {
      type: 'SpecificResource',
      source: {
        id: `urn:onrecord:${d.id}@r${context.reading}`,
        type: 'Text',
        format: 'text/plain',
        ...(d.language ? { language: d.language } : {}),
        ...(d.url ? { via: d.url } : {}),
      },
      selector,
      ...(context.retrieved || context.archive ? { state } : {}),
    },
  };
}

/** UTF-16 offset -> offset in code points, for the offsets asked, in one pass over the text. */
function countPoints(text: string, offsets: readonly number[]): Map<number, number> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let units = 0;
  let points = 0;
  let next = 0;
  while (next < wanted.length) {
    while (next < wanted.length && wanted[next]! <= units) found.set(wanted[next++]!, points);
    if (units >= text.length) break;
    units += text.codePointAt(units)! > 0xffff ? 2 : 1;
    points++;
  }
  return found;
}

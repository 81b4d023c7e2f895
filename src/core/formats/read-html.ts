import type { DecodedSource, Reading, Rules } from '../model/index.ts';
import { collectClues } from './html/collect-clues.ts';
import { findZones } from './html/find-zones.ts';
import { parseHtml } from './html/parse-html.ts';
import { walkText } from './html/walk-text.ts';

/** A web page: all that a reader could see of it, in reading order, each block with its zone; what it says of itself as clues. */
export function readHtml(source: DecodedSource, rules: Rules): Reading {
  const tree = parseHtml(source.text ?? '');
  const walked = walkText(tree);
  const clues = collectClues(tree, walked);
  const title = clues.find((c) => c.field === 'title')?.value ?? null;
  const blocks = findZones(tree, walked, title, rules);
  const findings = [...source.findings];
  if (tree.flat)
    findings.push({
      stage: 'formats',
      rule: 'tangled-markup',
      severity: 'warning',
      why: 'the markup nests in a way that no browser page does; it was read tag by tag',
    });
  return {
    reader: 'html/1',
    text: walked.text,
    blocks,
    marks: walked.marks,
    clues: [...(source.clues ?? []), ...clues],
    findings,
  };
}

import type { DecodedSource, Reading, Rules } from '../model/index.ts';
import { collectClues, collectTimes } from './html/collect-clues.ts';
import { findZones } from './html/find-zones.ts';
import { parseHtml } from './html/parse-html.ts';
import { walkText } from './html/walk-text.ts';

/** A web page: all that a reader could see of it, in reading order, each block with its zone; what it says of itself as clues. */
export function readHtml(source: DecodedSource, rules: Rules): Reading {
  const tree = parseHtml(source.text ?? '');
  const walked = walkText(tree);
  const head = collectClues(tree);
  const say = (field: string, rule?: string) =>
    head.filter((c) => c.field === field && (!rule || c.rule === rule)).map((c) => c.value);
  const titles = {
    stated: [...say('title', 'json-ld'), ...say('title', 'html-meta')],
    tag: say('title', 'title-tag')[0] ?? null,
    sites: say('siteName'),
  };
  const blocks = findZones(tree, walked, titles, rules);
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
    clues: [...(source.clues ?? []), ...head, ...collectTimes(tree, walked, blocks)],
    findings,
  };
}

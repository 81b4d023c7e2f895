import type { DocumentFacts, Layer, Reading, Rules, TurnDraft } from '../model/index.ts';

/** Blocks into turns and zones that tile the text (law T2). */
export function findTurns(reading: Reading, _facts: DocumentFacts, _rules: Rules): Layer<TurnDraft> {
  const items: TurnDraft[] = [];
  for (const block of reading.blocks) {
    const label = /^(?:[A-Z][\p{L}.' -]{0,40}|Q|A):\s*/u.exec(reading.text.slice(block.start, block.end))?.[0];
    if (!label) continue;
    const previous = items.at(-1);
    if (previous) previous.end = block.start;
    const name = label.replace(/:\s*$/, '');
    items.push({
      kind: /^Q/.test(name) ? 'question' : 'answer',
      label: name,
      start: block.start,
      bodyStart: block.start + label.length,
      end: reading.text.length,
      rule: 'label',
    });
  }
  const first = items[0]?.start ?? reading.text.length;
  if (first > 0) items.unshift({ kind: 'commentary', label: null, start: 0, bodyStart: 0, end: first, rule: 'before' });
  return { items, findings: [] };
}

import { type Mention, type Rules, TALK, type Turn } from '../../model/index.ts';

/** Words an editor put into a turn: "[to the talks]", "(the minister, ed.)". They are not the speaker's. */
export function detectInsertions(text: string, turn: Turn, rules: Rules): Mention[] {
  if (!TALK.has(turn.kind)) return [];
  const signs = Object.values(rules.cues).flatMap((c) => c.names?.['insertion-signs'] ?? []);
  const body = text.slice(turn.bodyStart, turn.end);
  const items: Mention[] = [];
  for (const m of body.matchAll(/\[[^\][\n]{1,300}\]|\([^()\n]{2,300}\)/gu)) {
    const inner = m[0].slice(1, -1).toLowerCase();
    if (m[0].startsWith('(') && !signs.some((s) => inner.endsWith(s) || inner.startsWith(s))) continue;
    const start = turn.bodyStart + m.index;
    items.push({
      kind: 'insertion',
      start,
      end: start + m[0].length,
      value: null,
      name: null,
      entity: null,
      turn: turn.id,
      rule: 'brackets-in-talk',
    });
  }
  return items;
}

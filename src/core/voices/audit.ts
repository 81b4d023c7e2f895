import { type Finding, TALK, type VoicedTurn } from '../model/index.ts';
import { compareNames } from '../text/compare-names.ts';
import type { IdentityScene } from './identify/scene.ts';

/** Deliberately looser than any detector: a short capitalised phrase and a colon at the start of a line or after a sentence. */
const LOOSE_LABEL =
  /(?:^|\n[ \t]{0,40}|[.!?…»”"][ \t]{1,4})(\p{Lu}[^\s:.!?]{0,30}\.?(?:[ \u00a0]{1,2}\p{Lu}[^\s:.!?]{0,30}\.?){0,5}):(?=\s)/gu;
/** One document cannot tire a person with more; the last finding says how many were left out. */
const MAX_FINDINGS = 20;

/**
 * "What did we miss?": label-like words inside a turn that no rule took, and people announced who never speak. For a
 * person's eye; it changes nothing.
 */
export function auditVoices(scene: IdentityScene, items: readonly VoicedTurn[]): Finding[] {
  return [...missedLabels(scene, items), ...silentGuests(scene, items)];
}

function missedLabels({ text }: IdentityScene, items: readonly VoicedTurn[]): Finding[] {
  const findings: Finding[] = [];
  let more = 0;
  let at = 0;
  for (const m of text.matchAll(LOOSE_LABEL)) {
    const start = m.index + m[0].indexOf(m[1]!);
    const end = m.index + m[0].length;
    while (at < items.length - 1 && items[at]!.end <= start) at++;
    const turn = items[at];
    if (!turn || !TALK.has(turn.kind) || start < turn.bodyStart) continue;
    if (findings.length >= MAX_FINDINGS) more++;
    else
      findings.push({
        stage: 'voices',
        rule: 'label-not-taken',
        severity: 'info',
        start,
        end,
        why: `"${text.slice(start, end)}" looks like a label, but no rule took it: it is read as words of the turn it stands in.`,
      });
  }
  if (more)
    findings.push({
      stage: 'voices',
      rule: 'label-not-taken',
      severity: 'info',
      why: `${more} more label-like lines are not listed.`,
    });
  return findings;
}

function silentGuests({ announced, resolved }: IdentityScene, items: readonly VoicedTurn[]): Finding[] {
  const speaking = [...new Set(items.flatMap((t) => (TALK.has(t.kind) && t.speaker ? [t.speaker] : [])))];
  const labels = [...resolved.keys()].flatMap((u) => u.label.name ?? []);
  const seen = new Set<string>();
  return announced.flatMap(({ name, start, end }) => {
    if (start === null || end === null || seen.has(name)) return [];
    seen.add(name);
    if ([...speaking, ...labels].some((s) => compareNames(s, name) === 'same')) return [];
    const why = `${name} is announced, but no turn is under that name: a label may have been missed.`;
    return [{ stage: 'voices', rule: 'announced-but-silent', severity: 'info' as const, start, end, why }];
  });
}

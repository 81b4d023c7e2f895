import { type Participant, type Sidecar, TALK, type VoicedTurn } from '../../model/index.ts';
import { compareNames } from '../../text/compare-names.ts';

/** Everyone who speaks, in the order of speaking, with role and printed labels; then whoever the sidecar adds. */
export function listParticipants(items: readonly VoicedTurn[], sidecar: Sidecar | null): Participant[] {
  const list: { name: string | null; role: VoicedTurn['voice']; person: string | null; labels: string[] }[] = [];
  const byKey = new Map<string, (typeof list)[number]>();
  for (const item of items) {
    if (!TALK.has(item.kind) || (item.speaker === null && item.label === null)) continue;
    const key = item.person ?? `${item.speaker ?? ''}|${item.voice}`;
    let entry = byKey.get(key);
    if (!entry) {
      entry = { name: item.speaker, role: item.voice, person: item.person, labels: [] };
      byKey.set(key, entry);
      list.push(entry);
    }
    const label = item.label?.replace(/[\s:]+$/u, '');
    if (label && !entry.labels.includes(label)) entry.labels.push(label);
  }
  for (const p of sidecar?.participants ?? []) {
    const given = typeof p === 'string' ? { name: p } : p;
    if (given.name.trim() === '' || list.some((e) => e.name !== null && compareNames(e.name, given.name) === 'same'))
      continue;
    list.push({
      name: given.name,
      role: ('role' in given ? given.role : undefined) ?? 'unknown',
      person: null,
      labels: [],
    });
  }
  return list;
}

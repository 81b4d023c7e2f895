import type {
  DocumentFacts,
  Finding,
  Participant,
  Reading,
  Rules,
  Sidecar,
  TurnDraft,
  VoicedTurn,
} from '../model/index.ts';

/** Who speaks in each turn: printed label beside the person it stands for (law V2), null when unsure (law V1). */
export function identifyVoices(
  _reading: Reading,
  _facts: DocumentFacts,
  turns: readonly TurnDraft[],
  _sidecar: Sidecar | null,
  _rules: Rules,
): { items: VoicedTurn[]; participants: Participant[]; findings: Finding[] } {
  return {
    items: turns.map((t) => ({ ...t, voice: 'unknown', speaker: t.label, person: null, voiceRule: 'none' })),
    participants: [],
    findings: [],
  };
}

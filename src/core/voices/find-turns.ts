import type { DocumentFacts, Layer, Reading, Rules, Sidecar, TurnDraft } from '../model/index.ts';
import { DETECTORS } from './detectors/index.ts';
import { layTurns } from './lay-turns.ts';
import type { LaidTurn, Scene } from './proposal.ts';
import { REFINERS } from './refiners/index.ts';
import { settleProposals } from './settle-proposals.ts';
import { gatherVoiceWords } from './voice-words.ts';

/**
 * Blocks into turns and zones that tile the text (law T2): detectors propose, the heavier proposal wins, refiners settle
 * what the text around a turn says about it. When it is not clear whose words these are, they are nobody's (law V1).
 */
export function findTurns(
  reading: Reading,
  facts: DocumentFacts,
  rules: Rules,
  sidecar: Sidecar | null = null,
): Layer<TurnDraft> {
  const scene: Scene = {
    text: reading.text,
    blocks: reading.blocks,
    marks: reading.marks,
    facts,
    words: gatherVoiceWords(rules),
    told: officialsTold(sidecar),
    rules,
  };
  const proposals = DETECTORS.flatMap((detector) => detector.detect(scene));
  let turns: readonly LaidTurn[] = layTurns(scene.text, settleProposals(proposals, scene.text.length));
  for (const refiner of REFINERS) turns = refiner.refine(turns, scene);
  return { items: nameContinuations(turns), findings: [] };
}

/** Whom the sidecar names as an official, or names at all where it gives no roles. */
const officialsTold = (sidecar: Sidecar | null): string[] =>
  (sidecar?.participants ?? []).flatMap((p) =>
    typeof p === 'string' ? [p] : p.role === undefined || p.role === 'official' ? [p.name] : [],
  );

/** Numbers of utterances become places in the list: `continues` names the piece before. */
function nameContinuations(turns: readonly LaidTurn[]): TurnDraft[] {
  const last = new Map<number, number>();
  return turns.map(({ utterance, kind, ...turn }, i) => {
    const before = utterance === null ? undefined : last.get(utterance);
    if (utterance !== null) last.set(utterance, i);
    return { ...turn, kind: kind ?? 'commentary', ...(before === undefined ? {} : { continues: before }) };
  });
}

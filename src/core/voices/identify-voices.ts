import type {
  DocumentFacts,
  Finding,
  Participant,
  Reading,
  Rules,
  Sidecar,
  TurnDraft,
  TurnKind,
  Voice,
  VoicedTurn,
} from '../model/index.ts';
import { TALK } from '../model/index.ts';
import { nameTokens, surnameOf } from '../text/compare-names.ts';
import { foldName } from '../text/romanise-name.ts';
import { auditVoices } from './audit.ts';
import { collectUses } from './identify/collect-uses.ts';
import { type Announced, findAnnounced } from './identify/find-announced.ts';
import { findNamesakes } from './identify/find-namesakes.ts';
import { findPrintedNames } from './identify/find-printed-names.ts';
import { linkPerson } from './identify/link-person.ts';
import { listParticipants } from './identify/list-participants.ts';
import { decideRole } from './identify/roles/index.ts';
import { IDENTITY_RULES, soleAnswerer } from './identify/rules/index.ts';
import type { IdentityScene, LabelUse, Resolution } from './identify/scene.ts';
import { soleAnnounced } from './identify/sole-announced.ts';
import { labelKey, toldLabels } from './identify/told-labels.ts';
import { collectVoiceWords } from './identify/voice-words.ts';
import { nominativeName, readGenitiveTitle } from './labels/read-genitive-title.ts';
import { gatherVoiceWords } from './voice-words.ts';

/**
 * Who speaks in each turn: the printed label beside the person it stands for (law V2), null when unsure (law V1), and
 * the role with the rule that decided. First the labels one by one, then `A:` by who is left, then people against data/.
 */
export function identifyVoices(
  reading: Reading,
  facts: DocumentFacts,
  turns: readonly TurnDraft[],
  sidecar: Sidecar | null,
  rules: Rules,
): { items: VoicedTurn[]; participants: Participant[]; findings: Finding[] } {
  const { scene, resolved } = setScene(reading, facts, turns, sidecar, rules);
  for (const use of scene.uses)
    for (const rule of IDENTITY_RULES) {
      const found = rule.resolve(use, scene);
      if (!found) continue;
      resolved.set(use, found);
      break;
    }
  for (const use of scene.uses) {
    const found = scene.told.has(labelKey(use.label.printed)) ? null : soleAnswerer.resolve(use, scene);
    if (found && resolved.get(use)?.person == null) resolved.set(use, found);
  }
  joinSpellings(resolved);
  for (const [use, found] of resolved) resolved.set(use, linkPerson(found, scene));
  const useOf = new Map<number, LabelUse>();
  for (const use of scene.uses) for (const i of use.turns) useOf.set(i, use);
  const local = localIds(resolved);
  const alone = soleAnnounced(scene);
  const items = turns.map((turn, i): VoicedTurn => {
    const use = useOf.get(i) ?? null;
    const found = use ? resolved.get(use)! : answers(turn) ? alone : null;
    const { voice, rule } = decideRole({ turn, use, found, scene });
    const speaks = TALK.has(turn.kind) || turn.kind === 'aside' || turn.kind === 'comment';
    return {
      ...turn,
      kind: rule === 'told-role' ? kindAs(voice, turn.kind) : turn.kind,
      voice,
      speaker: speaks ? (found?.name ?? null) : null,
      person: speaks && found ? (found.person ?? (found.key === null ? null : (local.get(found.key) ?? null))) : null,
      voiceRule: found ? `${found.rule}, ${rule}` : rule,
    };
  });
  return {
    items,
    participants: listParticipants(items, sidecar),
    findings: [...findNamesakes(scene), ...auditVoices(scene, items)],
  };
}

/** Talk that may be the sole announced person's: no question, and nothing of which a rule said that it is not known. */
const answers = (turn: TurnDraft) => TALK.has(turn.kind) && turn.kind !== 'question' && turn.voice !== 'unknown';

function setScene(
  reading: Reading,
  facts: DocumentFacts,
  turns: readonly TurnDraft[],
  sidecar: Sidecar | null,
  rules: Rules,
) {
  const words = collectVoiceWords(rules, facts.language);
  const uses = collectUses(turns, words);
  const wanted = new Set(uses.flatMap(({ label }) => (label.name ? (surnameOf(nameTokens(label.name)) ?? []) : [])));
  const resolved = new Map<LabelUse, Resolution>();
  const introduction = turns.slice(
    0,
    Math.max(
      0,
      turns.findIndex((t) => TALK.has(t.kind)),
    ),
  );
  const printed = [
    ...(facts.title ? findAnnounced(facts.title, null, words) : []),
    ...inGenitive(facts, reading.text, introduction, rules),
    ...introduction
      .filter((t) => t.kind !== 'boilerplate' && t.kind !== 'comment')
      .flatMap((t) => findAnnounced(reading.text.slice(t.start, t.end), t.start, words)),
  ].map((a) => ({ ...a, name: nominativeName(a.name, gatherVoiceWords(rules)) ?? a.name }));
  const announced = [
    ...printed,
    ...(sidecar?.participants ?? [])
      .map((p) => (typeof p === 'string' ? p : p.name))
      .filter((name) => name.trim() !== '')
      .map((name) => ({ name, office: null, start: null, end: null })),
  ];
  const scene: IdentityScene = {
    text: reading.text,
    facts,
    rules,
    words,
    turns,
    uses,
    usesBy: groupBy(uses, ({ label }) => (label.name ? surnameOf(nameTokens(label.name)) : null)),
    printedBy: groupBy(findPrintedNames(reading.text, wanted, words), (p) => p.surname),
    announced,
    told: toldLabels(sidecar),
    day: /^\d{4}(?:-\d\d){0,2}$/.exec(facts.date ?? facts.published ?? '')?.[0] ?? null,
    resolved,
  };
  return { scene, resolved };
}

/** `Брифинг официального представителя … Н.Н.Ивановой`, as the title or as a line over the talk. */
function inGenitive(facts: DocumentFacts, text: string, introduction: readonly TurnDraft[], rules: Rules): Announced[] {
  const lines = [facts.title ?? '', ...introduction.map((t) => text.slice(t.start, t.end).trim())];
  const names = lines.flatMap((line) => readGenitiveTitle(line, gatherVoiceWords(rules))?.who ?? []);
  return [...new Set(names)].map((name) => ({ name, office: null, start: null, end: null }));
}

/** A label that a person gave to the interviewer asks, one given to an official or guest does not. */
function kindAs(voice: Voice, kind: TurnKind): TurnKind {
  if (!TALK.has(kind)) return kind;
  if (voice === 'interviewer') return 'question';
  return kind === 'question' && (voice === 'official' || voice === 'guest') ? 'answer' : kind;
}

/** `PER ORN` in one label and `Per Orn` behind another are one name: both take the form that is not all capitals. */
function joinSpellings(resolved: Map<LabelUse, Resolution>): void {
  const printed = new Map<string, string>();
  for (const { key } of resolved.values())
    if (key !== null && (!printed.has(foldName(key)) || key !== key.toUpperCase())) printed.set(foldName(key), key);
  for (const [use, found] of resolved) {
    const key = found.key === null ? null : printed.get(foldName(found.key))!;
    if (key !== found.key) resolved.set(use, { ...found, key, name: found.name === found.key ? key : found.name });
  }
}

/** p1, p2, … in the order of first speaking, for people whom data/ does not know. */
function localIds(resolved: ReadonlyMap<LabelUse, Resolution>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { key, person } of resolved.values())
    if (key !== null && person === null && !ids.has(key)) ids.set(key, `p${ids.size + 1}`);
  return ids;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

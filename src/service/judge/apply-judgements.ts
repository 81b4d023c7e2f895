import { resolveAnchor } from '../../core/anchor/resolve-anchor.ts';
import {
  Act,
  type Claim,
  type Finding,
  type Judgement,
  Polarity,
  type Span,
  TurnKind,
  type VersionRecord,
  Voice,
} from '../../core/model/index.ts';
import { labelKey } from '../../core/voices/identify/told-labels.ts';
import { parseWho } from '../add/mending.ts';
import { applySuggestion, isSuggestion } from './apply-suggestion.ts';
import { bestCover } from './best-cover.ts';

/** What a person may correct, by what is judged; the test says whether a value fits. An empty value means null. */
const isIn = (schema: { options: readonly string[] }) => (value: string | null) =>
  value !== null && schema.options.includes(value);
const isAny = () => true;
const isWho = (value: string | null) => {
  try {
    return value !== null && parseWho(value) !== null;
  } catch {
    return false;
  }
};
export const CORRECTABLE = {
  document: {
    title: isAny,
    date: isAny,
    published: isAny,
    language: isAny,
    kind: isAny,
    place: isAny,
    outlet: isAny,
    publisher: isAny,
    republisher: isAny,
    number: isAny,
    url: isAny,
    /** a printed label, for every turn under it: who=A=Ilse Marenko (official) */
    who: isWho,
    translation: isIn({ options: ['original', 'official', 'other', 'machine', 'unknown'] }),
    completeness: isIn({ options: ['full', 'excerpt', 'edited', 'unknown'] }),
  },
  turn: { speaker: isAny, person: isAny, voice: isIn(Voice), kind: isIn(TurnKind) },
  claim: {
    speaker: isAny,
    topic: isAny,
    addressee: isAny,
    modality: (value: string | null) => value !== null,
    act: isIn(Act),
    polarity: isIn(Polarity),
  },
} as const satisfies Record<string, Record<string, (value: string | null) => boolean>>;
export type Judged = keyof typeof CORRECTABLE;

/** What an id names: `ver:…` a document, `…/t-…` a turn, a sentence or ledger statement nothing to correct, else a claim. */
export function judgedKind(id: string): Judged | null {
  const part = /\/(.+)$/.exec(id)?.[1];
  if (part === undefined) return 'document';
  return part.startsWith('t-') ? 'turn' : /^[se]-/.test(part) ? null : 'claim';
}

/** `speaker="Ilse Marenko"` -> ['speaker', 'Ilse Marenko']; `speaker=` -> ['speaker', null]. */
export function parseCorrection(value: string): [field: string, value: string | null] {
  const at = value.indexOf('=');
  const text = value
    .slice(at + 1)
    .trim()
    .replace(/^"(.*)"$/s, '$1');
  return [value.slice(0, at).trim(), text === '' ? null : text];
}

/**
 * Let what people decided overrule what rules made (law S1): corrections of a document's facts, a turn's voice, a claim's
 * reading, and claims they rejected. A judgement whose id is gone is followed by its anchor (law K3); when its words are
 * gone too, a finding says so. `judgements` are those that stand, oldest first.
 */
export function applyJudgements(record: VersionRecord, judgements: readonly Judgement[]): VersionRecord {
  const version = record.document.id;
  const about = judgements.filter(
    (j) =>
      (j.decision === 'correct' || j.decision === 'reject' || (j.decision === 'accept' && isSuggestion(j.about))) &&
      (j.about === version || j.about.startsWith(`${version}/`)),
  );
  if (about.length === 0) return record;
  const result = structuredClone(record) as VersionRecord;
  for (const j of about) {
    const outcome = apply(result, j);
    if (outcome) result.findings.push(outcome);
  }
  return result;
}

function apply(record: VersionRecord, j: Judgement): Finding | null {
  if (isSuggestion(j.about)) {
    if (j.decision !== 'accept') return null;
    return applySuggestion(record, j) ? null : lost(j);
  }
  const kind = judgedKind(j.about);
  if (kind === null) return null;
  if (kind === 'document') return j.decision === 'correct' ? correctDocument(record, j) : null;
  if (kind === 'turn') {
    const turn = follow(record, record.turns, j);
    if (!turn) return lost(j);
    return j.decision === 'correct' ? correctTurn(record, turn, j) : null;
  }
  const claim = follow(record, record.claims, j);
  if (!claim) return j.decision === 'reject' ? null : lost(j);
  if (j.decision === 'reject') {
    record.claims = record.claims.filter((c) => c !== claim);
    return finding(j, claim, 'rejected-by-person', `${j.by} rejected a claim here: ${j.reason}`);
  }
  return correctClaim(claim, j);
}

function correctDocument(record: VersionRecord, j: Judgement): Finding | null {
  const [field, value] = parseCorrection(j.value ?? '');
  if (!Object.hasOwn(CORRECTABLE.document, field)) return null;
  if (field === 'who') return correctLabel(record, j, parseWho(value ?? ''));
  const document = record.document as Record<string, unknown>;
  document[field] = value;
  if (field === 'date') record.document.dateKind = value === null ? null : 'said';
  return finding(j, null, 'corrected-by-person', `${j.by} set ${field} to ${value ?? 'unknown'}: ${j.reason}`);
}

/** Every turn under a printed label is laid to one person: what `who` of a sidecar says before a text is kept. */
function correctLabel(record: VersionRecord, j: Judgement, told: ReturnType<typeof parseWho>): Finding {
  const under = record.turns.filter((t) => t.label !== null && labelKey(t.label) === labelKey(told.label));
  for (const turn of under) {
    if (told.role) setOnTurn(record, turn, 'voice', told.role, j);
    setOnTurn(record, turn, 'speaker', told.name || null, j);
  }
  const whom = told.name || 'nobody by name';
  return finding(
    j,
    null,
    'corrected-by-person',
    `${j.by} laid ${under.length} turns under "${told.label}" to ${whom}: ${j.reason}`,
  );
}

function correctTurn(record: VersionRecord, turn: VersionRecord['turns'][number], j: Judgement): Finding | null {
  const [field, value] = parseCorrection(j.value ?? '');
  if (!Object.hasOwn(CORRECTABLE.turn, field)) return null;
  setOnTurn(record, turn, field, value, j);
  return finding(j, turn, 'corrected-by-person', `${j.by} set ${field} to ${value ?? 'unknown'}: ${j.reason}`);
}

function setOnTurn(
  record: VersionRecord,
  turn: VersionRecord['turns'][number],
  field: string,
  value: string | null,
  j: Judgement,
): void {
  (turn as Record<string, unknown>)[field] = value;
  // Another name is not the person the rules had found.
  if (field === 'speaker') turn.person = record.document.participants.find((p) => p.name === value)?.person ?? null;
  turn.rule = `judgement ${j.id}`;
  if (turn.speaker && !record.document.participants.some((p) => p.name === turn.speaker))
    record.document.participants.push({
      name: turn.speaker,
      role: turn.voice,
      person: turn.person,
      labels: turn.label ? [turn.label] : [],
    });
  // Nothing is attributed from words that are not an official's or a guest's (law V1).
  const mayClaim = turn.kind === 'answer' || turn.kind === 'speech' || turn.kind === 'commentary';
  const isAttributed = turn.voice === 'official' || turn.voice === 'guest' || turn.voice === 'moderator';
  record.claims = record.claims.filter((c) => c.turn !== turn.id || mayClaim);
  for (const claim of record.claims)
    if (claim.turn === turn.id) {
      claim.voice = turn.voice;
      claim.speaker = isAttributed ? turn.speaker : null;
      claim.person = isAttributed ? turn.person : null;
    }
}

function correctClaim(claim: Claim, j: Judgement): Finding | null {
  const [field, value] = parseCorrection(j.value ?? '');
  if (!Object.hasOwn(CORRECTABLE.claim, field)) return null;
  (claim as Record<string, unknown>)[field] = value;
  if (field === 'topic') claim.topics = value === null ? [] : [...new Set([value, ...claim.topics])];
  if (field === 'speaker') claim.person = null;
  claim.rule = `judgement ${j.id}`;
  return finding(j, claim, 'corrected-by-person', `${j.by} set ${field} to ${value ?? 'unknown'}: ${j.reason}`);
}

/** The item a judgement is about: by its id, else where its words stand now. */
function follow<T extends Span & { id: string }>(
  record: VersionRecord,
  items: readonly T[],
  j: Judgement,
): T | undefined {
  const same = items.find((item) => item.id === j.about);
  if (same || !j.anchor) return same;
  const now = resolveAnchor(record.text, j.anchor);
  return now.start === null || now.end === null ? undefined : bestCover(items, now.start, now.end);
}

const finding = (j: Judgement, at: Span | null, rule: string, why: string): Finding => ({
  stage: 'judgement',
  rule,
  severity: rule === 'judgement-lost' ? 'warning' : 'info',
  ...(at ? { start: at.start, end: at.end } : {}),
  why: `${why} (${j.id})`,
});
const lost = (j: Judgement): Finding =>
  finding(
    j,
    null,
    'judgement-lost',
    `what ${j.by} judged is no longer in this text, "${j.anchor?.exact.slice(0, 80) ?? j.about}"`,
  );

import { findClaims } from './claims/find-claims.ts';
import { findMentions } from './claims/find-mentions.ts';
import { inferDate } from './claims/infer-date.ts';
import { findFacts } from './formats/find-facts.ts';
import { readDocument } from './formats/read-document.ts';
import type {
  DecodedSource,
  DocumentFacts,
  Finding,
  Layer,
  Mention,
  Reading,
  Rules,
  Sentence,
  Sidecar,
  Span,
  Turn,
  VersionRecord,
  VoicedTurn,
} from './model/index.ts';
import { idsFromWords } from './text/ids.ts';
import { splitSentences } from './text/sentences/split-sentences.ts';
import { findTurns } from './voices/find-turns.ts';
import { identifyVoices } from './voices/identify-voices.ts';

/** What one source says, without its place among other sources: `event` is filled in by the store (law K4). */
export type Annotated = VersionRecord & { readonly reader: string };

/**
 * The chain, from decoded source to record. Pure: the same source, sidecar and rules give the same record (law K2).
 *
 *     readDocument -> findFacts -> findTurns -> identifyVoices -> splitSentences -> findMentions (inferDate) -> findClaims
 */
export function annotate(source: DecodedSource, sidecar: Sidecar | null, version: string, rules: Rules): Annotated {
  const reading = readDocument(source, rules);
  const { facts: printed, findings: factFindings } = findFacts(reading, sidecar, source.name, rules);
  const drafts = findTurns(reading, printed, rules, sidecar);
  const voiced = identifyVoices(reading, printed, drafts.items, sidecar, rules);
  const turns = nameTurns(reading.text, voiced.items, version);
  const sentences = sentencesOf(reading, turns, printed.language, version, rules);
  const { facts, mentions, inferred } = mentionsOf(reading.text, turns, sentences.items, printed, rules);
  const claims = findClaims(reading.text, turns, sentences.items, mentions.items, facts, rules);
  const participants = voiced.participants.map((p) => ({ ...p, person: localId(p.person, version) }));
  return {
    document: { id: version, event: version.replace(/^ver:/, 'doc:'), name: source.name, ...facts, participants },
    text: reading.text,
    turns,
    sentences: [...sentences.items],
    mentions: [...mentions.items],
    claims: [...claims.items],
    marks: reading.marks,
    findings: [
      ...reading.findings,
      ...factFindings,
      ...drafts.findings,
      ...voiced.findings,
      ...sentences.findings,
      ...inferred,
      ...mentions.findings,
      ...claims.findings,
    ],
    reader: reading.reader,
  };
}

/** The mentions of a text; where no day is printed and its own words date it, they are read again against that day (law V3). */
function mentionsOf(
  text: string,
  turns: readonly Turn[],
  sentences: readonly Sentence[],
  printed: DocumentFacts,
  rules: Rules,
): { facts: DocumentFacts; mentions: Layer<Mention>; inferred: Finding[] } {
  const mentions = findMentions(text, turns, sentences, printed, rules);
  const day = inferDate(text, turns, sentences, mentions.items, printed, rules);
  if (!day) return { facts: printed, mentions, inferred: [] };
  const { date, evidence, finding } = day;
  const facts: DocumentFacts = {
    ...printed,
    date,
    dateKind: 'inferred',
    evidence: [...printed.evidence, ...evidence],
  };
  return { facts, mentions: findMentions(text, turns, sentences, facts, rules), inferred: [finding] };
}

/** People known only inside a document are named after it: p3 -> ver:…/p3. */
const localId = (person: string | null, version: string) =>
  person && /^p\d+$/.test(person) ? `${version}/${person}` : person;

function nameTurns(text: string, voiced: readonly VoicedTurn[], version: string): Turn[] {
  const ids = idsFromWords(
    `${version}/t`,
    voiced.map((t) => text.slice(t.start, t.end)),
  );
  return voiced.map((t, i) => ({
    id: ids[i]!,
    kind: t.kind,
    voice: t.voice,
    speaker: t.speaker,
    person: localId(t.person, version),
    label: t.label,
    start: t.start,
    bodyStart: t.bodyStart,
    end: t.end,
    ...(t.continues === undefined ? {} : { continues: ids[t.continues]! }),
    rule: t.rule,
  }));
}

/** Sentences of every turn and zone; one that an aside cut in two goes on, in the turn that goes on, as `continues`. */
function sentencesOf(reading: Reading, turns: readonly Turn[], language: string | null, version: string, rules: Rules) {
  const { text } = reading;
  const breaks = reading.blocks.map((b) => b.start);
  const findings: Finding[] = [];
  const drafts: (Span & { turn: string; goesOn?: number })[] = [];
  const lastOf = new Map<string, number>();
  for (const turn of turns) {
    const layer = splitSentences(text, { start: turn.bodyStart, end: turn.end }, language, rules, breaks);
    findings.push(...layer.findings);
    const before = turn.continues === undefined ? undefined : lastOf.get(turn.continues);
    const cutInTwo = before !== undefined && isUnfinished(text.slice(drafts[before]!.start, drafts[before]!.end));
    layer.items.forEach((s, i) => {
      drafts.push({ ...s, turn: turn.id, ...(i === 0 && cutInTwo ? { goesOn: before } : {}) });
    });
    if (layer.items.length > 0) lastOf.set(turn.id, drafts.length - 1);
  }
  const ids = idsFromWords(
    `${version}/s`,
    drafts.map((s) => text.slice(s.start, s.end)),
  );
  const items: Sentence[] = drafts.map(({ goesOn, ...s }, i) => ({
    id: ids[i]!,
    ...s,
    ...(goesOn === undefined ? {} : { continues: ids[goesOn]! }),
  }));
  return { items, findings };
}

const isUnfinished = (sentence: string): boolean => !/[.!?…][\s"'”’»)\]]*$/u.test(sentence);

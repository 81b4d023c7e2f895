import type { Finding, Mention, Turn, VersionRecord } from '../../../core/model/index.ts';
import { dateWords } from '../links.ts';

/** A day, month, year or interval that a reader can be told; durations and sets say nothing more than their words. */
const RESOLVED = /^\d{4}(?:-\d\d){0,2}[?~%]*(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2}[?~%]*))?$/u;

/** What stands in the margins, by turn. */
export function gatherMargins(record: VersionRecord, turns: readonly Turn[]) {
  const findings = new Map<string, Finding[]>();
  const dates = new Map<string, Mention[]>();
  const topics = new Map<string, string[]>();
  const sentences = new Map<string, VersionRecord['sentences']>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const f of record.findings) {
    const turn = f.start === undefined || f.severity === 'info' ? undefined : turnAt(turns, f.start);
    if (turn) add(findings, turn.id, f);
  }
  for (const m of record.mentions) {
    if (m.kind !== 'date' || m.value === null || !m.turn || !RESOLVED.test(m.value)) continue;
    const words = record.text.slice(m.start, m.end).trim().toLowerCase();
    // a date that is printed in full needs no note
    if (words !== dateWords(m.value).toLowerCase() && !isPlain(words, m.value)) add(dates, m.turn, m);
  }
  for (const claim of record.claims)
    for (const topic of claim.topics) if (!topics.get(claim.turn)?.includes(topic)) add(topics, claim.turn, topic);
  for (const s of record.sentences) add(sentences, s.turn, s);
  return { findings, dates, topics, sentences, labelled: newLabels(turns) };
}

/** Turns at which somebody is printed under a label that is not his name and not the label he had before on this page. */
function newLabels(turns: readonly Turn[]): Set<string> {
  const last = new Map<string, string>();
  const fresh = new Set<string>();
  for (const t of turns) {
    const label = t.label?.replace(/[:.]\s*$/u, '').trim();
    if (!label || t.continues) continue;
    const name = t.person ?? t.speaker ?? t.voice;
    if (label !== t.speaker && last.get(name) !== label) fresh.add(t.id);
    last.set(name, label);
  }
  return fresh;
}

/** Does the text print the same day or year in another order: "January 6, 2022", "2021"? */
const isPlain = (words: string, value: string): boolean => {
  const sorted = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
  return sorted(words.replace(/\b(?:of|the|on|in|г|года|году)\b/giu, '')) === sorted(dateWords(value));
};

/** The turn that holds a place; turns are in order and do not overlap. */
export function turnAt(turns: readonly Turn[], offset: number): Turn | undefined {
  let low = 0;
  let high = turns.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const turn = turns[mid]!;
    if (offset < turn.start) high = mid - 1;
    else if (offset >= turn.end) low = mid + 1;
    else return turn;
  }
  return undefined;
}

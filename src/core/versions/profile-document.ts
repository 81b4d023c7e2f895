import { TALK, type VersionRecord } from '../model/index.ts';
import { hashWords } from '../text/shingles.ts';

/** Words a shingle: long enough that two speeches on one subject share almost none, short enough to survive small edits. */
const SHINGLE_WORDS = 5;
/** At least this many hashes are kept (or all, of a shorter text); beyond that, one in THIN of a long text. */
const MIN_SKETCH = 64;
const THIN = 32;

/** What of a version tells whether it is another text of the same event. Plain data; stored beside the version. */
export interface VersionProfile {
  readonly id: string;
  /** the `event` of the sidecar: a person's word that texts belong together */
  readonly declaredEvent: string | null;
  /** talk, or prose where nobody is quoted as speaking */
  readonly basis: 'talk' | 'prose';
  readonly words: number;
  /** the smallest hashes of its word shingles, ascending: a bottom-k sketch (Broder 1997), comparable up to `ceiling` */
  readonly sketch: readonly number[];
  /** hashes up to here are all in the sketch */
  readonly ceiling: number;
  readonly language: string | null;
  /** who answers or speaks at length: person ids in data/, else folded surnames */
  readonly speakers: readonly string[];
  readonly outlet: string | null;
  readonly kind: string | null;
  /** EDTF, and whether it is the day of speaking */
  readonly date: string | null;
  readonly dateKind: string | null;
}

/** Make the profile of a version from its layers. The same version has the same profile on every machine. */
export function profileDocument(record: VersionRecord, declaredEvent: string | null = null): VersionProfile {
  const talk = record.turns.filter((t) => TALK.has(t.kind));
  const talkWords = talk.reduce((n, t) => n + (t.end - t.bodyStart), 0);
  const basis = talkWords >= 200 ? 'talk' : 'prose';
  const chosen = basis === 'talk' ? talk : record.turns.filter((t) => t.kind === 'commentary' || TALK.has(t.kind));
  const { hashes, words } = hashWords(
    chosen.map((t) => record.text.slice(t.bodyStart, t.end)),
    SHINGLE_WORDS,
  );
  hashes.sort((a, b) => a - b);
  const kept = Math.max(MIN_SKETCH, Math.ceil(hashes.length / THIN));
  const sketch = hashes.slice(0, kept);
  const { language, outlet, kind, date, dateKind } = record.document;
  return {
    id: record.document.id,
    declaredEvent,
    basis,
    words,
    sketch,
    ceiling: sketch.length === hashes.length ? 0xffffffff : sketch.at(-1)!,
    language: language?.split('-')[0] ?? null,
    speakers: mainSpeakers(record),
    outlet: outlet?.toLowerCase() ?? null,
    kind,
    date,
    dateKind,
  };
}

/** Is its date a whole day of speaking? A day of publication is none: a re-post or a translation comes out later. */
export const hasDayOfSpeaking = ({ date, dateKind }: Pick<VersionProfile, 'date' | 'dateKind'>): boolean =>
  /^\d{4}-\d\d-\d\d$/u.test(date ?? '') && (dateKind === 'said' || dateKind === 'sidecar' || dateKind === 'name');

/** Those who give at least a fifth of the answers and speeches, by letters. */
function mainSpeakers(record: VersionRecord): string[] {
  const share = new Map<string, number>();
  let whole = 0;
  for (const t of record.turns) {
    if (t.kind !== 'answer' && t.kind !== 'speech') continue;
    whole += t.end - t.bodyStart;
    const who = t.person && !t.person.startsWith('ver:') ? t.person : surname(t.speaker);
    if (who) share.set(who, (share.get(who) ?? 0) + t.end - t.bodyStart);
  }
  return [...share]
    .filter(([, n]) => n >= whole / 5)
    .map(([who]) => who)
    .sort();
}

const surname = (name: string | null): string | null =>
  name
    ?.toLowerCase()
    .match(/[\p{L}'-]+/gu)
    ?.at(-1) ?? null;

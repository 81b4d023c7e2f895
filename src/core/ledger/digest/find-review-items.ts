import { z } from 'zod';
import { TALK, type VersionRecord } from '../../model/index.ts';

/** Something a person should look at, with what to judge. */
export const ReviewItem = z.object({
  kind: z.enum(['finding', 'speaker-not-known', 'person-not-known', 'undated', 'contradiction', 'suggestion']),
  weight: z.int().describe('3: may make an answer wrong; 2: may hide one; 1: worth a look'),
  document: z.string(),
  id: z.string().describe('what to judge: a turn, a claim or the document'),
  start: z.int().nullable(),
  end: z.int().nullable(),
  text: z.string().nullable(),
  rule: z.string(),
  why: z.string(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** Longest passage shown with an item, in UTF-16 units. */
export const SHOWN = 240;

const passage = (text: string, start: number, end: number) => text.slice(start, Math.min(end, start + SHOWN)).trim();

/** An item of one version; `once`: of items with this word the first of the record is enough. */
export type OwnReviewItem = ReviewItem & { readonly once?: string };

/** What deserves a person's eye in one version, gravest first; contradictions between versions are not among them. */
export function findReviewItems(record: VersionRecord): OwnReviewItem[] {
  return [...findingsOf(record), ...unknownSpeakers(record), ...unknownPeople(record), ...undated(record)].sort(
    (a, b) => b.weight - a.weight || (a.start ?? -1) - (b.start ?? -1),
  );
}

/** What the stages noticed, notes left out: errors weigh most. */
function findingsOf(record: VersionRecord): ReviewItem[] {
  return record.findings
    .filter((f) => f.severity !== 'info')
    .map((f) => ({
      kind: 'finding',
      weight: f.severity === 'error' ? 3 : 1,
      document: record.document.id,
      id:
        record.turns.find((t) => f.start !== undefined && f.start >= t.start && f.start < t.end)?.id ??
        record.document.id,
      start: f.start ?? null,
      end: f.end ?? null,
      text: f.start === undefined ? null : passage(record.text, f.start, f.end ?? f.start + SHOWN) || null,
      rule: f.rule,
      why: f.why,
    }));
}

/** Talk that is attributed to nobody, the first turn of each label. */
function unknownSpeakers(record: VersionRecord): ReviewItem[] {
  const seen = new Set<string>();
  return record.turns
    .filter((t) => {
      const key = t.label ?? '';
      if (!TALK.has(t.kind) || t.speaker !== null || t.voice === 'interviewer' || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((t) => ({
      kind: 'speaker-not-known',
      weight: 2,
      document: record.document.id,
      id: t.id,
      start: t.start,
      end: t.end,
      text: passage(record.text, t.bodyStart, t.end),
      rule: t.rule,
      why: t.label
        ? `“${t.label}” is attributed to nobody; its words count for no position`
        : 'it is not clear who speaks here; these words count for no position',
    }));
}

/** Officials who speak under a name that no vocabulary holds; one item a name. */
function unknownPeople(record: VersionRecord): OwnReviewItem[] {
  const seen = new Set<string>();
  return record.turns
    .filter((t) => {
      const isOpen = t.voice === 'official' && t.speaker !== null && (t.person === null || t.person.startsWith('ver:'));
      if (!isOpen || seen.has(t.speaker!)) return false;
      seen.add(t.speaker!);
      return true;
    })
    .map((t) => ({
      kind: 'person-not-known',
      weight: 1,
      document: record.document.id,
      id: t.id,
      start: t.start,
      end: t.end,
      text: passage(record.text, t.start, t.end),
      rule: t.rule,
      why: `“${t.speaker}” is in no vocabulary; other spellings of the name are not joined with it, and no office is known`,
      once: t.speaker!,
    }));
}

/** A text of talk without a day: it stands on no line of time, and nothing relative in it is resolved. */
function undated(record: VersionRecord): ReviewItem[] {
  if (record.document.date !== null || record.claims.every((c) => c.speaker === null)) return [];
  return [
    {
      kind: 'undated',
      weight: 2,
      document: record.document.id,
      id: record.document.id,
      start: null,
      end: null,
      text: record.document.title,
      rule: 'no-day-of-speaking',
      why: 'no day of speaking is known; "yesterday" and the like stay open, and its statements stand first in every line of time',
    },
  ];
}

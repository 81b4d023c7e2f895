import { resolveAnchor } from '../../core/anchor/resolve-anchor.ts';
import { effectiveJudgements, type Finding, type Judgement, type VersionRecord } from '../../core/model/index.ts';
import { parseWho } from '../add/mending.ts';
import { judgedKind, parseCorrection } from '../judge/apply-judgements.ts';
import { bestCover } from '../judge/best-cover.ts';
import { judge } from '../judge.ts';
import type { Context } from '../operation.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Facts that a person may have handed over with a page, or set afterwards. */
const FACTS = ['title', 'date', 'published', 'kind', 'outlet', 'publisher', 'language'] as const;
type Fact = (typeof FACTS)[number];
/** Facts that are nothing but what a source prints of itself. */
const DAYS: ReadonlySet<string> = new Set(['date', 'published']);

/**
 * What a person said of a page when it was added, for the page as it is now: each fact while the words it hangs on stand still, each
 * label while it is printed. `sidecar` holds what is kept, beside the address and the time of fetching.
 */
export function carrySidecar(
  old: Raw | null,
  before: VersionRecord,
  after: VersionRecord,
): { sidecar: Record<string, unknown>; findings: Finding[] } {
  const sidecar: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const field of FACTS) {
    const value = old?.[field];
    if (typeof value !== 'string') continue;
    const now = changedWords(field, value, before, after);
    if (now === null) sidecar[field] = value;
    findings.push(now === null ? kept(`${field} ${value}`) : lost(`${field} ${value}`, now));
  }
  const told = Array.isArray(old?.participants) ? (old.participants as { label?: unknown; name?: unknown }[]) : [];
  const [still, gone] = [told.filter((p) => isPrinted(p.label, after)), told.filter((p) => !isPrinted(p.label, after))];
  if (still.length > 0) sidecar.participants = still;
  for (const p of still) findings.push(kept(`"${p.label}" is ${p.name}`));
  for (const p of gone) findings.push(lost(`"${p.label}" is ${p.name}`, 'the page prints no such label'));
  return { sidecar, findings };
}

/** What people corrected of a version, decided anew of the one that replaced it, where the words stand still; says what could not be. */
export async function carryJudgements(ctx: Context, before: VersionRecord, to: string): Promise<Finding[]> {
  const { store } = ctx;
  const version = before.document.id;
  const standing = effectiveJudgements(await store.judgementsAbout(version)).filter(
    (j) => j.decision === 'correct' && (j.about === version || j.about.startsWith(`${version}/`)),
  );
  const findings: Finding[] = [];
  for (const j of standing) {
    const after = (await store.record(to))!;
    const found = targetOf(j, before, after);
    const what = `${j.value} (${j.by})`;
    if ('why' in found) {
      findings.push(lost(what, found.why));
      continue;
    }
    const reason = `${j.reason} (decided on ${j.about}; the page has changed since, these words have not)`;
    await judge.run(ctx, { id: found.id, decision: 'correct', by: j.by, reason, value: j.value ?? undefined });
    findings.push(kept(what));
  }
  return findings;
}

/** What a judgement is about in the later version, or why it is about nothing there. */
function targetOf(j: Judgement, before: VersionRecord, after: VersionRecord): { id: string } | { why: string } {
  const [field, value] = parseCorrection(j.value ?? '');
  const kind = judgedKind(j.about);
  if (kind === 'document') {
    if (field === 'who')
      return isPrinted(parseWho(value ?? '').label, after)
        ? { id: after.document.id }
        : { why: 'the page prints no such label' };
    const isFact = (FACTS as readonly string[]).includes(field);
    const now = isFact ? changedWords(field as Fact, value, before, after) : null;
    return now === null ? { id: after.document.id } : { why: now };
  }
  const items: readonly { id: string; start: number; end: number }[] = kind === 'turn' ? after.turns : after.claims;
  const at = j.anchor && resolveAnchor(after.text, j.anchor);
  const isThere = at && (at.status === 'exact' || at.status === 'moved') && at.start !== null && at.end !== null;
  const item = isThere ? bestCover(items, at.start!, at.end!) : undefined;
  return item ? { id: item.id } : { why: 'its words no longer stand there' };
}

/**
 * Does the page now print a fact that it did not print when somebody overruled or supplied it? Null: what it prints of this fact
 * stood there before, or it prints nothing. A day without words of its own (a mark in the page's head) is not trusted to be the old one.
 */
function changedWords(field: Fact, value: string | null, before: VersionRecord, after: VersionRecord): string | null {
  const now = after.document[field];
  if (now === null || now === value || now === before.document[field]) return null;
  const printed = after.document.evidence.find(
    (e) => e.field === field && e.start !== undefined && e.end !== undefined,
  );
  const words = printed ? after.text.slice(printed.start, printed.end).trim() : '';
  if (words !== '' ? before.text.includes(words) : !DAYS.has(field)) return null;
  return `the page now says ${now}`;
}

const isPrinted = (label: unknown, { turns }: VersionRecord): boolean => {
  const plain = (text: string) => text.replace(/[\s:.]+$/u, '').toLowerCase();
  return typeof label === 'string' && turns.some((t) => t.label !== null && plain(t.label) === plain(label));
};

const kept = (what: string): Finding => ({
  stage: 'versions',
  rule: 'mending-carried',
  severity: 'info',
  why: `kept from the page as it was: ${what}`,
});
const lost = (what: string, why: string): Finding => ({
  stage: 'versions',
  rule: 'mending-lost',
  severity: 'warning',
  why: `not kept from the page as it was: ${what}; ${why}`,
});

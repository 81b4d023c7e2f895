import type { Finding, Mention, Rules } from '../../model/index.ts';
import { rangeOf } from '../../text/calendar.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** How far before a date its "expires" may stand, in UTF-16 units. */
const NEAR = 24;
/** How far back the instrument that expires may be named. */
const FAR = 400;

interface Expiry {
  readonly date: Mention;
  readonly instrument: Mention;
}

/**
 * Findings where a text gives one instrument two ends, or another end than the vocabulary holds: "expires on February 3"
 * beside "expires in February 2026". Which of them is right is for a person; but a year that was only inferred is taken
 * back (law V3).
 */
export function compareExpiries(
  text: string,
  mentions: readonly Mention[],
  rules: Rules,
): { mentions: Mention[]; findings: Finding[] } {
  const cues = Object.values(rules.cues).flatMap((c) => c.dates?.expiry ?? []);
  const found: Expiry[] = [];
  let instrument: Mention | null = null;
  for (const m of mentions) {
    if (m.kind === 'instrument') instrument = m;
    if (m.kind !== 'date' || m.value === null || !instrument || m.start - instrument.end > FAR) continue;
    const before = foldCase(text.slice(Math.max(0, m.start - NEAR), m.start));
    if (cues.some((c) => before.includes(c))) found.push({ date: m, instrument });
  }
  const findings: Finding[] = [];
  found.forEach((a, i) => {
    const other = found
      .slice(0, i)
      .find((b) => b.instrument.entity === a.instrument.entity && apart(a.date.value!, b.date.value!));
    const held = rules.things.find((t) => t.id === a.instrument.entity)?.dates.expires;
    const { start, end } = a.date;
    const words = `"${text.slice(start, end)}"`;
    if (other)
      findings.push({
        stage: 'mentions',
        rule: 'expiry-dates-disagree',
        severity: 'warning',
        start,
        end,
        why: `${words} and "${text.slice(other.date.start, other.date.end)}" are given as the end of ${a.instrument.name}.`,
      });
    else if (held && apart(a.date.value!, held))
      findings.push({
        stage: 'mentions',
        rule: 'expiry-differs-from-vocabulary',
        severity: 'warning',
        start,
        end,
        why: `${words} is given as the end of ${a.instrument.name}; the vocabulary holds ${held}.`,
      });
  });
  const doubted = new Set(findings.map((f) => f.start));
  const mended = mentions.map((m) => (m.kind === 'date' && doubted.has(m.start) ? withoutYear(text, m) : m));
  return { mentions: mended, findings };
}

/** A day whose year is not printed, as printed: `XXXX-02-03`. */
const withoutYear = (text: string, m: Mention): Mention =>
  /\d{4}/.test(text.slice(m.start, m.end)) || !/^\d{4}-\d\d(?:-\d\d)?$/.test(m.value ?? '')
    ? m
    : { ...m, value: `XXXX${m.value!.slice(4)}` };

/** Two values that cannot be the same day; a year that is not printed can be any. */
function apart(a: string, b: string): boolean {
  const [x, y] = [unspecified(a), unspecified(b)];
  if (x || y) {
    const [short, full] = x ? [a, b] : [b, a];
    return unspecified(full)
      ? false
      : full.length >= short.length
        ? full.slice(5, short.length) !== short.slice(5)
        : !short.slice(5).startsWith(full.slice(5));
  }
  const [r, s] = [rangeOf(a), rangeOf(b)];
  return r !== null && s !== null && (r.last < s.first || s.last < r.first);
}
const unspecified = (value: string): boolean => value.startsWith('XXXX-') && !value.includes('W');

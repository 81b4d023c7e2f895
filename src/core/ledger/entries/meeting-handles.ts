import type { Mention } from '../../model/index.ts';
import type { LedgerView, TalkClause } from './talk-clause.ts';

/** "the second round", "the twenty-first session": which one of a series, as "2:round"; null when not said. */
export function ordinalIn(view: LedgerView, clause: TalkClause): string | null {
  const cues = view.rules.cues[view.language]?.ledger;
  const ordinals = new Map((cues?.ordinals ?? []).map((o) => o.split('=') as [string, string]));
  const words = clause.text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  const series = seriesOf(view);
  for (let i = 0; i < words.length; i++) {
    const number =
      ordinals.get(words[i]!) ?? /^(\d+)(?:st|nd|rd|th|-?(?:й|я|е|го|м|ая|ый|ой|ого))$/u.exec(words[i]!)?.[1];
    if (!number) continue;
    const noun = words.slice(i + 1, i + 4).find((w) => series.some((s) => w.startsWith(s)));
    if (noun) return `${number}:${series.find((s) => noun.startsWith(s))}`;
  }
  return null;
}

/** Stems of the nouns that come in a numbered series: round, session, meeting. */
const seriesOf = (view: LedgerView): string[] =>
  (view.rules.cues[view.language]?.ledger?.['meeting-series'] ?? []).map((s) => s.replace(/\*$/u, ''));

/** A body by the form of its name: "the Northern Fisheries Commission". */
const BODY_FORM = /(?<![\p{L}-])((?:\p{Lu}[\p{L}-]+\s){1,4}(\p{Lu}\p{L}+))(?![\p{L}-])/gu;

/** Name of the body that meets (a commission, a council, a conference): named, or by its noun alone where one was named before. */
export function bodyIn(view: LedgerView, clause: TalkClause): string | null {
  const named = clause.mentions.find((m) => isBody(view, m.entity) || isConference(view, m));
  if (named) return named.entity ? view.nameOf(named.entity) : named.name;
  for (const m of clause.text.matchAll(BODY_FORM)) if (view.saysIn(m[2]!, 'body-word')) return m[1]!;
  const noun = clause.find('body-noun');
  if (!noun) return null;
  const word = view.record.text.slice(noun.start, noun.end).split(/\s+/u).at(-1)!.toLowerCase();
  const before = view.record.mentions.findLast(
    (m) =>
      m.start < clause.start &&
      (isBody(view, m.entity) || isConference(view, m)) &&
      m.name?.toLowerCase().includes(word),
  );
  return before ? (before.entity ? view.nameOf(before.entity) : before.name) : null;
}

const isBody = (view: LedgerView, entity: string | null) =>
  entity !== null && view.partyKind(entity) === 'organisation';

/** A named event that is a conference or session; wars and anniversaries are events too. */
const isConference = (view: LedgerView, m: Mention) => m.kind === 'event' && view.saysIn(m.name ?? '', 'meeting');

/** The rank at which a meeting is: "presidents", "ministers", "envoys"; the first cue list that speaks. */
export function levelIn(clause: TalkClause): string | null {
  // contacts on the margins of a summit are at the level that is said of them, not at the summit's
  if (clause.says('contact-noun')) return clause.says('level-experts', true) ? 'experts' : null;
  for (const level of ['leaders', 'ministers', 'envoys', 'experts']) if (clause.says(`level-${level}`)) return level;
  return null;
}

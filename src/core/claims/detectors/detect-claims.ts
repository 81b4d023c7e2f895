import type { Claim, Mention, Sentence, Span } from '../../model/index.ts';
import { chooseAct } from '../acts/choose-act.ts';
import { type ClaimCues, hasCue } from '../acts/claim-cues.ts';
import { findReported } from '../acts/find-reported.ts';
import { withoutFrame } from '../acts/main-part.ts';
import { markParties } from '../acts/mark-parties.ts';
import { findCondition, findHedges, isYesOrNo, readModality, readPolarity } from '../acts/read-manner.ts';
import { splitClauses } from '../acts/split-clauses.ts';
import { foldCase } from '../dates/date-lexicon.ts';

/** A claim before it has an id, a speaker and settled topics. */
export type ClaimDraft = Omit<Claim, 'id' | 'turn' | 'speaker' | 'person' | 'voice'>;

/** Fewer words than this say nothing by themselves, unless they answer yes or no. */
const LEAST_WORDS = 3;
/** Longer sentences than this (UTF-16 units) are lists or broken text; only their beginning is read for cues. */
const LONGEST = 3000;

/** Claims of one turn, in order: one a sentence, or one a clause where clauses do different things. */
export function detectClaims(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
  languages: ReadonlyMap<string, ClaimCues>,
): ClaimDraft[] {
  const drafts: ClaimDraft[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const span = trimmed(text, sentence);
    while (next < mentions.length && mentions[next]!.end <= span.start) next++;
    const here: Mention[] = [];
    for (let i = next; i < mentions.length && mentions[i]!.start < span.end; i++) here.push(mentions[i]!);
    const cues = languages.get(/[\u0400-\u04ff]{2}/.test(text.slice(span.start, span.end)) ? 'ru' : 'en');
    if (!cues || isQuestion(text, span)) continue;
    for (const clause of claimSpans(text, span, here, own, cues)) {
      const draft = draftOf(text, clause, here, own, cues);
      if (draft) drafts.push(draft);
    }
  }
  return drafts;
}

function draftOf(
  text: string,
  span: Span,
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
  cues: ClaimCues,
): ClaimDraft | null {
  const head = { start: span.start, end: Math.min(span.end, span.start + LONGEST) };
  const clause = clauseOf(text, head, mentions, own, cues);
  if ((clause.match(/\p{L}+/gu)?.length ?? 0) < LEAST_WORDS && !isYesOrNo(clause, cues)) return null;
  const chosen = chooseAct(clause, cues);
  if (!chosen) return null;
  return {
    ...span,
    topic: null,
    topics: [],
    act: chosen.act,
    polarity: readPolarity(clause, cues),
    modality: readModality(clause, cues),
    addressee: addresseeOf(chosen.act, text, mentions, head, own, cues),
    reported: findReported(text, head, mentions, own, cues),
    hedges: findHedges(clause, cues),
    condition: findCondition(text, head, cues),
    inReplyTo: null,
    rule: chosen.rule,
  };
}

const clauseOf = (
  text: string,
  span: Span,
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
  cues: ClaimCues,
): string => withoutFrame(markParties(text, span, mentions, own), cues);

/** The clauses of a sentence where their acts differ and each has a cue of its own; else the whole sentence. */
function claimSpans(
  text: string,
  sentence: Span,
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
  cues: ClaimCues,
): Span[] {
  if (sentence.end - sentence.start > LONGEST) return [sentence];
  const clauses = splitClauses(text, sentence, cues);
  if (clauses.length < 2) return [sentence];
  const acts = clauses.map((c) => chooseAct(clauseOf(text, c, mentions, own, cues), cues));
  const spans: { start: number; end: number; act: string | undefined; sure: boolean }[] = [];
  clauses.forEach((c, i) => {
    const act = acts[i]?.act;
    const sure = acts[i]?.rule.startsWith('cue-') ?? false;
    const last = spans.at(-1);
    // an unsure clause goes with what stands before it, and so does one that does the same, unless they are set against each other
    if (last && !c.apart && (!sure || last.act === act || !last.sure)) {
      last.end = c.end;
      if (sure && !last.sure) {
        last.act = act;
        last.sure = true;
      }
    } else spans.push({ start: c.start, end: c.end, act, sure });
  });
  return spans.length < 2 ? [sentence] : spans.map(({ start, end }) => ({ start, end }));
}

/** Acts that turn to somebody. */
const ADDRESSED: ReadonlySet<Claim['act']> = new Set([
  'demand',
  'request',
  'warning',
  'refusal',
  'offer',
  'condition',
  'accusation',
]);

/** Within so many UTF-16 units behind who acts ("Kestoria firmly opposes ...") stands what he does, and then at whom. */
const ACTING = 40;
const AT_WHOM = 70;

/** The first party named that is not the speaker's own side, nor the one that does the asking, opposing, offering. */
function addresseeOf(
  act: Claim['act'],
  text: string,
  mentions: readonly Mention[],
  span: Span,
  own: ReadonlySet<string>,
  cues: ClaimCues,
): string | null {
  if (!ADDRESSED.has(act)) return null;
  const parties = mentions.filter(
    (m) =>
      m.start >= span.start &&
      m.end <= span.end &&
      (m.kind === 'country' || m.kind === 'organization') &&
      m.entity !== null &&
      !own.has(m.entity),
  );
  const [first, ...others] = parties;
  if (!first) return null;
  const behind = foldCase(text.slice(first.end, Math.min(span.end, first.end + ACTING)));
  // who refuses is whom one blames; who condemns is who blames
  const acts = act === 'accusation' ? 'blamer-verbs' : 'actor-verbs';
  if (!hasCue(cues, acts, behind.trimStart())) return first.entity;
  const next = others.find((m) => m.start - first.end <= AT_WHOM && m.entity !== first.entity);
  return next?.entity ?? null;
}

function trimmed(text: string, sentence: Span): Span {
  const words = text.slice(sentence.start, sentence.end);
  return {
    start: sentence.start + words.length - words.trimStart().length,
    end: sentence.start + words.trimEnd().length,
  };
}
const isQuestion = (text: string, span: Span): boolean =>
  /\?["”»)]?$/.test(text.slice(Math.max(span.start, span.end - 3), span.end));

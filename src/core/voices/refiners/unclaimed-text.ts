import type { Block, TurnKind } from '../../model/index.ts';
import { blocksWithin } from '../blocks-within.ts';
import { isOpen, type LaidTurn, type Refiner, type Scene } from '../proposal.ts';
import { foldLabel, listOf } from '../voice-words.ts';

/** Blocks that no voice claimed: the title, metadata lines, headings, and the prose of an editor. */
export const unclaimedText: Refiner = {
  name: 'unclaimed-text',
  reason: 'What stands before, between and after the voices is furniture of the text or words of who published it.',
  refine: (turns, scene) => {
    const talks = turns.some((t) => t.utterance !== null);
    const anyProse = talks || scene.blocks.some((b) => isOpen(b) && isParagraph(scene.text.slice(b.start, b.end)));
    let prose = false;
    const sorted = turns.flatMap((turn) => {
      if (turn.utterance !== null) prose = true;
      if (turn.utterance !== null || turn.kind !== null) return [turn];
      const pieces = sortBlocks(turn, scene, { talks, anyProse, prose });
      if (pieces.some((p) => p.kind === 'commentary')) prose = true;
      return pieces;
    });
    return joinLikes(sorted, talks);
  },
};

interface Place {
  /** somebody speaks in this document */
  readonly talks: boolean;
  /** somebody's sentences stand somewhere in it */
  readonly anyProse: boolean;
  /** prose or talk has gone before */
  readonly prose: boolean;
}

/** Cut unclaimed text at its blocks. */
function sortBlocks(turn: LaidTurn, scene: Scene, place: Place): LaidTurn[] {
  const pieces: LaidTurn[] = [];
  let { prose } = place;
  for (const block of blocksWithin(scene.blocks, turn.start, turn.end)) {
    const start = Math.max(block.start, turn.start);
    const text = scene.text.slice(start, Math.min(block.end, turn.end));
    const { kind, rule } = kindOf(text, block, scene, { ...place, prose });
    if (kind === 'commentary') prose = true;
    pieces.push({ ...turn, start, bodyStart: start, kind, rule });
  }
  if (pieces.length === 0) return [{ ...turn, kind: 'commentary', rule: 'no-voice' }];
  return pieces.map((piece, i) => {
    const start = i === 0 ? turn.start : piece.start;
    return { ...piece, start, bodyStart: start, end: pieces[i + 1]?.start ?? turn.end };
  });
}

function kindOf(text: string, block: Block, scene: Scene, place: Place): { kind: TurnKind; rule: string } {
  const folded = foldLabel(text);
  if (scene.facts.title && folded === foldLabel(scene.facts.title)) return { kind: 'title', rule: 'same-as-title' };
  if (!place.prose && isPartOfTitle(folded, scene)) return { kind: 'title', rule: 'part-of-title' };
  if (block.kind === 'heading') return { kind: 'heading', rule: 'heading-block' };
  if (isByline(text, folded, scene)) return { kind: 'metadata', rule: 'byline' };
  if (isProse(text)) return { kind: 'commentary', rule: 'no-voice' };
  // A page of nothing but names and links has no article that they could be headings of.
  if (!place.anyProse && block.zone !== 'article' && !isFactLine(text, folded, scene))
    return scene.blocks.some((b) => b.zone)
      ? { kind: 'boilerplate', rule: 'page-without-prose' }
      : { kind: 'commentary', rule: 'no-voice' };
  // Where nobody speaks the page's own structure knows its article better than the shape of a line does.
  if (!place.talks && block.zone === 'article') return { kind: 'commentary', rule: 'in-article' };
  if (isFactLine(text, folded, scene)) return { kind: 'metadata', rule: 'fact-line' };
  // A short line without a full stop: over a text it is a heading of it, in an article without voices part of the article.
  return place.talks || !place.prose
    ? { kind: 'heading', rule: 'short-line' }
    : { kind: 'commentary', rule: 'no-voice' };
}

/** A line of a title that the page breaks in two. */
const isPartOfTitle = (folded: string, scene: Scene) =>
  folded.split(' ').length >= 3 && foldLabel(scene.facts.title ?? '').includes(folded);

/** Prose of a length that no name, date or link has. */
const isParagraph = (text: string) => isProse(text) && text.slice(0, 400).split(/\s+/).length >= 12;

/** Sentences: a full stop after a few words, or many words that are no list of lines and no line of capitals. */
const isProse = (text: string) => {
  const words = text.slice(0, 400).split(/\s+/).length;
  const tail = text.slice(-40).trimEnd();
  if (words >= 3 && /[\p{L}\p{N}]{2}[.!…]["”’»)\]]*$/u.test(tail)) return true;
  if (words >= 5 && /[\p{L}\p{N}]{2}[?:;]["”’»)\]]*$/u.test(tail)) return true;
  return (
    words >= 30 &&
    /\p{Ll}{2}[.!?]\s+\p{Lu}|^[^\n]*$/u.test(text.slice(0, 4000)) &&
    /\p{Ll}\s\p{Ll}/u.test(text.slice(0, 400))
  );
};

/** `By Mr. ARDEN (for himself and Mr. Bole):`, without a full stop: who wrote, moved or spoke. */
const isByline = (text: string, folded: string, scene: Scene) =>
  listOf(scene.words, 'byline-openers').has(folded.split(' ', 1)[0]!) && !/[.!?]["”’»)\]]*\s*$/.test(text.slice(-10));

/** The day, the hour, the place, the number, the publisher: `11:05 A.M. EST`, `Via Teleconference`, `[Senate]`. */
function isFactLine(text: string, folded: string, scene: Scene): boolean {
  if (/^[[(].*[\])]$/s.test(text.trim())) return true;
  if (/\b(?:1[5-9]|20)\d\d\b|\d{1,2}[:.]\d\d|^[\d\s./-]+$/.test(text)) return true;
  const facts = listOf(scene.words, 'fact-words');
  return (folded.match(/[\p{L}\p{M}'-]+/gu) ?? []).some((word) => facts.has(word));
}

/** An editor's note is parted from speech, not from an editor's prose. */
const PROSE_RULES: ReadonlySet<string> = new Set(['no-voice', 'editor-note']);

/** Neighbours of one kind that nobody claimed are one zone. */
function joinLikes(turns: readonly LaidTurn[], talks: boolean): LaidTurn[] {
  const out: LaidTurn[] = [];
  for (const turn of turns) {
    const before = out.at(-1);
    const alike =
      before &&
      before.utterance === null &&
      turn.utterance === null &&
      before.kind === turn.kind &&
      (before.rule === turn.rule || (!talks && PROSE_RULES.has(before.rule) && PROSE_RULES.has(turn.rule))) &&
      (turn.kind === 'commentary' || turn.kind === 'boilerplate' || turn.rule === 'fact-line') &&
      turn.label === null;
    if (alike) out[out.length - 1] = { ...before, end: turn.end };
    else out.push(turn);
  }
  return out;
}

import type { Block, DocumentFacts, Mark, Rules, Span, TurnKind, Voice } from '../model/index.ts';
import type { VoiceWords } from './voice-words.ts';

/** What detectors and refiners look at: a reading, what is known of the document, and the label words of all languages. */
export interface Scene {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly facts: DocumentFacts;
  readonly words: VoiceWords;
  /** officials whom the sidecar names */
  readonly told?: readonly string[];
  readonly rules: Rules;
}

/**
 * "From here on another voice speaks": up to the next opening, or to `end` where the markup closes it.
 * Stretches inside it (asides, page furniture) cut it in pieces that belong together.
 */
export interface Opening {
  readonly form: 'opening';
  readonly start: number;
  /** after the printed label */
  readonly bodyStart: number;
  readonly label: string | null;
  /** null: the refiners tell question, answer and speech apart */
  readonly kind: TurnKind | null;
  readonly end?: number;
  readonly who?: string | null;
  readonly voice?: Voice;
  readonly weight: number;
  readonly rule: string;
}

/** "These characters are a thing of their own": a heading, an aside, furniture. */
export interface Stretch extends Span {
  readonly form: 'stretch';
  readonly kind: TurnKind;
  /** what follows: the voice before goes on, or nobody is speaking any more */
  readonly after: 'resume' | 'close';
  readonly label?: string | null;
  readonly bodyStart?: number;
  readonly who?: string | null;
  readonly voice?: Voice;
  readonly weight: number;
  readonly rule: string;
}

export type Proposal = Opening | Stretch;

/**
 * How sure a detector is: where proposals overlap the heavier wins, then the earlier detector in the list.
 * `markup`: the format says so. `zone`: the reader saw it in the page’s structure; `place`: only where it stands. `label`: a printed label that the
 * whole document bears out. `form`: only its own form speaks for it.
 */
export const WEIGHT = { markup: 100, zone: 60, label: 50, place: 45, form: 40, hint: 20 } as const;

/** A rule that proposes. `reason` says in one sentence what it reads. */
export interface Detector {
  readonly name: string;
  readonly reason: string;
  readonly detect: (scene: Scene) => readonly Proposal[];
}

/**
 * A turn while it is being settled. Pieces of one utterance share its number; text that nobody claimed has none.
 * Laid turns tile the text, and a refiner must leave them tiling it.
 */
export interface LaidTurn extends Span {
  readonly kind: TurnKind | null;
  readonly label: string | null;
  readonly bodyStart: number;
  readonly utterance: number | null;
  readonly who?: string | null;
  readonly voice?: Voice;
  readonly rule: string;
}

/** A rule that settles: it sees all turns at once, and changes kinds or moves borders. */
export interface Refiner {
  readonly name: string;
  readonly reason: string;
  readonly refine: (turns: readonly LaidTurn[], scene: Scene) => readonly LaidTurn[];
}

/** Whether words of voices may stand in a block: it is part of the article, and no markup has said more of it. */
export const isOpen = (block: Block): boolean =>
  !block.utterance && (!block.zone || block.zone === 'article' || isGuess(block));

/** The reader set the zone by the place of a block alone; labels know better. */
export const isGuess = (block: Block): boolean => block.rule === 'outside-article';

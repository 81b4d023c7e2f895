import type { DocumentFacts, Finding, Rules, TurnDraft } from '../../model/index.ts';
import { nameTokens, surnameOf } from '../../text/compare-names.ts';
import type { Announced } from './find-announced.ts';
import type { PrintedName } from './find-printed-names.ts';
import type { ParsedLabel } from './parse-label.ts';
import type { ToldLabel } from './told-labels.ts';
import type { VoiceWords } from './voice-words.ts';

/** One printed label with every turn that carries it. */
export interface LabelUse {
  readonly label: ParsedLabel;
  /** indices of turns, in order, continuations too */
  readonly turns: readonly number[];
  readonly asks: number;
  readonly answers: number;
  readonly speaks: number;
  /** UTF-16 offset of the first turn */
  readonly first: number;
}

/** All that the rules of identity may look at; nothing in it changes while they run. */
export interface IdentityScene {
  readonly text: string;
  readonly facts: DocumentFacts;
  readonly rules: Rules;
  readonly words: VoiceWords;
  readonly turns: readonly TurnDraft[];
  readonly uses: readonly LabelUse[];
  /** labels and printed names by folded surname, so that many speakers stay cheap */
  readonly usesBy: ReadonlyMap<string, readonly LabelUse[]>;
  readonly printedBy: ReadonlyMap<string, readonly PrintedName[]>;
  readonly announced: readonly Announced[];
  /** labels that the sidecar explains, by labelKey */
  readonly told: ReadonlyMap<string, ToldLabel>;
  /** day for tenures: of speaking, else of publication; null when unknown or vaguer than a year */
  readonly day: string | null;
  /** what the rules before have found; filled while the labels are gone through, in order */
  readonly resolved: ReadonlyMap<LabelUse, Resolution>;
}

/** Who a label stands for. `name` null: nobody by name. `key` null: not one certain person. */
export interface Resolution {
  /** fullest name, or null when no better than the label */
  readonly name: string | null;
  /** labels with one key are one person; null when it is not certain who */
  readonly key: string | null;
  /** id in data/, when known there */
  readonly person: string | null;
  readonly rule: string;
  readonly findings?: readonly Finding[];
}

/** A rule that says who a label stands for; null: this rule cannot tell. */
export interface IdentityRule {
  readonly name: string;
  readonly reason: string;
  readonly resolve: (use: LabelUse, scene: IdentityScene) => Resolution | null;
}

/** Labels with the surname of this name. */
export const usesLike = (name: string, scene: IdentityScene): readonly LabelUse[] =>
  scene.usesBy.get(surnameOf(nameTokens(name)) ?? '') ?? [];

/** Full names with the surname of this one, where the text prints them. */
export const printedLike = (name: string, scene: IdentityScene): readonly PrintedName[] =>
  scene.printedBy.get(surnameOf(nameTokens(name)) ?? '') ?? [];

import type { TurnDraft, Voice } from '../../../model/index.ts';
import type { IdentityScene, LabelUse, Resolution } from '../scene.ts';

/** What a role is decided from: the turn, the label it stands under, and whom that was resolved to. */
export interface Part {
  readonly turn: TurnDraft;
  readonly use: LabelUse | null;
  readonly found: Resolution | null;
  readonly scene: IdentityScene;
}

/** A rule that gives a voice; null: this rule cannot tell. */
export interface RoleRule {
  readonly name: string;
  readonly reason: string;
  readonly decide: (part: Part) => Voice | null;
}

import type { Voice } from '../../../model/index.ts';
import type { LabelUse } from '../scene.ts';
import { askingRole } from './asking-role.ts';
import { genericRole, presidingRole } from './generic-role.ts';
import { memberRole, officeRole } from './office-role.ts';
import { pressRole } from './press-role.ts';
import type { Part, RoleRule } from './role-rule.ts';
import { speakingRole } from './speaking-role.ts';
import { toldRole } from './told-role.ts';
import { statedRole, zoneRole } from './zone-roles.ts';

/** Which role a voice has: the first rule that can tell. What is stated or printed stands before what is inferred. */
export const ROLE_RULES: readonly RoleRule[] = [
  toldRole, // a person says so
  statedRole, // the markup says so
  zoneRole, // no talk, no role in it
  genericRole, // the label is a role
  presidingRole, // before offices: a president of the house leads it
  askingRole, // before offices: a senator who interviews is the interviewer
  pressRole, // before offices: an outlet behind a name looks like one
  officeRole, // an office, printed or known
  memberRole, // a party behind the name
  speakingRole, // who is left answers or speaks
];

/** The voice of a turn, and the name of the rule that decided; `unknown` when none could (law V1). */
export function decideRole(part: Part): { voice: Voice; rule: string } {
  const { use, turn } = part;
  if (use === null || turn.voice !== undefined) return firstRole(part);
  // every turn of a kind under one label has one role: decided once, so that long sittings stay cheap
  const held = decided.get(use) ?? new Map<string, { voice: Voice; rule: string }>();
  decided.set(use, held);
  const role = held.get(turn.kind) ?? firstRole(part);
  held.set(turn.kind, role);
  return role;
}

const decided = new WeakMap<LabelUse, Map<string, { voice: Voice; rule: string }>>();

function firstRole(part: Part): { voice: Voice; rule: string } {
  for (const rule of ROLE_RULES) {
    const voice = rule.decide(part);
    if (voice !== null) return { voice, rule: rule.name };
  }
  return { voice: 'unknown', rule: 'no-role' };
}

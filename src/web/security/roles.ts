import type { Access } from '../../service/operation.ts';

/** What somebody may do here, each including the ones before it: read; decide what is reviewed; add to the record. */
export const ROLES = ['read', 'review', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Does a role suffice for what an operation asks? `local` operations are nobody's over the network. */
export const covers = (role: Role | null, access: Access): boolean =>
  role !== null && access !== 'local' && ROLES.indexOf(role) >= ROLES.indexOf(access);

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';
import { OnrecordError } from '../../core/model/index.ts';
import { ROLES, type Role } from './roles.ts';

export interface Account {
  readonly name: string;
  readonly role: Role;
  /** hex SHA-256 of a token; a token is long and random, so one round suffices */
  readonly token: string | null;
  /** salt and scrypt hash, both base64url */
  readonly password: { readonly salt: string; readonly hash: string } | null;
}

/** Who may do what on this site. */
export interface AccessList {
  /** the role of whoever has not signed in; null: sign in first */
  readonly everyone: Role | null;
  readonly accounts: readonly Account[];
}

/** On this machine alone, with no setting: whoever sits at it may do everything. */
export const OPEN: AccessList = { everyone: 'admin', accounts: [] };

const AccessFile = z.strictObject({
  everyone: z.enum([...ROLES, 'nobody']).default('nobody'),
  people: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(120),
        role: z.enum(ROLES),
        token: z
          .string()
          .regex(/^sha256:[0-9a-f]{64}$/u, 'not the line that "onrecord password --token" prints')
          .optional(),
        password: z
          .string()
          .regex(/^scrypt:[\w-]{16,}:[\w-]{40,}$/u, 'not the line that "onrecord password" prints')
          .optional(),
      }),
    )
    .default([]),
});

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Who may do what: the access file (ONRECORD_ACCESS), and one admin for a bare token (ONRECORD_TOKEN). With neither nobody need
 * sign in, which `serve` allows on this machine alone. Throws `usage` for a file that is not one, naming the line.
 */
export async function readAccess(file: string | null, token: string | null): Promise<AccessList> {
  if (!file && !token) return OPEN;
  const own: Account[] = token ? [{ name: 'admin', role: 'admin', token: hashOf(token), password: null }] : [];
  if (!file) return { everyone: null, accounts: own };
  const read = AccessFile.safeParse(await loadYaml(file));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw unfit(file, `${issue!.path.join('.') || 'the file'}: ${issue!.message}`);
  }
  const { everyone, people } = read.data;
  const accounts = people.map(({ name, role, token: t, password }): Account => {
    if (!t && !password) throw unfit(file, `${name} has neither a password nor a token`);
    const [, salt, hash] = password?.split(':') ?? [];
    return { name, role, token: t?.slice(7) ?? null, password: salt && hash ? { salt, hash } : null };
  });
  const twice = accounts.find((a, i) => accounts.findIndex((b) => b.name === a.name) !== i);
  if (twice) throw unfit(file, `${twice.name} stands there twice`);
  return { everyone: everyone === 'nobody' ? null : everyone, accounts: [...own, ...accounts] };
}

async function loadYaml(file: string): Promise<unknown> {
  try {
    return load(await readFile(file, 'utf8')) ?? {};
  } catch (cause) {
    throw unfit(file, cause instanceof Error ? cause.message.split('\n')[0]! : String(cause));
  }
}

const unfit = (file: string, why: string): OnrecordError =>
  new OnrecordError('usage', `${file}: ${why}`, 'docs/serving.md shows an access file.');

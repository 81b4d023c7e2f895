import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { AccessList, Account } from './read-access.ts';

/** OWASP's advice of 2024 for scrypt: N 2^17, r 8, p 1; 128 MB and about a third of a second each. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
const LENGTH = 32;

const derive = (password: string, salt: string): Promise<Buffer> =>
  new Promise((done, failed) =>
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), LENGTH, COST, (error, key) =>
      error ? failed(error) : done(key),
    ),
  );

/** The line of an access file for a password: `scrypt:SALT:HASH`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('base64url');
  return `scrypt:${salt}:${(await derive(password, salt)).toString('base64url')}`;
}

/** A new token, and the line of an access file for it. */
export function makeToken(): { token: string; line: string } {
  const token = randomBytes(24).toString('base64url');
  return { token, line: `sha256:${createHash('sha256').update(token).digest('hex')}` };
}

/** Whose token this is. Hashes are compared, so that the time taken tells nothing of the token. */
export function accountOfToken(list: AccessList, token: string): Account | null {
  const given = createHash('sha256').update(token).digest();
  let found: Account | null = null;
  for (const account of list.accounts)
    if (account.token && timingSafeEqual(given, Buffer.from(account.token, 'hex'))) found = account;
  return found;
}

/** Whose name and password these are. An unknown name takes as long as a known one. */
export async function accountOfPassword(list: AccessList, name: string, password: string): Promise<Account | null> {
  const account = list.accounts.find((a) => a.name === name && a.password) ?? null;
  const key = await derive(password, account?.password?.salt ?? 'AAAAAAAAAAAAAAAAAAAAAA');
  if (!account?.password) return null;
  const wanted = Buffer.from(account.password.hash, 'base64url');
  return wanted.length === key.length && timingSafeEqual(wanted, key) ? account : null;
}

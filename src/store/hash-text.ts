import { createHash } from 'node:crypto';

/** Lower-case hex SHA-256 of a text as UTF-8. A lone surrogate hashes as U+FFFD, as it is stored. */
export const hashText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** Lower-case hex SHA-256 of bytes. */
export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

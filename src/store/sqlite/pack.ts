import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Deflate bytes or a string (as UTF-8) for a blob column. Level 3: within 5 % of the size of level 6 at half the time. */
export const pack = (data: Uint8Array | string): Uint8Array =>
  deflateRawSync(typeof data === 'string' ? Buffer.from(data, 'utf8') : data, { level: 3 });
export const unpack = (blob: Uint8Array): Uint8Array => inflateRawSync(blob);
export const unpackText = (blob: Uint8Array): string => inflateRawSync(blob).toString('utf8');

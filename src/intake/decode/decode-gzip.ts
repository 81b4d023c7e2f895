import { gunzipSync } from 'node:zlib';
import { OnrecordError } from '../../core/model/index.ts';
import { LIMITS } from './limits.ts';
import { type DecodedMember, type DecodeInner, readMember } from './member.ts';

/** One compressed file: `a.html.gz` holds `a.html`. Unpacks no more than a member may hold. */
export async function decodeGzip(
  bytes: Uint8Array,
  name: string,
  depth: number,
  inner: DecodeInner,
): Promise<DecodedMember[]> {
  let unpacked: Uint8Array;
  try {
    unpacked = gunzipSync(bytes, { maxOutputLength: LIMITS.memberBytes });
  } catch (cause) {
    const large = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new OnrecordError(
      large ? 'too-large' : 'unreadable',
      `${name}: ${large ? `unpacks to more than ${LIMITS.memberBytes} bytes` : `damaged gzip data (${(cause as Error).message})`}`,
      large ? 'If it is honest, unpack it yourself and add the file.' : 'Fetch it anew.',
      cause,
    );
  }
  return readMember({ container: name, path: name.replace(/\.gz$/i, '') || 'content', bytes: unpacked }, depth, inner);
}

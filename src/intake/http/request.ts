import { type LookupAddress, lookup } from 'node:dns';
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OnrecordError } from '../../core/model/index.ts';
import { isPrivateAddress } from './private-addresses.ts';

export interface RequestLimits {
  /** bytes of a body once unpacked */
  readonly maxBytes: number;
  /** milliseconds from the first byte sent to the last received */
  readonly timeLimitMs: number;
  /** may the own machine and network be asked? Or only these addresses of it? */
  readonly allowPrivate: boolean | readonly string[];
  readonly signal?: AbortSignal;
}
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

/**
 * One request, no redirect followed. The name is resolved once and the connection made to just the address that was
 * checked, so that a name server that answers twice differently gains nothing (DNS rebinding).
 */
export async function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
): Promise<Answer> {
  checkAddress(url, limits);
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      headers: { ...headers, 'accept-encoding': 'gzip, br, deflate' },
      lookup: checkedLookup(url, limits),
      agent: false,
      maxHeaderSize: 65_536,
    } as const;
    const outgoing = client.get(url, options, (answer) => {
      const remote = answer.socket.remoteAddress ?? '';
      if (!isAllowed(remote, limits)) stop(refusePrivate(url, remote));
      else
        readBody(url, answer, limits.maxBytes).then((bytes) => {
          clearTimeout(timer);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes });
        }, stop);
    });
    const stop = (cause: unknown) => {
      clearTimeout(timer);
      outgoing.destroy();
      reject(cause instanceof OnrecordError ? cause : unreachable(url, cause));
    };
    const seconds = Math.round(limits.timeLimitMs / 1000);
    const late = () =>
      stop(new OnrecordError('timeout', `${url.href}: no whole answer within ${seconds} s`, 'Try again later.'));
    const timer = setTimeout(late, limits.timeLimitMs);
    outgoing.on('error', stop);
    const aborted = () => stop(new OnrecordError('timeout', `${url.href}: stopped`));
    limits.signal?.addEventListener('abort', aborted, { once: true });
  });
}

/** What the address itself shows: its scheme, a password, a number instead of a name. */
function checkAddress(url: URL, limits: RequestLimits): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new OnrecordError('refused', `${url.href}: only http and https addresses are fetched`);
  if (url.username || url.password)
    throw new OnrecordError(
      'refused',
      `${url.host}: an address with a name and password in it is not fetched`,
      'Save the page and add the file.',
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isAllowed(host, limits)) throw refusePrivate(url, host);
}

const isAllowed = (address: string, { allowPrivate }: RequestLimits): boolean =>
  allowPrivate === true || (allowPrivate !== false && allowPrivate.includes(address)) || !isPrivateAddress(address);

const refusePrivate = (url: URL, address: string) =>
  new OnrecordError(
    'refused',
    `${url.href}: ${address} is an address of this machine or its network`,
    'Allow it with --allow-private if it is yours.',
  );

const unreachable = (url: URL, cause: unknown) => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new OnrecordError(
    'unreadable',
    `${url.href}: cannot be fetched (${code ?? message})`,
    'Check the address, or try again later.',
    cause,
  );
};

/** Resolve a name to its allowed addresses only; none left is a refusal. */
function checkedLookup(url: URL, limits: RequestLimits): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) {
        callback(error, '', 4);
        return;
      }
      const allowed = found.filter((a) => isAllowed(a.address, limits));
      const [first] = allowed;
      if (!first) callback(refusePrivate(url, found[0]?.address ?? hostname) as NodeJS.ErrnoException, '', 4);
      else if (options.all) callback(null, allowed as never, 4);
      else callback(null, first.address, first.family);
    });
  };
}

/** The body with its coding undone, no longer than the limit: a bomb is cut where the limit is. */
async function readBody(url: URL, answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new OnrecordError('too-large', `${url.href}: more than ${maxBytes} bytes`, 'Fetch it yourself and add its parts.');
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const unpack = unpackerFor(answer.headers['content-encoding']);
  if (unpack) answer.on('error', (error) => unpack.destroy(error)).pipe(unpack);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpack ?? answer) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function unpackerFor(coding: string | undefined) {
  const name = coding?.trim().toLowerCase();
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  return name === 'deflate' ? createInflate() : null;
}

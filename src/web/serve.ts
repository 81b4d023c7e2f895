import { serve } from '@hono/node-server';
import { OnrecordError } from '../core/model/index.ts';
import { createApp } from './app.tsx';
import { OPEN } from './security/read-access.ts';
import type { WebRoot } from './site.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

export interface ServeOptions extends WebRoot {
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
  /** told the address once it answers */
  onListening(address: string): void;
}

/** Serve until the signal. Beyond loopback somebody must be named who may read: the record may hold what is not for everybody. */
export async function serveWeb(options: ServeOptions): Promise<void> {
  const isLocal = LOOPBACK.has(options.host);
  if (!isLocal && options.access === OPEN)
    throw new OnrecordError(
      'usage',
      `serve: ${options.host} is not this machine alone, and nobody is named who may read`,
      'Set ONRECORD_TOKEN, or ONRECORD_ACCESS to an access file (docs/serving.md), or leave --host out.',
    );
  const app = createApp(options);
  await new Promise<void>((done, failed) => {
    const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, (info) =>
      options.onListening(`http://${isLocal ? 'localhost' : options.host}:${info.port}/`),
    );
    server.on('error', (error: NodeJS.ErrnoException) =>
      failed(
        new OnrecordError(
          'usage',
          `serve: port ${options.port}: ${error.code === 'EADDRINUSE' ? 'is taken' : error.message}`,
          'Choose another with --port.',
        ),
      ),
    );
    options.signal.addEventListener('abort', () => server.close(() => done()), { once: true });
  });
}

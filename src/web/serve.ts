import { serve } from '@hono/node-server';
import { OnrecordError } from '../core/model/index.ts';
import { createApp } from './app.tsx';
import type { WebRoot } from './site.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

export interface ServeOptions extends Omit<WebRoot, 'token'> {
  readonly host: string;
  readonly port: number;
  readonly token: string | null;
  readonly signal: AbortSignal;
  /** told the address once it answers */
  onListening(address: string): void;
}

/** Serve until the signal. Beyond loopback a token is demanded: the record may hold what is not for everybody. */
export async function serveWeb(options: ServeOptions): Promise<void> {
  const isLocal = LOOPBACK.has(options.host);
  if (!isLocal && !options.token)
    throw new OnrecordError(
      'usage',
      `serve: ${options.host} is not this machine alone, and no token is set`,
      'Set ONRECORD_TOKEN, or leave --host out.',
    );
  const app = createApp({ ...options, token: isLocal ? null : options.token });
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

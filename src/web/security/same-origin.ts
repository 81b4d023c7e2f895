/** Methods that change nothing. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * May a request that changes something stand? Browsers say where it comes from: another site's page must not make the reader's
 * browser write here. What is no browser says neither, and carries no cookie of a reader either.
 */
export function isSameOrigin(request: { method: string; headers: Headers; url: string }): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

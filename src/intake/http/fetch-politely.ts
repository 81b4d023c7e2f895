import { OnrecordError } from '../../core/model/index.ts';
import { type Answer, type RequestLimits, request } from './request.ts';
import { ALLOW_ALL, type Robots, readRobots } from './robots.ts';

/** Milliseconds between two requests to one host, where nobody says otherwise. */
const DELAY_MS = 1000;
/** The own machine needs no pause between two requests. */
const LOOPBACK = /^(?:127\.|localhost$|\[::1\]$)/;
/** How Onrecord names itself to a server. */
export const USER_AGENT = 'Onrecord/0.1 (reader of public statements)';
const MAX_REDIRECTS = 5;
/** What robots.txt may weigh (RFC 9309 asks for at least 500 KiB). */
const MAX_ROBOTS_BYTES = 512 * 1024;

export interface PoliteOptions extends Partial<RequestLimits> {
  /** milliseconds between two requests to one host; robots.txt may ask for more */
  readonly delayMs?: number;
  /** the pause itself, for tests */
  readonly wait?: (ms: number) => Promise<void>;
}

/** What a server told last time, for asking whether anything changed. */
export interface Validators {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** A page as a server gave it. */
export interface FetchedPage {
  readonly outcome: 'fetched';
  /** after redirects */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** with its charset, as the server names it */
  readonly mediaType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** the server's own Date, ISO 8601 */
  readonly date: string | null;
}
export type Fetched =
  | FetchedPage
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'gone'; readonly status: number };

/**
 * Fetches addresses as a polite guest: one request at a time a host with a pause between, robots.txt obeyed, redirects
 * followed by hand with every hop checked, sizes and times bounded.
 */
export class PoliteFetcher {
  readonly #limits: RequestLimits;
  readonly #delayMs: number | undefined;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #robots = new Map<string, Promise<Robots>>();

  constructor(options: PoliteOptions = {}) {
    this.#limits = {
      maxBytes: options.maxBytes ?? 64 * 1024 * 1024,
      timeLimitMs: options.timeLimitMs ?? 60_000,
      allowPrivate: options.allowPrivate ?? false,
      ...(options.signal ? { signal: options.signal } : {}),
    };
    this.#delayMs = options.delayMs;
    this.#wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /** Fetch an address. 404 and 410 are an outcome; other failures throw. */
  async fetch(address: string, known: Validators = {}): Promise<Fetched> {
    if (!URL.canParse(address))
      throw new OnrecordError('usage', `${address}: not an address`, 'An address begins with https://');
    let url = new URL(address);
    url.hash = '';
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const robots = await this.#robotsOf(url);
      if (!robots.isAllowed(url.href))
        throw new OnrecordError(
          'refused',
          `${url.href}: the site's robots.txt asks not to fetch it`,
          'Save the page yourself and add the file.',
        );
      const answer = await this.#ask(url, headersFor(known), this.#limits, robots.delayMs);
      const next = redirectOf(url, answer);
      if (!next) return outcomeOf(url, answer);
      url = next;
    }
    throw new OnrecordError('unreadable', `${address}: more than ${MAX_REDIRECTS} redirects`, null);
  }

  /** One at a time a host, whichever of its addresses is asked. */
  #ask(url: URL, headers: Record<string, string>, limits: RequestLimits, delayMs = 0): Promise<Answer> {
    const before = this.#queues.get(url.host);
    const turn = (before ?? Promise.resolve()).then(async () => {
      if (before) await this.#wait(Math.max(this.#pauseFor(url), delayMs));
      return request(url, headers, limits);
    });
    this.#queues.set(
      url.host,
      turn.catch(() => {}),
    );
    return turn;
  }

  #pauseFor(url: URL): number {
    return this.#delayMs ?? (LOOPBACK.test(url.hostname) ? 0 : DELAY_MS);
  }

  #robotsOf(url: URL): Promise<Robots> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return Promise.resolve(ALLOW_ALL);
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const asked = this.#askRobots(url);
    this.#robots.set(url.origin, asked);
    return asked;
  }

  /** RFC 9309: no robots.txt allows everything, a server in trouble allows nothing. */
  async #askRobots(page: URL): Promise<Robots> {
    let at = new URL('/robots.txt', page);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await this.#ask(at, headersFor({}), { ...this.#limits, maxBytes: MAX_ROBOTS_BYTES });
      const next = redirectOf(at, answer);
      if (!next && answer.status >= 500)
        throw new OnrecordError(
          'unreadable',
          `${at.href}: answers ${answer.status}, so the site may not be read now`,
          'Try again later.',
        );
      if (!next) return answer.status === 200 ? readRobots(at.href, Buffer.from(answer.bytes).toString()) : ALLOW_ALL;
      at = next;
    }
    return ALLOW_ALL;
  }
}

const headersFor = ({ etag, lastModified }: Validators): Record<string, string> => ({
  'user-agent': USER_AGENT,
  accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, application/pdf;q=0.9, */*;q=0.5',
  ...(etag ? { 'if-none-match': etag } : {}),
  ...(lastModified ? { 'if-modified-since': lastModified } : {}),
});

function redirectOf(url: URL, answer: Answer): URL | null {
  const { location } = answer.headers;
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return null;
  if (!URL.canParse(location, url.href))
    throw new OnrecordError('unreadable', `${url.href}: redirects to no address`, null);
  return new URL(location, url);
}

function outcomeOf(url: URL, answer: Answer): Fetched {
  if (answer.status === 304) return { outcome: 'unchanged' };
  if (answer.status === 404 || answer.status === 410) return { outcome: 'gone', status: answer.status };
  if (answer.status !== 200)
    throw new OnrecordError(
      'unreadable',
      `${url.href}: the server answers ${answer.status}`,
      answer.status >= 500 ? 'Try again later.' : 'Open it in a browser, save the page and add the file.',
    );
  const { headers } = answer;
  const served = headers.date ? Date.parse(headers.date) : Number.NaN;
  return {
    outcome: 'fetched',
    url: url.href,
    bytes: answer.bytes,
    mediaType: headers['content-type'] ?? null,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    date: Number.isNaN(served) ? null : new Date(served).toISOString(),
  };
}

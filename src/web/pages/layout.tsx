import type { Child } from 'hono/jsx';
import { stylePath } from '../assets.ts';
import { FormToken, OnlyFor, useFrame } from '../frame.tsx';
import { Script } from './script.tsx';

const NAV = [
  ['/check', 'Check a quotation'],
  ['/search', 'Search'],
  ['/timeline', 'Follow a matter'],
  ['/ledger', 'Where things stood'],
  ['/compare', 'Compare'],
  ['/topics', 'Topics'],
  ['/documents', 'Documents'],
  ['/coverage', 'Coverage'],
  ['/review', 'To review'],
] as const;

const KEYS = [
  ['/', 'search'],
  ['j', 'next turn'],
  ['k', 'previous turn'],
  ['c', 'cite the turn you are at'],
  ['?', 'this list'],
  ['Esc', 'close'],
] as const;

/** What is new of what a page shows, as Atom. */
export interface Feed {
  readonly path: string;
  readonly title: string;
}

/** A link to a feed, for whoever follows by one. */
export function FeedLink(props: { feed: Feed }) {
  return (
    <a class="feed" href={props.feed.path} type="application/atom+xml">
      {props.feed.title}
    </a>
  );
}

/** The frame of every page. `path` marks where the reader is. */
export function Layout(props: { title: string; path: string; feed?: Feed; children?: Child }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title === 'Onrecord' ? 'Onrecord' : `${shorten(props.title, 90)} · Onrecord`}</title>
        <link rel="stylesheet" href={stylePath()} />
        {props.feed ? (
          <link rel="alternate" type="application/atom+xml" title={props.feed.title} href={props.feed.path} />
        ) : null}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <Script island="keys" />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the text
        </a>
        <header class="top">
          <div>
            <a class="name" href="/">
              Onrecord
            </a>
            <nav aria-label="Main">
              {NAV.map(([href, name]) => (
                <a href={href} {...(props.path === href ? { 'aria-current': 'page' } : {})}>
                  {name}
                </a>
              ))}
              <OnlyFor access="admin">
                <a href="/add" {...(props.path === '/add' ? { 'aria-current': 'page' } : {})}>
                  Add
                </a>
              </OnlyFor>
              <SignedIn />
            </nav>
          </div>
        </header>
        <main id="main">{props.children}</main>
        <footer>
          <div>
            What was said, by whom, when, in which version. Onrecord takes no view on whether a statement is true.{' '}
            <span class="noprint">
              <a href="/new">What is new, and feeds</a> · <a href="/api/openapi.json">JSON API</a>
            </span>
          </div>
        </footer>
        <Keys />
      </body>
    </html>
  );
}

/** What the keys do; opened with ?, and only with script, which also makes the keys. */
function Keys() {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(([key, what]) => [
          <dt>
            <kbd>{key}</kbd>
          </dt>,
          <dd>{what}</dd>,
        ])}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

/** Who has signed in, with a way out; a way in for whoever may need one. */
function SignedIn() {
  const { who, isOpen } = useFrame();
  if (isOpen) return null;
  if (who === null) return <a href="/login">Sign in</a>;
  return (
    <form class="out" method="post" action="/logout">
      <FormToken />
      <button type="submit">Sign out {shorten(who, 40)}</button>
    </form>
  );
}

/** Text for one line: controls and direction marks out, white space flat, cut at a word. */
export function shorten(text: string, length: number): string {
  const flat = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return flat.length <= length ? flat : `${flat.slice(0, Math.max(flat.lastIndexOf(' ', length), length - 20))} …`;
}

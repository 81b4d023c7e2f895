import type { Context } from 'hono';
import { type Child, createContext, useContext } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Access } from '../service/operation.ts';
import { FORM_TOKEN } from './security/form-token.ts';
import { covers, type Role } from './security/roles.ts';

/** What a page may know of the request it answers; set before any route runs. */
export interface Frame {
  /** of this answer's script elements: the policy lets no other script run */
  readonly nonce: string;
  /** what a form that changes something must send back */
  readonly formToken: string;
  /** who has signed in; null for nobody */
  readonly who: string | null;
  /** what the request may do; null: sign in */
  readonly role: Role | null;
  /** is this machine alone served, where nobody signs in? */
  readonly isOpen: boolean;
}

/** What the site keeps beside a request, for Hono. */
export interface Env {
  Variables: { frame: Frame; session: string };
}

const NONE: Frame = { nonce: '', formToken: '', who: null, role: null, isOpen: false };
const FrameContext = createContext<Frame>(NONE);

/** The frame of the page that is being written, for any component in it. */
export const useFrame = (): Frame => useContext(FrameContext);

/** What only some may see: a form, a link to one. */
export function OnlyFor(props: { access: Access; children?: Child }) {
  return covers(useFrame().role, props.access) ? <>{props.children}</> : null;
}

/** Stands in every form that changes something: it proves that the form came from a page of this site. */
export function FormToken() {
  return <input type="hidden" name={FORM_TOKEN} value={useFrame().formToken} />;
}

/** Answer with a page. Hono's JSX writes no doctype; without one browsers fall back to the manners of 1998. */
export function render(c: Context<Env>, content: Child, status: ContentfulStatusCode = 200) {
  const frame = c.get('frame') ?? NONE;
  return c.html(
    `<!doctype html>${String(<FrameContext.Provider value={frame}>{content}</FrameContext.Provider>)}`,
    status,
  );
}

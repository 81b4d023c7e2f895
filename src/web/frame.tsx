import type { Context } from 'hono';
import { type Child, createContext, useContext } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What a page may know of the request it answers; set before any route runs. */
export interface Frame {
  /** of this answer's script elements: the policy lets no other script run */
  readonly nonce: string;
}

/** What the site keeps beside a request, for Hono. */
export interface Env {
  Variables: { frame: Frame; secureHeadersNonce?: string };
}

const NONE: Frame = { nonce: '' };
const FrameContext = createContext<Frame>(NONE);

/** The frame of the page that is being written, for any component in it. */
export const useFrame = (): Frame => useContext(FrameContext);

/** Answer with a page. Hono's JSX writes no doctype; without one browsers fall back to the manners of 1998. */
export function render(c: Context<Env>, content: Child, status: ContentfulStatusCode = 200) {
  const frame = c.get('frame') ?? NONE;
  return c.html(
    `<!doctype html>${String(<FrameContext.Provider value={frame}>{content}</FrameContext.Provider>)}`,
    status,
  );
}

import { Hono } from 'hono';
import { type Env, render } from '../frame.tsx';
import { ReviewPage } from '../pages/review.tsx';
import type { Site } from '../site.ts';

/** What needs a person. */
export const reviewRoutes = ({ ask }: Site): Hono<Env> =>
  new Hono<Env>().get('/review', async (c) => render(c, <ReviewPage answer={await ask('review', { limit: 80 })} />));

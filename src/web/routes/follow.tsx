import { Hono } from 'hono';
import type { Entry, Section } from '../../core/model/index.ts';
import { type Env, render } from '../frame.tsx';
import { CoveragePage } from '../pages/coverage.tsx';
import { LedgerPage } from '../pages/ledger.tsx';
import { PersonPage } from '../pages/person.tsx';
import { TimelinePage } from '../pages/timeline.tsx';
import { TopicsPage } from '../pages/topics.tsx';
import type { Site } from '../site.ts';

/** A matter through time, the ledger as of a day, a person, the topics, and how far the record reaches. */
export function followRoutes({ ask, tried, topics }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/timeline', async (c) => {
    const { topic = '', speaker = '' } = c.req.query();
    const answer = topic
      ? await ask<Parameters<typeof TimelinePage>[0]['answer']>('timeline', { topic, ...(speaker ? { speaker } : {}) })
      : null;
    return render(c, <TimelinePage topic={topic} speaker={speaker} answer={answer} topics={topics()} />);
  });
  app.get('/ledger', async (c) => {
    const form = c.req.query();
    const wanted = Object.fromEntries(
      Object.entries(form).filter(([k, v]) => v !== '' && ['asOf', 'kind', 'party', 'topic'].includes(k)),
    );
    const { answer, problem } = await tried(() => ask<Record<Section, Entry[]>>('ledger', wanted));
    return render(c, <LedgerPage form={form} answer={answer} problem={problem} />);
  });
  app.get('/topics', async (c) => render(c, <TopicsPage answer={await ask('topics', { suggest: true })} />));
  app.get('/coverage', async (c) => render(c, <CoveragePage answer={await ask('gaps', {})} />));
  app.get('/p/:id', async (c) => render(c, <PersonPage answer={await ask('person', { id: c.req.param('id') })} />));
  return app;
}

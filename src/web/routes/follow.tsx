import { Hono } from 'hono';
import { thingNamed } from '../../service/find/named.ts';
import { holdingsOf } from '../../service/holdings.ts';
import { type Env, render } from '../frame.tsx';
import { CoveragePage } from '../pages/coverage.tsx';
import { askedDay } from '../pages/ledger/as-of-form.tsx';
import { type Ledger, stretchOf as rowsOf } from '../pages/ledger/sections.tsx';
import { type LedgerForm, LedgerPage } from '../pages/ledger.tsx';
import { MatterPage } from '../pages/matter.tsx';
import { PersonPage } from '../pages/person.tsx';
import type { Answer as Line } from '../pages/timeline/line.tsx';
import { stretchOf, TimelinePage } from '../pages/timeline.tsx';
import { TopicsPage } from '../pages/topics.tsx';
import type { Site } from '../site.ts';

/** Statements that the chart of a matter shows; the timeline has them all. */
const CHARTED = 120;

/** The fields of a form that an operation takes and that are filled in. */
const pick = (form: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(form).filter(([k, v]) => v && names.includes(k)));

/** A matter through time, the ledger as of a day, a person, the topics, and how far the record reaches. */
export function followRoutes({ ctx, ask, tried, topics, officeHolders }: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/timeline', async (c) => {
    const form = c.req.query();
    const { answer, problem } = form.topic
      ? await tried(() =>
          ask<Line>('timeline', { ...pick(form, ['topic', 'speaker', 'party', 'from', 'to']), ...stretchOf(form) }),
        )
      : { answer: null, problem: null };
    return render(
      c,
      <TimelinePage form={form} answer={answer} problem={problem} topics={topics()} pages={officeHolders()} />,
    );
  });
  app.get('/ledger', async (c) => {
    const { day: _, was: __, ...rest } = c.req.query();
    const form: LedgerForm = { ...rest, asOf: askedDay(c.req.query()) };
    const wanted = {
      ...pick(form, ['asOf', 'kind', 'party', 'topic']),
      ...(rest.hindsight === '1' ? { hindsight: true } : {}),
      ...rowsOf(form),
    };
    const { answer, problem } = await tried(() => ask<Ledger>('ledger', wanted));
    return render(c, <LedgerPage form={form} answer={answer} problem={problem} span={await holdingsOf(ctx.store)} />);
  });
  app.get('/matter', async (c) => {
    const form = c.req.query();
    const thing = thingNamed(form.name ?? '', ctx.rules);
    const name = thing?.name ?? form.name ?? '';
    if (name === '') return c.redirect('/topics');
    const asOf = askedDay(form);
    const { answer, problem } = await tried(() =>
      ask<Ledger>('ledger', { topic: name, ...rowsOf({}), ...(asOf ? { asOf } : {}) }),
    );
    const parties = (thing?.parties ?? []).map((id) => ctx.rules.parties.find((p) => p.id === id)?.name ?? id);
    return render(
      c,
      <MatterPage
        name={name}
        thing={thing ? { ...thing, parties } : null}
        form={form}
        asOf={asOf}
        ledger={answer}
        line={await ask<Line>('timeline', { topic: name, limit: CHARTED, ...(asOf ? { to: asOf } : {}) })}
        problem={problem}
        span={await holdingsOf(ctx.store)}
      />,
    );
  });
  app.get('/topics', async (c) => {
    const matters = ctx.rules.things.map((t) => ({ id: t.id, name: t.name, kind: t.kind }));
    // terms that recur are sought in every text, so only when asked for
    const suggest = c.req.query('recurring') !== undefined;
    return render(c, <TopicsPage answer={await ask('topics', { suggest })} matters={matters} sought={suggest} />);
  });
  app.get('/coverage', async (c) => render(c, <CoveragePage answer={await ask('gaps', {})} pages={officeHolders()} />));
  app.get('/p/:id', async (c) => render(c, <PersonPage answer={await ask('person', { id: c.req.param('id') })} />));
  return app;
}

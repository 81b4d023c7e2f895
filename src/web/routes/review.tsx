import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Judgement, OnrecordError, type VersionRecord } from '../../core/model/index.ts';
import { headsById } from '../../service/find/all-heads.ts';
import type { Decided } from '../../service/history.ts';
import { CORRECTABLE, judgedKind } from '../../service/judge/apply-judgements.ts';
import { type Env, render } from '../frame.tsx';
import { HistoryPage } from '../pages/judge/history.tsx';
import { type Judged, JudgePage } from '../pages/judge.tsx';
import { judgePath } from '../pages/judge-mark.tsx';
import { ReviewPage } from '../pages/review.tsx';
import { isHttps, needsRole } from '../security/guard.ts';
import type { Site } from '../site.ts';
import { nextPage } from './login.tsx';

/** Things of the queue on one page, each with its form: the page stays under 150 KB. */
const SHOWN = 60;
/** Ids one decision may be about: the statements of one row of the ledger. */
const MOST = 30;
const NAME_COOKIE = 'onrecord-name';
/** Values of the closed lists, to choose from while correcting. */
const CHOICES = {
  document: [
    'interview',
    'briefing',
    'speech',
    'readout',
    'original',
    'official',
    'other',
    'machine',
    'full',
    'excerpt',
    'edited',
  ],
  turn: [
    'official',
    'interviewer',
    'moderator',
    'guest',
    'editor',
    'reader',
    'site',
    'unknown',
    'question',
    'answer',
    'speech',
    'commentary',
    'comment',
    'boilerplate',
    'aside',
  ],
  claim: [
    'affirmative',
    'negative',
    'mixed',
    'assertion',
    'demand',
    'commitment',
    'offer',
    'refusal',
    'prediction',
    'denial',
    'warning',
  ],
} as const;

type History = { items: Decided[]; total: number; next: string | null };

/** What needs a person, and where a person decides: the queue, one thing in its exchange, the history. */
export function reviewRoutes(site: Site): Hono<Env> {
  const app = new Hono<Env>();
  const decided = async (ids: readonly string[]) => {
    const answers = ids.slice(0, MOST).map((id) => site.ask<History>('history', { id }));
    return (await Promise.all(answers)).flatMap((a) => a.items);
  };
  const justDone = async (c: Context<Env>) => {
    const ids = c.req.queries('done') ?? [];
    return (await decided(ids)).filter((j) => ids.includes(j.id));
  };

  app.get('/review', async (c) => {
    const document = c.req.query('document') ?? null;
    const answer = await site.ask<Parameters<typeof ReviewPage>[0]['answer']>('review', {
      limit: SHOWN,
      ...(document ? { document } : {}),
    });
    return render(
      c,
      <ReviewPage
        answer={answer}
        document={document}
        done={await justDone(c)}
        by={nameOf(c)}
        heads={await headsById(site.ctx.store)}
      />,
    );
  });

  app.get('/review/history', async (c) => {
    const { next, id } = c.req.query();
    const answer = await site.ask<History>('history', { ...(next ? { next } : {}), ...(id ? { id } : {}) });
    return render(c, <HistoryPage {...answer} by={nameOf(c)} />);
  });

  const judgePage = async (c: Context<Env>, ids: readonly string[], back: string, problem: string | null) => {
    const judged: Judged[] = [];
    for (const id of ids) {
      const { at, ...record } = await site.ask<VersionRecord & { at?: { start: number; end: number; what?: string } }>(
        'show',
        { id },
        // whoever decides has to see the words, also where readers may not
        { ...site.ctx, rules: site.ctx.rules, localFiles: true },
      );
      judged.push({ id, record, at: at ?? null });
    }
    const kind = judgedKind(ids[0]!);
    const form = {
      ids,
      fields: kind && ids.length === 1 ? Object.keys(CORRECTABLE[kind]) : [],
      choices: kind ? [...new Set([...namesIn(judged[0]!.record), ...CHOICES[kind]])] : [],
      by: nameOf(c),
      back,
    };
    const history = await decided(ids);
    const done = await justDone(c);
    return render(
      c,
      <JudgePage judged={judged} form={form} history={history} done={done} problem={problem} />,
      problem === null ? 200 : 400,
    );
  };

  app.get('/judge', needsRole('review'), (c) => {
    const ids = idsOf(c.req.queries('id') ?? []);
    return judgePage(c, ids, nextPage(c.req.query('back') ?? refererOf(c)), null);
  });

  app.post('/judge', needsRole('review'), async (c) => {
    const form = await c.req.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const ids = idsOf(form.getAll('id').map(String));
    const back = nextPage(text('back'));
    const by = c.var.frame.who ?? text('by');
    const decision = text('decision');
    const value = decision === 'correct' ? { value: `${text('field')}=${text('corrected')}` } : {};
    if (c.var.frame.who === null && by)
      setCookie(c, NAME_COOKIE, by.slice(0, 120), {
        httpOnly: true,
        sameSite: 'Strict',
        secure: isHttps(c),
        path: '/',
      });
    const { answer, problem } = await site.tried(async () => {
      const kept: Judgement[] = [];
      for (const id of ids)
        kept.push(await site.ask<Judgement>('judge', { id, decision, by, reason: text('reason'), ...value }));
      return kept;
    });
    if (!answer) return judgePage(c, ids, back, problem);
    const done = answer.map((j): [string, string] => ['done', j.id]);
    const onList = back === '/' || back.startsWith('/review') || decision === 'undo';
    const to = onList ? (back === '/' ? '/review' : back) : `${judgePath(ids)}&${new URLSearchParams({ back })}`;
    const [path, hash] = to.split('#') as [string, string?];
    return c.redirect(
      `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(done)}${hash ? `#${hash}` : ''}`,
      303,
    );
  });
  return app;
}

function idsOf(given: readonly string[]): string[] {
  const ids = given.filter((id) => id !== '').slice(0, MOST);
  if (ids.length === 0)
    throw new OnrecordError('usage', 'it is not said what to decide about', 'Come from the queue at /review.');
  return ids;
}

/** Names heard in a document, to choose from. */
const namesIn = (record: VersionRecord): string[] => record.document.participants.flatMap((p) => p.name ?? []);

const nameOf = (c: Context<Env>): string => c.var.frame.who ?? getCookie(c, NAME_COOKIE) ?? '';

/** The page of this site that led here. */
function refererOf(c: Context<Env>): string {
  const referer = c.req.header('referer');
  if (!referer || !URL.canParse(referer)) return '/review';
  const { host, pathname, search } = new URL(referer);
  return host === (c.req.header('host') ?? new URL(c.req.url).host) && pathname !== '/judge'
    ? pathname + search
    : '/review';
}

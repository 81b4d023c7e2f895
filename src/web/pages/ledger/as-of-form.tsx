import type { Child } from 'hono/jsx';
import { dateWords } from '../links.ts';
import { Script } from '../script.tsx';

const MS_OF_DAY = 86_400_000;

/** Days since 1970 of the first day an EDTF date may mean; null when it has no year. */
export function dayNumber(edtf: string | null): number | null {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(edtf ?? '');
  return m ? Math.floor(Date.UTC(Number(m[1]), Number(m[2] ?? 1) - 1, Number(m[3] ?? 1)) / MS_OF_DAY) : null;
}
export const dayOfNumber = (day: number): string => new Date(day * MS_OF_DAY).toISOString().slice(0, 10);

/** The day asked about: the slider's, when it was moved; else the one that was written. */
export function askedDay(form: Readonly<Record<string, string>>): string | undefined {
  const moved = form.day !== undefined && form.day !== form.was && /^\d{1,6}$/u.test(form.day);
  return moved ? dayOfNumber(Number(form.day)) : form.asOf || undefined;
}

/** The day of a ledger: a slider over the days of the record and a field, as one form; with script the slider asks by itself. */
export function AsOfForm(props: {
  action: string;
  asOf: string | undefined;
  span: { from: string | null; to: string | null };
  children?: Child;
}) {
  const [from, to] = [dayNumber(props.span.from), dayNumber(props.span.to)];
  const at = dayNumber(props.asOf ?? null) ?? to;
  const slides = from !== null && to !== null && from < to;
  return (
    <>
      <form class="asof ask" action={props.action} method="get">
        {slides ? (
          <label class="slide">
            <span>
              As of{' '}
              <output>{props.asOf ? dateWords(props.asOf) : `${dateWords(props.span.to)}, the last day held`}</output>
            </span>
            <input type="range" name="day" min={from} max={to} value={Math.min(to, Math.max(from, at!))} />
            <span class="days">
              <span>{dateWords(props.span.from)}</span>
              <span>{dateWords(props.span.to)}</span>
            </span>
            <input type="hidden" name="was" value={String(Math.min(to, Math.max(from, at!)))} />
          </label>
        ) : null}
        <div class="row">
          <label>
            {slides ? 'or the day, written' : 'The day'}
            <input
              name="asOf"
              value={props.asOf ?? ''}
              placeholder={props.span.to ?? '2023-12-01'}
              pattern="\d{4}(-\d\d){0,2}"
              autocomplete="off"
            />
          </label>
          {props.children}
        </div>
        <button type="submit">Show it</button>
      </form>
      <Script island="as-of" />
    </>
  );
}

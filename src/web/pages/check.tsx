import type { z } from 'zod';
import type { Match, QuoteCheck } from '../../core/model/index.ts';
import type { DraftReport } from '../../service/check/check-draft.ts';
import { saidBy, widerPassage } from '../../service/check/exchange-words.ts';
import { reportCounts } from '../../service/check/report-counts.ts';
import { VERDICT_WORDS } from '../../service/check/verdict-words.ts';
import { witnessWords } from '../../service/check/witness-words.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, inWords, partPath } from './links.ts';

const SIGNS: Readonly<Record<QuoteCheck['verdict'], string>> = {
  verbatim: '✓',
  marked: '✓…',
  orthographic: '✓~',
  altered: '≠',
  truncated: '⌇',
  spliced: '⋈',
  misattributed: '⇄',
  misdated: '⟲',
  ambiguous: '∥',
  'not-found': '∅',
};

export interface CheckForm {
  readonly quote?: string;
  readonly speaker?: string;
  readonly date?: string;
  readonly draft?: string;
}

export function CheckPage(props: {
  form: CheckForm;
  answer: QuoteCheck | null;
  report: z.infer<typeof DraftReport> | null;
  problem: string | null;
}) {
  const { form, answer, report } = props;
  return (
    <Layout title="Check a quotation" path="/check">
      <h1>Did they really say that?</h1>
      {props.problem ? <p class="bad measure">{props.problem}</p> : null}
      {answer ? <Verdict check={answer} quote={form.quote ?? ''} /> : null}
      {report ? <Report report={report} /> : null}
      <h2>{answer || report ? 'Check another' : 'A quotation'}</h2>
      <form class="ask" action="/check" method="get">
        <label>
          The quotation, with its ellipses and brackets; the quotation marks do not matter
          <textarea name="quote" required>
            {answer ? '' : (form.quote ?? '')}
          </textarea>
        </label>
        <div class="row">
          <label>
            Said by
            <input name="speaker" value={answer ? (form.speaker ?? '') : ''} autocomplete="off" />
          </label>
          <label>
            On the day
            <input name="date" placeholder="YYYY-MM-DD" autocomplete="off" />
          </label>
        </div>
        <button type="submit">Check it</button>
      </form>
      <h2>A whole draft</h2>
      <form class="ask" action="/check" method="post">
        <label>
          The text of an article; every quotation in it is checked, with the attribution the text gives it. Nothing of
          it is stored.
          <textarea name="draft" class="long" required>
            {form.draft ?? ''}
          </textarea>
        </label>
        <button type="submit">Check every quotation</button>
      </form>
    </Layout>
  );
}

export function Verdict(props: { check: QuoteCheck; quote: string }) {
  const { check } = props;
  const pieces = check.joins.length + 1;
  const grave = check.edits.some((e) => e.flags.some((f) => f !== 'minor'));
  const wider = check.matches[0] ? widerPassage(check.exchange, check.matches[0].text) : null;
  const tone = check.acceptable ? 'ok' : check.verdict === 'not-found' || check.verdict === 'ambiguous' ? '' : 'bad';
  return (
    <article>
      <p class={`verdict ${tone}`}>
        <span class="sign" aria-hidden="true">
          {SIGNS[check.verdict]}
        </span>
        <span>
          {VERDICT_WORDS[check.verdict]}
          {check.verdict === 'altered' && grave ? ': the sense is turned' : ''}
        </span>
        <span class="badge">
          {check.acceptable
            ? 'may be printed so'
            : check.certainty === 'possible'
              ? 'look at it yourself'
              : 'not to be printed so'}
        </span>
      </p>
      <blockquote>
        “<bdi>{props.quote.replace(/^[“"«„]|[”"»]$/gu, '')}</bdi>”
      </blockquote>
      <p class="measure">
        <bdi>{/[“”«»"]/u.test(check.why) ? check.why : inWords(check.why)}</bdi>
      </p>
      <Beside said={check.exchange?.before} />
      {check.matches.slice(0, pieces).map((m, i) => (
        <Passage check={check} match={m} index={i} grave={grave} />
      ))}
      {wider ? (
        <p class="note measure">
          In the source: “<bdi>{wider}</bdi>”
        </p>
      ) : null}
      <Beside said={check.exchange?.after} />
      {check.days ? (
        <p class="note measure">
          Said so on {check.days.length} days: {check.days.map((d, i) => [i > 0 ? ', ' : '', dateWords(d)])}
        </p>
      ) : null}
      {check.matches.length > pieces ? (
        <p class="note">
          Also:{' '}
          {check.matches.slice(pieces, pieces + 12).map((m, i) => [
            i > 0 ? '; ' : '',
            <a href={partPath(m.turn)}>
              {shorten(m.speaker ?? 'speaker not known', 120)}, {dateWords(m.date)}
            </a>,
          ])}
        </p>
      ) : null}
      {check.printable ? (
        <>
          <h3>May be printed instead</h3>
          <blockquote>
            “<bdi>{check.printable}</bdi>”
          </blockquote>
        </>
      ) : null}
      {check.witness ? <p class="note measure">{shorten(witnessWords(check), 400)}</p> : null}
      {(check.findings ?? []).map((f) => (
        <p class="note">{shorten(f, 400)}</p>
      ))}
      {check.why.includes(check.coverage.note) ? null : <p class="note measure">{inWords(check.coverage.note)}</p>}
    </article>
  );
}

/** What was said before or after the passage, with its speaker. */
function Beside({ said }: { said: NonNullable<QuoteCheck['exchange']>['before'] | undefined }) {
  return said ? (
    <p class="note measure">
      <a href={partPath(said.turn)}>{shorten(saidBy(said), 140)}</a>: “<bdi>{said.text}</bdi>”
    </p>
  ) : null;
}

/** The source words with what the quotation made of them: struck what was left out, underlined what was added. */
function Passage(props: { check: QuoteCheck; match: Match; index: number; grave: boolean }) {
  const { match: m } = props;
  const edits = props.check.edits.filter((e) => e.match === props.index).sort((a, b) => a.start - b.start);
  const parts: unknown[] = [];
  let at = m.start;
  for (const e of edits) {
    parts.push(m.text.slice(at - m.start, Math.max(at, e.start) - m.start));
    if (e.from) parts.push(<del>{e.from}</del>);
    if (e.to) parts.push(<ins>{e.to}</ins>);
    at = Math.max(at, e.end);
  }
  parts.push(m.text.slice(at - m.start));
  return (
    <figure>
      <blockquote class={props.grave ? 'grave' : ''}>
        <bdi>{parts as never}</bdi>
      </blockquote>
      <figcaption class="note">
        <a href={partPath(m.turn)}>
          {shorten(m.speaker ?? 'a voice we cannot name', 120)} ({m.voice}), {dateWords(m.date)}
        </a>
      </figcaption>
    </figure>
  );
}

function Report(props: { report: z.infer<typeof DraftReport> }) {
  const { report } = props;
  return (
    <article>
      <p class="lede">
        {reportCounts(report).quoted} {reportCounts(report).unquoted}
      </p>
      <ol>
        {report.items.map((item) => (
          <li>
            {item.check ? (
              <>
                <p class="note">
                  laid to {item.speaker ?? 'nobody'}: {shorten(item.attribution, 160)}
                </p>
                <Verdict check={item.check} quote={item.quote} />
              </>
            ) : (
              <p class="note">
                “{shorten(item.quote, 200)}” not checked: {item.leftOut}
              </p>
            )}
          </li>
        ))}
      </ol>
      {report.unquoted.length > 0 ? (
        <section>
          <h3>Without quotation marks, not checked</h3>
          <ul class="sans">
            {report.unquoted.map((u) => (
              <li>
                {shorten(u.text, 240)}
                <p class="note">
                  {u.speaker ? `Laid to ${u.speaker}` : 'Laid to nobody we can name'}: {u.attribution}.{' '}
                  {u.nearest ? (
                    <>
                      Nearest passage: “{shorten(u.nearest.text, 300)}” ({u.nearest.document})
                    </>
                  ) : (
                    'No passage comes near it.'
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p class="note">
        Draft {report.draft.sha256.slice(0, 16)}, record {report.record.fingerprint}, {report.record.documents}{' '}
        documents, {dateWords(report.record.from)} to {dateWords(report.record.to)}, {report.program}. Checked by:
        ________ on: ________
      </p>
    </article>
  );
}

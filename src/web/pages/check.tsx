import type { z } from 'zod';
import type { Match, QuoteCheck } from '../../core/model/index.ts';
import type { DraftReport } from '../../service/check/check-draft.ts';
import { saidBy, widerPassage } from '../../service/check/exchange-words.ts';
import { reportCounts } from '../../service/check/report-counts.ts';
import { VERDICT_WORDS } from '../../service/check/verdict-words.ts';
import { witnessWords } from '../../service/check/witness-words.ts';
import { Layout, shorten } from './layout.tsx';
import { dateWords, documentPath, inWords, partPath } from './links.ts';
import { Script } from './script.tsx';

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
      {report ? <Report report={report} draft={form.draft || null} /> : null}
      <h2 class="noprint">{answer || report ? 'Check another' : 'A quotation'}</h2>
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
      <h2 id="draft" class="noprint">
        A whole draft
      </h2>
      <form class="ask" action="/check" method="post" enctype="multipart/form-data" data-drop>
        <label>
          The text of an article; every quotation in it is checked, with the attribution the text gives it. Nothing of
          it is stored.
          <textarea name="draft" class="long">
            {form.draft ?? ''}
          </textarea>
        </label>
        <label class="drop">
          Or a file: drop it here, or choose
          <input type="file" name="file" />
          <span class="hint">Word, PDF, a web page, Markdown, text; up to 2 MB</span>
        </label>
        <button type="submit">Check every quotation</button>
        <Script island="drop" />
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
        <p class="note measure">{withLinks(shorten(f, 400))}</p>
      ))}
      {check.why.includes(check.coverage.note) ? null : <p class="note measure">{inWords(check.coverage.note)}</p>}
    </article>
  );
}

/** A note in which an id of a version stands leads there. */
function withLinks(note: string) {
  const [before, id, after] = note.split(/\(?(ver:[0-9a-f]{12})\)?/u);
  return id === undefined ? (
    note
  ) : (
    <>
      {before}
      <a href={documentPath(id)}>in its text</a>
      {after}
    </>
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
    if (e.from) parts.push(<del>{e.from}</del>, e.to ? ' ' : '');
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

/** The draft as it was sent, each quotation underlined and leading to its verdict. */
function Underlined(props: { draft: string; items: z.infer<typeof DraftReport>['items'] }) {
  const parts: unknown[] = [];
  let at = 0;
  for (const [i, item] of props.items.entries()) {
    // the places are those of the text that was read; a draft with markup may read otherwise
    const start = props.draft.indexOf(item.quote, at);
    if (start === -1) continue;
    const words = item.check ? VERDICT_WORDS[item.check.verdict] : 'not checked';
    const tone = item.check?.acceptable ? 'ok' : item.check ? 'bad' : '';
    parts.push(
      props.draft.slice(at, start),
      <a class={`quoted ${tone}`} href={`#q${i + 1}`} title={words}>
        {item.quote}
        <span class="sign" aria-hidden="true">
          {item.check ? SIGNS[item.check.verdict] : '–'}
        </span>
        <span class="hidden">: {words}</span>
      </a>,
    );
    at = start + item.quote.length;
  }
  if (parts.length === 0) return null;
  parts.push(props.draft.slice(at));
  return (
    <section class="draft measure" aria-label="The draft, its quotations underlined">
      <bdi>{parts as never}</bdi>
    </section>
  );
}

function Report(props: { report: z.infer<typeof DraftReport>; draft: string | null }) {
  const { report } = props;
  return (
    <article>
      <p class="lede">
        {reportCounts(report).quoted} {reportCounts(report).unquoted}
      </p>
      {props.draft === null ? null : <Underlined draft={props.draft} items={report.items} />}
      <ol>
        {report.items.map((item, i) => (
          <li id={`q${i + 1}`}>
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
                      Nearest passage: “{shorten(u.nearest.text, 300)}”{' '}
                      <a href={documentPath(u.nearest.document)}>in its text</a>
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

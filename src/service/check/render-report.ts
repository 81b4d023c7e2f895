import type { QuoteCheck } from '../../core/model/index.ts';
import type { DraftReport } from './check-draft.ts';
import { saidBy, widerPassage } from './exchange-words.ts';
import { reportCounts } from './report-counts.ts';
import { REPORT_STYLE } from './report-style.ts';
import { VERDICT_WORDS } from './verdict-words.ts';
import { witnessWords } from './witness-words.ts';

const escapeHtml = (s: string) => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The report on a draft as one page with nothing to fetch: to send to an editor, to print, to keep. */
export function renderReport(report: DraftReport): string {
  const { record } = report;
  const counts = reportCounts(report);
  const rows = report.items.map((item, i) => {
    const title = item.check ? VERDICT_WORDS[item.check.verdict] : 'Not checked';
    const grade = item.check
      ? item.check.acceptable
        ? 'fine'
        : item.check.certainty === 'possible'
          ? 'open'
          : 'grave'
      : 'out';
    return `<li class="${grade}" id="q${i + 1}"><h2>${i + 1}. ${escapeHtml(title)}</h2>
<blockquote>${escapeHtml(item.quote)}</blockquote>
<p class="by">${item.speaker ? `Laid to ${escapeHtml(item.speaker)}: ` : ''}${escapeHtml(item.attribution)}</p>
${item.check ? renderCheck(item.check) : `<p>${escapeHtml(item.leftOut ?? '')}</p>`}</li>`;
  });
  const unquoted = report.unquoted.map(
    (u) =>
      `<li><p>${escapeHtml(u.text)}</p><p class="by">Laid to ${escapeHtml(u.speaker ?? 'nobody')}: ${escapeHtml(u.attribution)}. Nearest passage: ${u.nearest ? `“${escapeHtml(u.nearest.text)}” (${escapeHtml(u.nearest.document)})` : 'none held'}. No verdict.</p></li>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quotations of ${escapeHtml(report.draft.name)}</title>
<style>${REPORT_STYLE}</style>
<h1>Quotations of ${escapeHtml(report.draft.name)}</h1>
<p>${counts.quoted} ${counts.unquoted}</p>
<ol class="q">${rows.join('\n')}</ol>
${unquoted.length > 0 ? `<h1>Attributed without quotation marks</h1><ol>${unquoted.join('\n')}</ol>` : ''}
<h1>What this rests on</h1>
<table><tr><td>Draft<td>${escapeHtml(report.draft.name)}, sha256 ${report.draft.sha256}
<tr><td>Record<td>${record.documents} documents${record.from ? `, ${escapeHtml(record.from)} to ${escapeHtml(record.to ?? '')}` : ''}, ${record.languages.length > 0 ? `, in ${escapeHtml(record.languages.join(', '))}` : ''}, fingerprint ${record.fingerprint}
<tr><td>Program<td>${escapeHtml(report.program)}, vocabularies ${escapeHtml(record.rules)}</table>
<table class="sign"><tr><td>Checked by<td><tr><td>Date<td><tr><td>Note<td></table>
</html>
`;
}

function renderCheck(check: QuoteCheck): string {
  const matches = check.matches.map((m, i) => {
    const edits = check.edits.filter((e) => e.match === i).sort((a, b) => a.start - b.start);
    let html = '';
    let at = m.start;
    for (const e of edits) {
      html += escapeHtml(m.text.slice(at - m.start, e.start - m.start));
      html += `${e.from ? `<del>${escapeHtml(e.from)}</del>` : ''}${e.to ? `<ins>${escapeHtml(e.to)}</ins>` : ''}`;
      at = e.end;
    }
    html += escapeHtml(m.text.slice(at - m.start));
    return `<p>“${html}”<br><span class="small">${escapeHtml([m.speaker ?? 'voice unknown', m.date ?? 'day unknown', m.document].join(', '))}</span></p>`;
  });
  const first = check.matches[0];
  const wider = first ? widerPassage(check.exchange, first.text) : null;
  const { before, after } = check.exchange ?? { before: null, after: null };
  const small = (text: string) => (text ? `<p class="small">${escapeHtml(text)}</p>` : '');
  const beside = (said: NonNullable<typeof before>) => small(`${saidBy(said)}: “${said.text}”`);
  return [
    `<p>${escapeHtml(check.why)}</p>`,
    before ? beside(before) : '',
    ...matches.slice(0, check.joins.length + 1),
    wider ? small(`In the source: “${wider}”`) : '',
    after ? beside(after) : '',
    small(check.days ? `Said so on ${check.days.length} days: ${check.days.join(', ')}` : ''),
    check.printable ? `<p>May be printed: “${escapeHtml(check.printable)}”</p>` : '',
    ...(check.findings ?? []).map(small),
    small(witnessWords(check)),
  ].join('');
}

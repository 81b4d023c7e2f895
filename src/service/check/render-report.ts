import type { QuoteCheck } from '../../core/model/index.ts';
import type { DraftReport } from './check-draft.ts';
import type { Draft } from './read-draft.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

const escapeHtml = (s: string) => s.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The report on a draft as one page with nothing to fetch: to send to an editor, to print, to keep. */
export function renderReport(report: DraftReport, draft: Draft): string {
  const { record } = report;
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
      `<li><p>${escapeHtml(draft.text.slice(u.start, u.end).trim())}</p><p class="by">${escapeHtml(u.speaker)}. Nearest passage: ${u.nearest ? `“${escapeHtml(u.nearest.text)}” (${escapeHtml(u.nearest.document)})` : 'none held'}. No verdict.</p></li>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quotations of ${escapeHtml(report.draft.name)}</title>
<style>
body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:0}ol.q{list-style:none;padding:0}
ol.q>li{border-left:.4rem solid #888;padding:.2rem 1rem;margin:1.5rem 0}
li.fine{border-color:#2c6e49}li.grave{border-color:#a4161a}li.open{border-color:#9a6700}
blockquote{margin:.5rem 0;font-style:italic}.by,.small{font-size:.85rem;color:#444}
del{color:#a4161a}ins{color:#1b4332;text-decoration:underline}table{border-collapse:collapse;font-size:.85rem}td{padding:.1rem 1rem .1rem 0;vertical-align:top}
.sign td{border-bottom:1px solid #888;min-width:14rem;height:2rem}
@media print{body{margin:0}}
</style>
<h1>Quotations of ${escapeHtml(report.draft.name)}</h1>
<p>${report.checked} quotations were checked: ${report.acceptable} may be printed as they stand, ${report.checked - report.acceptable} may not. ${report.leftOut} were left out, each with the reason. ${report.unquoted.length} attributions without quotation marks were not checked.</p>
<ol class="q">${rows.join('\n')}</ol>
${unquoted.length > 0 ? `<h1>Attributed without quotation marks</h1><ol>${unquoted.join('\n')}</ol>` : ''}
<h1>What this rests on</h1>
<table><tr><td>Draft<td>${escapeHtml(report.draft.name)}, sha256 ${report.draft.sha256}
<tr><td>Record<td>${record.documents} documents${record.from ? `, ${escapeHtml(record.from)} to ${escapeHtml(record.to ?? '')}` : ''}, fingerprint ${record.fingerprint}
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
  return `<p>${escapeHtml(check.why)}</p>${matches.join('')}${check.printable ? `<p>May be printed: “${escapeHtml(check.printable)}”</p>` : ''}${(check.findings ?? []).map((f) => `<p class="small">${escapeHtml(f)}</p>`).join('')}${check.witness?.note ? `<p class="small">${escapeHtml(check.witness.note)}</p>` : ''}`;
}

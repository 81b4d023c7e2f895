import type { z } from 'zod';
import type { DraftReport } from '../../service/check/check-draft.ts';
import { reportCounts } from '../../service/check/report-counts.ts';
import { printable, type Style, wrap } from '../style.ts';
import { renderOne } from './render-quotation.ts';

export type Report = z.infer<typeof DraftReport>;

/** The report on a draft: the counts first, then each quotation, then what was not checked, then what it rests on. */
export function renderDraft(report: Report, style: Style): string {
  const counts = reportCounts(report);
  const items = report.items.map((item, i) => {
    const head = style.paint('bold', `${i + 1}. `);
    if (!item.check)
      return `${head}not checked: ${item.leftOut}\n${wrap(`“${printable(item.quote)}”`, style.width, '  ')}\n`;
    const by = style.paint('dim', `  laid to ${item.speaker ?? 'nobody'}: ${printable(item.attribution)}`);
    return `${head}${renderOne({ ...item.check, quote: item.quote }, style)}${by}\n`;
  });
  const unquoted = report.unquoted.flatMap((u) => [
    wrap(printable(u.text), style.width, '  '),
    style.paint(
      'dim',
      wrap(
        u.nearest
          ? `nearest passage: “${printable(u.nearest.text)}” (${u.nearest.document})`
          : 'no passage comes near it',
        style.width,
        '    ',
      ),
    ),
    style.paint(
      'dim',
      wrap(`laid to ${printable(u.speaker ?? 'nobody')}: ${printable(u.attribution)}`, style.width, '    '),
    ),
  ]);
  return [
    style.paint('bold', wrap(counts.quoted, style.width)),
    wrap(counts.unquoted, style.width),
    '',
    ...items,
    ...(unquoted.length > 0 ? ['Without quotation marks; no verdict:', ...unquoted, ''] : []),
    ...report.findings.map((f) => wrap(`note: ${printable(f)}`, style.width)),
    style.paint('dim', restsOn(report)),
    'Checked by: ____________  on: ____________  note: ____________',
    '',
  ].join('\n');
}

/** The draft, the record and the program, so that two reports can be told apart. */
function restsOn({ draft, record, program }: Report): string {
  const span = record.from ? `, ${record.from} to ${record.to}` : '';
  return [
    `Draft:   ${printable(draft.name)}, sha256 ${draft.sha256}`,
    `Record:  ${record.documents} documents${span}, in ${record.languages.join(', ') || 'no known language'}; fingerprint ${record.fingerprint}`,
    `Program: ${program}, vocabularies ${record.rules}`,
  ].join('\n');
}

import type { QuoteCheck, Verdict } from '../../core/model/index.ts';
import { VERDICT_WORDS } from '../../service/check/verdict-words.ts';
import { printable, type Style, wrap } from '../style.ts';
import type { Renderer } from './index.ts';

type Answer = QuoteCheck & { readonly quote?: string };
interface Report {
  readonly draft: { readonly name: string };
  readonly checked: number;
  readonly acceptable: number;
  readonly leftOut: number;
  readonly unquoted: readonly { readonly text: string; readonly speaker: string }[];
  readonly items: readonly {
    readonly quote: string;
    readonly speaker: string | null;
    readonly attribution: string;
    readonly leftOut: string | null;
    readonly check: QuoteCheck | null;
  }[];
}
interface Failed {
  readonly error: { readonly message: string; readonly hint: string | null };
}

const COLOURS: Readonly<Partial<Record<Verdict, Parameters<Style['paint']>[0]>>> = {
  verbatim: 'green',
  orthographic: 'green',
  marked: 'green',
  ambiguous: 'yellow',
  'not-found': 'yellow',
};

/** The verdict in words, the passage with what was changed, who said it and when, and the reason. */
export function renderCheck(style: Style): Renderer {
  return {
    item(answer: Answer | Report | Failed) {
      if ('error' in answer) return `${answer.error.message}${answer.error.hint ? ` ${answer.error.hint}` : ''}\n`;
      return 'items' in answer ? renderReport(answer, style) : `${renderOne(answer, style)}\n`;
    },
  };
}

function renderOne(check: Answer, style: Style): string {
  const title = style.paint(COLOURS[check.verdict] ?? 'red', VERDICT_WORDS[check.verdict]);
  const printing = check.acceptable
    ? 'may be printed'
    : check.certainty === 'possible'
      ? 'look at it yourself'
      : 'may not be printed so';
  const lines = [`${title} (${check.verdict}; ${printing})`];
  if (check.quote) lines.push(wrap(`“${printable(check.quote)}”`, style.width, '  '));
  lines.push(wrap(printable(check.why), style.width, '  '));
  const pieces = check.joins.length + 1;
  check.matches.forEach((m, i) => {
    const who = [m.speaker ?? `a voice we cannot name (${m.voice})`, m.date ?? 'day unknown', m.turn].join(' · ');
    if (i < pieces) {
      lines.push(wrap(`source: ${showEdits(check, i, style)}`, style.width, '  '));
      lines.push(style.paint('dim', `          ${printable(who)}`));
    } else lines.push(style.paint('dim', `  also:   ${printable(who)}`));
  });
  if (check.printable) lines.push(wrap(`may be printed: “${printable(check.printable)}”`, style.width, '  '));
  if (check.witness?.note) lines.push(wrap(check.witness.note, style.width, '  '));
  if (check.verdict === 'not-found' && !check.why.includes(check.coverage.note))
    lines.push(wrap(check.coverage.note, style.width, '  '));
  for (const f of check.findings ?? []) lines.push(wrap(`note: ${printable(f)}`, style.width, '  '));
  return `${lines.join('\n')}\n`;
}

/** The source with what the quotation made of it: [-left out-] {+added+}, and in colour. */
function showEdits(check: QuoteCheck, match: number, style: Style): string {
  const m = check.matches[match]!;
  const edits = check.edits
    .filter((e) => e.match === match && /[\p{L}\p{N}]/u.test(e.from + e.to))
    .sort((a, b) => a.start - b.start);
  let text = '';
  let at = m.start;
  for (const e of edits) {
    text += m.text.slice(at - m.start, Math.max(at, e.start) - m.start);
    if (e.from) text += style.paint('red', `[-${e.from.trim()}-]`);
    if (e.to) text += style.paint('green', `{+${e.to.trim()}+}`);
    at = Math.max(at, e.end);
  }
  return printableKeepingColour(text + m.text.slice(at - m.start));
}
/** Control characters of the source go; the colours we put in stay. */
const printableKeepingColour = (text: string) =>
  text
    .split(/(\u001b\[[0-9;]*m)/)
    .map((part, i) => (i % 2 === 1 ? part : printable(part)))
    .join('');

function renderReport(report: Report, style: Style): string {
  const items = report.items.map((item, i) => {
    const head = style.paint('bold', `${i + 1}. `);
    if (!item.check)
      return `${head}not checked: ${item.leftOut}\n${wrap(`“${printable(item.quote)}”`, style.width, '  ')}\n`;
    const by = style.paint('dim', `  laid to ${item.speaker ?? 'nobody'}: ${printable(item.attribution)}`);
    return `${head}${renderOne({ ...item.check, quote: item.quote }, style)}${by}\n`;
  });
  const unquoted = report.unquoted.map((u) => `  ${printable(u.speaker)}: ${printable(u.text)}\n`);
  const counts = `${report.checked} quotations checked: ${report.acceptable} may be printed, ${report.checked - report.acceptable} may not or need a look; ${report.leftOut} left out.`;
  return `${style.paint('bold', counts)}\n${report.unquoted.length} attributions without quotation marks were not checked.\n\n${items.join('\n')}${unquoted.length > 0 ? `\nWithout quotation marks, not checked:\n${unquoted.join('')}` : ''}`;
}

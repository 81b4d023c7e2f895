import type { QuoteCheck, Verdict } from '../../core/model/index.ts';
import { saidBy, widerPassage } from '../../service/check/exchange-words.ts';
import { VERDICT_WORDS } from '../../service/check/verdict-words.ts';
import { witnessWords } from '../../service/check/witness-words.ts';
import { printable, type Style, wrap } from '../style.ts';

export type Answer = QuoteCheck & { readonly quote?: string };
const COLOURS: Readonly<Partial<Record<Verdict, Parameters<Style['paint']>[0]>>> = {
  verbatim: 'green',
  orthographic: 'green',
  marked: 'green',
  ambiguous: 'yellow',
  'not-found': 'yellow',
};

/** One answer as a paragraph. */
export function renderOne(check: Answer, style: Style): string {
  const title = style.paint(COLOURS[check.verdict] ?? 'red', VERDICT_WORDS[check.verdict]);
  const printing = check.acceptable
    ? 'may be printed'
    : check.certainty === 'possible'
      ? 'look at it yourself'
      : 'may not be printed so';
  const lines = [`${title} (${check.verdict}; ${printing})`];
  const say = (text: string) => lines.push(wrap(printable(text), style.width, '  '));
  const dim = (text: string) => lines.push(style.paint('dim', wrap(printable(text), style.width, '  ')));
  if (check.quote) say(`“${check.quote}”`);
  say(check.why);
  const { before, after } = check.exchange ?? { before: null, after: null };
  if (before) dim(`before: ${saidBy(before)}: “${before.text}”`);
  lines.push(...renderMatches(check, style));
  const wider = check.matches[0] ? widerPassage(check.exchange, check.matches[0].text) : null;
  if (wider) dim(`in:     “${wider}”`);
  if (after) dim(`after:  ${saidBy(after)}: “${after.text}”`);
  if (check.days) say(`said so on ${check.days.length} days: ${check.days.join(', ')}`);
  if (check.printable) say(`may be printed: “${check.printable}”`);
  const witness = witnessWords(check);
  if (witness) dim(witness);
  if (check.verdict === 'not-found' && !check.why.includes(check.coverage.note)) say(check.coverage.note);
  for (const f of check.findings ?? []) say(`note: ${f}`);
  return `${lines.join('\n')}\n`;
}

function renderMatches(check: Answer, style: Style): string[] {
  const pieces = check.joins.length + 1;
  return check.matches.flatMap((m, i) => {
    const who = [m.speaker ?? `a voice we cannot name (${m.voice})`, m.date ?? 'day unknown', m.turn].join(' · ');
    if (i >= pieces) return [style.paint('dim', `  also:   ${printable(who)}`)];
    return [
      wrapColoured(`source: ${showEdits(check, i, style)}`, style.width),
      style.paint('dim', `          ${printable(who)}`),
    ];
  });
}

/** Wrap text that carries our own colours: they take no room. */
function wrapColoured(text: string, width: number): string {
  const lines: string[] = [];
  let [line, room] = ['', width];
  for (const word of text.split(/\s+/)) {
    const long = word.replace(/\u001b\[[0-9;]*m/g, '').length;
    if (line !== '' && long + 1 > room) {
      lines.push(`  ${line}`);
      [line, room] = ['', width];
    }
    room -= long + (line === '' ? 2 : 1);
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, `  ${line}`].join('\n');
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

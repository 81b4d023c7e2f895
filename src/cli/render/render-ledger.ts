import { type Entry, Section } from '../../core/model/index.ts';
import { dateWords } from '../../core/text/date-words.ts';
import type { Nothing } from '../../service/fields/why-nothing.ts';
import { entryFacts, valueWords } from '../../service/words/entry-facts.ts';
import { SECTION_NAMES, stateWords } from '../../service/words/ledger-words.ts';
import { count, oneLine, type Style, wrap } from '../style.ts';
import type { Renderer } from './renderer.ts';
import { whyNothingLines } from './why-nothing.ts';

type Ledger = {
  readonly asOf: string | null;
  readonly totals: Readonly<Record<Section, number>>;
  readonly next: string | null;
  readonly empty?: Nothing | null;
  readonly coverage?: { readonly note: string };
} & Readonly<Record<Section, readonly Entry[]>>;

/** Section by section: state, title, the words that prove it, who said them when, and how old the last word is (law L4). */
export function renderLedger(style: Style): Renderer {
  return {
    item(ledger: Ledger) {
      const held = Section.options.filter((s) => ledger[s].length > 0);
      const day = ledger.asOf ? `As of ${ledger.asOf}` : 'As of the last word held';
      const reach = ledger.coverage ? `${style.paint('dim', `${oneLine(ledger.coverage.note, 200)}.`)}\n` : '';
      if (held.length === 0) {
        const why = whyNothingLines(ledger.empty, (n) => count(n, 'entry', 'entries')).map((line) => `  ${line}\n`);
        return `${day}: nothing in this record that fits.\n${why.join('')}${reach}`;
      }
      const sections = held.map((section) => {
        const name = SECTION_NAMES[section];
        const title = style.paint('bold', `${name} (${shownOf(ledger[section].length, ledger.totals[section])})`);
        // the word that --kind takes, where it is another
        const kind = name.toLowerCase() === section ? '' : style.paint('dim', `  ${section}`);
        return `\n${title}${kind}\n${ledger[section].map((row) => renderRow(row, style)).join('')}`;
      });
      const total = held.reduce((n, s) => n + Math.max(ledger[s].length, ledger.totals[s]), 0);
      const more = ledger.next ? ` (those spoken of longer ago with --next ${ledger.next})` : '';
      const end = style.paint('bold', count(total, 'entry', 'entries'));
      return `${day}, by what was said by then.\n${sections.join('')}\n${end}${more}\n${reach}`;
    },
  };
}

/** "12", or "200 of 1,340" when there are more. */
const shownOf = (shown: number, total: number): string =>
  total > shown ? `${shown} of ${total.toLocaleString('en')}` : String(shown);

function renderRow(row: Entry, style: Style): string {
  // a value that is no number is quoted words, and shown as such (law L3)
  const words = valueWords(row);
  const value = words === null || /^\d/u.test(row.value!) ? words : `“${oneLine(words, 80)}”`;
  const when = [row.date && dateWords(row.date), value].filter(Boolean).join(', ');
  const mark = row.hindsight ? ' (with hindsight)' : '';
  // A title may quote the very words that stand below as evidence: once is enough.
  const at = row.title.indexOf(': “');
  const label = (at > 0 ? row.title.slice(0, at) : '') || row.parties.join(' – ');
  const head = `  ${style.paint('cyan', stateWords(row.status))}  ${oneLine(row.evidence.length > 0 ? label : row.title, style.width - 30)}${when ? `  ${when}` : ''}${mark}`;
  const age = row.ageDays === null ? '' : `, ${count(row.ageDays, 'day')} before`;
  const last = row.lastStated ? `last said ${row.lastStated}${age}` : 'day of the last word unknown';
  const said = `${row.statedBy.join(', ') || 'nobody named'} · ${last}${row.reviewed ? ' · reviewed' : ''} · ${row.id}`;
  const set = (row.judged ?? []).map((j) => `${j.field} set by ${j.by}: ${j.reason}`).join('; ');
  const judged = set ? `${wrap(set, style.width, '      ')}\n` : '';
  const proof = row.evidence[0] ? `${wrap(`“${oneLine(row.evidence[0].text, 300)}”`, style.width, '      ')}\n` : '';
  const facts = entryFacts(row).map((f) => `${f.name} ${f.quoted ? `“${oneLine(f.words, 120)}”` : f.words}`);
  const more = facts.length > 0 ? `${wrap(facts.join(' · '), style.width, '      ')}\n` : '';
  const steps = (row.thread ?? []).map((s) => `${stateWords(s.status)}${s.said ? ` ${s.said}` : ''}`);
  const thread = steps.length > 1 ? `${style.paint('dim', wrap(steps.join(' → '), style.width, '      '))}\n` : '';
  return `${head}\n${proof}${more}${thread}${judged}${style.paint('dim', wrap(said, style.width, '      '))}\n`;
}

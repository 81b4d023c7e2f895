import type { Entry } from '../../core/model/index.ts';
import { SECTION_NAMES, stateWords } from '../words/ledger-words.ts';
import { escapeMarkdown as md } from './escape-markdown.ts';
import type { SectionRows } from './moved-entries.ts';
import type { NewsItem } from './news-item.ts';

interface News {
  readonly items: readonly NewsItem[];
  readonly more: boolean;
  readonly coverage: { readonly note: string };
}

/** What a digest is written from. */
export interface DigestParts {
  readonly since: string;
  readonly now: string;
  readonly texts: News;
  readonly changes: News;
  readonly searches: readonly { readonly name: string; readonly found: News }[];
  readonly entries: readonly SectionRows[];
}

/**
 * The letter: what came, what changed, what saved searches found, what the new texts say of the ledger's matters. Words of
 * sources stand in quotation marks, exactly; everything that no person has reviewed says so.
 */
export function writeDigest(parts: DigestParts): { subject: string; markdown: string } {
  const { since, now, texts, changes, searches, entries } = parts;
  const day = now.slice(0, 10);
  const subject = `On record, ${since.slice(0, 10)} to ${day}: ${count(texts, 'new text')}`;
  const sections = [
    section('New texts', texts, (i) => [`${said(i)}${i.speaker ? `: ${md(i.speaker)}` : ''}. ${md(i.why)}.${link(i)}`]),
    section('Texts that changed', changes, (i) => [`${said(i)}.${link(i)}`, md(i.why)]),
    ...searches.map(({ name, found }) =>
      section(`Saved search: ${md(name)}`, found, (i) => [
        `${i.speaker ? `${md(i.speaker)}, ` : ''}${said(i)}.${link(i)}`,
        i.text === null ? 'The rights of the source let us show no words of it.' : `“${md(i.text)}” \`${i.id}\``,
      ]),
    ),
    ledgerOf(entries),
  ].filter((s) => s !== '');
  const head = `# ${md(subject)}\n\n${md(texts.coverage.note)}. What is marked ○ was found by a machine and reviewed by nobody; ● was accepted by a person.\n`;
  const body = sections.length > 0 ? sections.join('\n') : 'Nothing new came into the record.\n';
  return { subject, markdown: `${head}\n${body}` };
}

const count = ({ items, more }: News, what: string) =>
  `${items.length}${more ? ' or more' : ''} ${what}${items.length === 1 && !more ? '' : 's'}`;

const said = (i: NewsItem) =>
  `${mark(i.reviewed)} *${md(i.title)}* (${i.date === null ? 'day not printed' : md(i.date)})`;
const mark = (reviewed: boolean) => (reviewed ? '●' : '○');
const link = (i: NewsItem) => (i.url && /^https?:\/\/[^\s<>]+$/u.test(i.url) ? ` <${i.url}>` : '');

/** Rows of one section that a letter holds; the ledger has the rest. */
const ROWS = 8;

/** What the new texts say of matters in the ledger, section by section. */
function ledgerOf(sections: readonly SectionRows[]): string {
  if (sections.length === 0) return '';
  const parts = sections.map(({ section, rows }) => {
    const lines = rows.slice(0, ROWS).map((e) => `- ${entryLine(e)}\n`);
    const rest =
      rows.length > ROWS ? `- … and ${rows.length - ROWS} more: \`onrecord ledger --kind ${section}\`\n` : '';
    return `### ${SECTION_NAMES[section]}\n\n${lines.join('')}${rest}`;
  });
  return `## What the new texts say of matters in the ledger\n\n${parts.join('\n')}`;
}

function entryLine(entry: Entry): string {
  const documents = [...new Set(entry.evidence.map((e) => `\`${e.document}\``))];
  const suggested = entry.reviewed ? '' : " (a machine's suggestion)";
  return `${mark(entry.reviewed)} ${md(stateWords(entry.status))}: ${md(entry.title)}${suggested} ${documents.join(' ')}`;
}

const section = (title: string, news: News, linesOf: (item: NewsItem) => string[]) =>
  listed(title, news.items.map(linesOf), news.more);

/** A heading and its list; nothing when there is nothing. */
function listed(title: string, items: readonly string[][], more: boolean): string {
  if (items.length === 0) return '';
  const lines = items.map(([first, ...rest]) => [`- ${first}`, ...rest.map((l) => `  ${l}`)].join('\n'));
  return `## ${title}\n\n${lines.join('\n')}\n${more ? '- … and more\n' : ''}`;
}

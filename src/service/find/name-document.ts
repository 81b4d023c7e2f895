import { titleOf } from '../../core/cite/supply-title.ts';
import { type DocumentHead, OnrecordError, type Rules } from '../../core/model/index.ts';
import { preferVersion } from '../../core/versions/prefer-version.ts';
import type { Store } from '../../store/port.ts';
import { allHeads } from './all-heads.ts';
import { resolveId } from './resolve-id.ts';
import { speakerNames } from './speaker-names.ts';

/** Choices shown when a name fits several texts. */
const SHOWN = 8;

/**
 * The version a person means by an id, a file name, a day (or the beginning of one), words of the title, the name of a
 * speaker, or "latest" (with a speaker's name: his latest). What fits several events is an error that lists them.
 * Throws `not-found`.
 */
export async function nameDocument(store: Store, rules: Rules, given: string): Promise<string> {
  const name = given.trim();
  if (/^(?:ver|doc):/.test(name) || (await store.findIds(name.replace(/[/@].*$/u, ''))).length > 0)
    return resolveId(store, name);
  const heads = await allHeads(store);
  const latest = /^latest\b\s*/iu.exec(name);
  const found = latest ? latestOf(heads, name.slice(latest[0].length), rules) : firstThatFits(heads, name, rules);
  const events = new Map<string, DocumentHead[]>();
  for (const head of found) events.set(head.event, [...(events.get(head.event) ?? []), head]);
  const choices = [...events.values()].map(preferVersion).sort((a, b) => order(b, a));
  if (choices.length === 1) return choices[0]!.id;
  if (choices.length === 0)
    throw new OnrecordError(
      'not-found',
      `${given}: no id, file name, day, title or speaker of this record is so`,
      '"onrecord list" shows what it holds.',
    );
  const lines = choices.slice(0, SHOWN).map((h) => `  ${h.id}  ${h.date ?? 'undated'}  ${titleOf(h)}`);
  const more = choices.length > SHOWN ? `\n  and ${choices.length - SHOWN} more` : '';
  throw new OnrecordError(
    'not-found',
    `${given}: ${choices.length} texts are meant by this\n${lines.join('\n')}${more}`,
    'Give an id, a day, or more words of the title.',
  );
}

/** The most certain way in which the name fits some text: file name, day, whole title, its words, a speaker. */
function firstThatFits(heads: readonly DocumentHead[], name: string, rules: Rules): readonly DocumentHead[] {
  const words = plainWords(name);
  const wanted = words.join(' ');
  if (words.length === 0) return [];
  const ways: ((h: DocumentHead) => boolean)[] = [
    (h) => h.name === name || baseOf(h.name) === name || baseOf(h.name).replace(/\.\w+$/u, '') === name,
    (h) => /^\d{4}/u.test(name) && (h.date === name || (h.date?.startsWith(`${name}-`) ?? false)),
    (h) => plainWords(h.title ?? '').join(' ') === wanted,
    (h) => baseOf(h.name).startsWith(name),
    (h) => {
      const held = new Set(plainWords(`${h.title ?? ''} ${h.outlet ?? ''} ${h.date ?? ''}`));
      return words.every((w) => held.has(w));
    },
    speaksIn(name, heads, rules),
  ];
  for (const fits of ways) {
    const found = heads.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}

/** The latest dated text, of a speaker where one is named; several of one day are several. */
function latestOf(heads: readonly DocumentHead[], speaker: string, rules: Rules): readonly DocumentHead[] {
  const speaks = speaker === '' ? () => true : speaksIn(speaker, heads, rules);
  const dated = heads.filter((h) => h.date !== null && speaks(h)).sort((a, b) => order(b, a));
  return dated.filter((h) => h.date === dated[0]!.date);
}

function speaksIn(name: string, heads: readonly DocumentHead[], rules: Rules): (h: DocumentHead) => boolean {
  const { persons, speakers } = speakerNames(
    name,
    rules,
    heads.flatMap((h) => h.participants),
  );
  return (h) =>
    h.participants.some(
      (p) =>
        (p.role === 'official' || p.role === 'guest') &&
        ((p.person !== null && persons.includes(p.person)) || (p.name !== null && speakers.includes(p.name))),
    );
}

const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const baseOf = (name: string): string => name.replace(/^.*[/\\]/u, '');
const order = (a: DocumentHead, b: DocumentHead): number => {
  const [x, y] = [`${a.date ?? ''} ${a.id}`, `${b.date ?? ''} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

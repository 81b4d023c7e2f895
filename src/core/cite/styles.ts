import type { CiteFacts, Fact } from './collect-facts.ts';
import { dayMonthYear, monthDayYear, yearMonthDay } from './date-words.ts';
import { bracketed, placeOf } from './to-csl.ts';

/** Parts of a sentence, the missing left out. */
const join = (parts: readonly (string | null | false)[], by: string) => parts.filter((p) => p).join(by);
const stop = (s: string) => (/[.?!…]["”’)\]]*$/.test(s) ? s : `${s}.`);
export const dateOf = (facts: CiteFacts, write: (edtf: string) => string): string =>
  facts.date === null ? '[n.d.]' : facts.date.supplied ? `[${write(facts.date.value)}]` : write(facts.date.value);
const speakersOf = (facts: CiteFacts): string | null =>
  facts.speakers.length > 0 ? facts.speakers.join(', ') : facts.isPassage ? '[speaker not named]' : null;
const titleOf = (facts: CiteFacts): string => (facts.title ? bracketed(facts.title) : '[no title]');
/** Numbers are often printed with their own “No.”, in their own language; that one is kept. */
const numberOf = (number: Fact) => (/^\d/.test(number.value) ? `no. ${bracketed(number)}` : bracketed(number));
const publishedWords = (facts: CiteFacts, write: (edtf: string) => string) =>
  facts.published && facts.published !== facts.date?.value ? `published ${write(facts.published)}` : null;
const placeWords = (facts: CiteFacts, write: (edtf: string) => string) => [
  facts.mirror && `as republished by ${facts.mirror}`,
  facts.accessed && `accessed ${write(facts.accessed)}`,
  facts.url,
  facts.archive && `archived at ${facts.archive}`,
];

/** Chicago, a note: names in their order, the kind of text, whose translation, where seen. */
export function chicago(facts: CiteFacts): string {
  const head = join(
    [
      speakersOf(facts),
      `“${titleOf(facts)},”`,
      facts.interviewer && `interview by ${bracketed(facts.interviewer)}`,
      !facts.interviewer && facts.kind,
      dateOf(facts, monthDayYear),
      publishedWords(facts, monthDayYear),
      facts.translation,
      facts.publisher && bracketed(facts.publisher),
      facts.number && numberOf(facts.number),
      ...placeWords(facts, monthDayYear),
    ],
    ', ',
  ).replaceAll(',”,', ',”');
  return `${stop(head)} ${facts.quote ? `“${facts.quote}” ` : ''}Onrecord, ${placeOf(facts)}.`;
}

/** APA: names stay whole and in their order, because which part is the family name is not ours to guess. */
export function apa(facts: CiteFacts): string {
  const form = join(
    [facts.interviewer ? `Interview by ${bracketed(facts.interviewer)}` : facts.kind, facts.translation],
    '; ',
  );
  return join(
    [
      speakersOf(facts) && stop(speakersOf(facts)!),
      `(${dateOf(facts, yearMonthDay)}).`,
      stop(join([titleOf(facts), facts.number && `(${numberOf(facts.number)})`, form && `[${form}]`], ' ')),
      facts.publisher && stop(bracketed(facts.publisher)),
      facts.mirror && `As republished by ${stop(facts.mirror)}`,
      facts.accessed && facts.url ? `Retrieved ${monthDayYear(facts.accessed)}, from ${facts.url}` : facts.url,
      facts.archive && `(archived at ${facts.archive})`,
      facts.quote && `“${facts.quote}”`,
      `Onrecord ${placeOf(facts)}`,
    ],
    ' ',
  );
}

/** The words first, then who, when and where they stand: for a mail or a footnote without a house style. */
export function plain(facts: CiteFacts): string {
  const head = facts.quote ? `“${facts.quote}” — ` : '';
  const who = join([speakersOf(facts), dateOf(facts, dayMonthYear)], ', ');
  const rest = join(
    [
      titleOf(facts),
      facts.interviewer && `interview by ${bracketed(facts.interviewer)}`,
      facts.translation,
      facts.publisher && bracketed(facts.publisher),
      publishedWords(facts, dayMonthYear),
      ...placeWords(facts, dayMonthYear),
    ],
    ', ',
  );
  return `${head}${stop(who)} ${stop(rest)} [${placeOf(facts)}]`;
}

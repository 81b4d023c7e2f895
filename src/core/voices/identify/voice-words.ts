import type { Rules } from '../../model/index.ts';
import { foldName } from '../../text/romanise-name.ts';

/** The words by which labels and announcements are read, of the document's language and of English beside it. */
export interface VoiceWords {
  /** labels of who asks, without a name: Question, Q, Reporter */
  readonly questions: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /** labels of nobody in particular: Participant, Unidentified */
  readonly crowd: ReadonlySet<string>;
  /** who leads: Moderator, Operator, the Speaker */
  readonly moderators: ReadonlySet<string>;
  readonly readers: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly feminine: ReadonlySet<string>;
  readonly masculine: ReadonlySet<string>;
  /** before an office: one of those who hold it (a deputy) */
  readonly oneOfMany: ReadonlySet<string>;
  /** behind a name: the work of who asks */
  readonly pressRoles: ReadonlySet<string>;
  /** words in the names of newspapers and stations */
  readonly outlets: ReadonlySet<string>;
  /** words that make an office and no name: minister, secretary, official */
  readonly offices: ReadonlySet<string>;
  /** the field of an office: foreign, defence */
  readonly fields: ReadonlySet<string>;
  /** ministry, republic, council: bodies, which speak but are nobody */
  readonly bodies: ReadonlySet<string>;
  /** ends of compound offices: Bundestags-präsident */
  readonly officeSuffixes: readonly string[];
  /** words that are an office only before a name: judge, king, major */
  readonly titles: ReadonlySet<string>;
  /** words that make another office of the same noun: deputy, vice, acting */
  readonly ranks: ReadonlySet<string>;
  /** offices under which their holders are always labelled: a `Mr.` is not the senator of that name */
  readonly keptTitles: ReadonlySet<string>;
  /** words between the words of an office: of, the, for */
  readonly joints: ReadonlySet<string>;
  /** who presides over a house: its office words alone make a moderator */
  readonly presiding: ReadonlySet<string>;
  /** words of titles in capitals that are no part of a name: By, On, With, Remarks */
  readonly breakers: ReadonlySet<string>;
  /** a printed name after these is announced as speaking: interview with, remarks by */
  readonly announcing: readonly string[];
}

const LANGUAGES_OF_OLD_LABELS = ['en'];

/**
 * Collect the words of a language; a language we do not know gets the long words of every language, because a label
 * like `Frage` means one thing everywhere while a lone letter does not.
 */
export function collectVoiceWords(rules: Rules, language: string | null): VoiceWords {
  const main = language?.split('-')[0] ?? null;
  const known = main !== null && rules.cues[main] !== undefined;
  const wanted = new Set([...(known ? [main] : []), ...LANGUAGES_OF_OLD_LABELS]);
  const collect = (name: string): string[] => {
    const words: string[] = [];
    for (const [code, cues] of Object.entries(rules.cues)) {
      const own = wanted.has(code);
      for (const word of cues.voices?.[name] ?? []) if (own || (!known && word.length > 3)) words.push(foldName(word));
    }
    return words;
  };
  const set = (...names: string[]) => new Set(names.flatMap(collect));
  // one letter means something in its own language alone
  const letters = (name: string) => (main === null ? [] : (rules.cues[main]?.voices?.[name] ?? []).map(foldName));
  return {
    questions: new Set([...set('question-labels', 'interviewer-labels'), ...letters('question-letters')]),
    answers: new Set([...set('answer-labels'), ...letters('answer-letters')]),
    crowd: set('group-labels'),
    moderators: set('moderator-labels'),
    readers: set('reader-labels'),
    honorifics: set('honorifics'),
    feminine: set('honorifics-feminine'),
    masculine: set('honorifics-masculine'),
    oneOfMany: set('one-of-many'),
    pressRoles: set('press-roles'),
    outlets: set('outlet-words'),
    offices: set('office-words'),
    fields: set('office-fields'),
    bodies: set('body-nouns'),
    officeSuffixes: collect('office-suffixes'),
    titles: set('title-words'),
    ranks: set('office-ranks'),
    keptTitles: set('kept-titles'),
    joints: set('office-joints'),
    presiding: set('presiding-words'),
    breakers: new Set([
      ...collect('not-names'),
      ...collect('office-joints'),
      ...collect('announcing').flatMap((p) => p.split(' ')),
    ]),
    announcing: collect('announcing'),
  };
}

/** Is this folded word an office, or a compound that ends in one? */
export const isOfficeWord = (word: string, words: VoiceWords): boolean =>
  words.offices.has(word) ||
  words.fields.has(word) ||
  words.officeSuffixes.some((end) => word.length > end.length + 2 && word.endsWith(end));

import type { Judgement } from '../../../core/model/index.ts';

/** What a person did, as the history tells it. */
export const DECIDED: Readonly<Record<Judgement['decision'], string>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  unsure: 'was not sure about',
  merge: 'joined',
  part: 'parted',
  undo: 'took back',
};

/** The fields a person may correct, in a reader's words. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  speaker: 'who speaks',
  voice: 'the role',
  kind: 'the kind',
  person: 'the person’s id',
  who: 'whom a label means (A=Name (role))',
  date: 'the day of speaking',
  published: 'the day of publication',
  title: 'the title',
  language: 'the language',
  translation: 'whose translation',
  completeness: 'how complete',
  place: 'the place',
  outlet: 'the outlet',
  publisher: 'the publisher',
  republisher: 'where it was seen',
  number: 'the number',
  url: 'the address',
  topic: 'the topic',
  act: 'the act',
  polarity: 'the polarity',
  modality: 'the modality',
  addressee: 'to whom',
};

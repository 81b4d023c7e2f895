import type { TurnKind, Voice } from '../../../core/model/index.ts';

/** What a reader calls a voice, with its article left out. */
export const ROLE_WORDS: Readonly<Record<Voice, string>> = {
  official: 'official',
  interviewer: 'interviewer',
  moderator: 'moderator',
  guest: 'guest',
  editor: 'editor',
  reader: 'reader',
  site: 'the site itself',
  unknown: 'not known',
};

/** What stands beside a stretch that nobody by name speaks. */
export const KIND_WORDS: Readonly<Record<TurnKind, string>> = {
  title: 'Title',
  metadata: 'Particulars',
  heading: 'Heading',
  question: 'Question',
  answer: 'Answer, nobody by name',
  speech: 'Speech, nobody by name',
  aside: 'Aside',
  commentary: 'Commentary by the editor',
  comment: 'Reader’s comment',
  boilerplate: 'Furniture of the site',
};

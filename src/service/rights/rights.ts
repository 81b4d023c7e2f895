import type { DocumentHead } from '../../core/model/index.ts';

/** A source whose words may be linked to and no more. */
const LINK_ONLY = /^link[ -]only$/iu;
/** A source whose words may be read here and not be handed on. */
const SHOW_ONLY = /^show$/iu;

type Owned = Pick<DocumentHead, 'rights'>;
const rightsOf = (head: Owned): string => head.rights?.trim() ?? '';

/** May the words of a text be shown to readers? What cites and links it always may. */
export const lendsWords = (head: Owned): boolean => !LINK_ONLY.test(rightsOf(head));

/** May a text be handed out as a file? */
export const lendsOut = (head: Owned): boolean => lendsWords(head) && !SHOW_ONLY.test(rightsOf(head));

/** How two passages stand to each other, as a reader says it; "new" and "dropped" never mean taken up or given up. */
export const RELATION_WORDS: Readonly<Record<string, string>> = {
  new: 'only in the later text',
  dropped: 'only in the earlier text',
  added: 'only in the second text',
  removed: 'only in the first text',
  same: 'wording matches the source',
  changed: 'wording differs',
  moved: 'moved to another place',
  unchanged: 'as before',
  hardened: 'seems harder',
  softened: 'seems softer',
  reversed: 'seems turned round',
  overtaken: 'overtaken by events',
  unclear: 'differs; how is not clear',
};

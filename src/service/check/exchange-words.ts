import type { Exchange } from '../../core/model/index.ts';

type Said = NonNullable<Exchange['before']>;

const ROLES: Readonly<Record<string, string>> = {
  interviewer: 'the interviewer',
  moderator: 'the moderator',
  official: 'the official',
  guest: 'a guest',
};

/** Who speaks beside the passage, and whether that is a question: "Izvestia asked". */
export const saidBy = (said: Said): string =>
  `${said.speaker ?? ROLES[said.voice] ?? 'a voice we cannot name'} ${said.kind === 'question' ? 'asked' : 'said'}`;

/** The sentences around a passage, where they say more than the passage itself. */
export const widerPassage = (exchange: Exchange | null | undefined, match: string): string | null => {
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  return exchange && flat(exchange.passage.text).length > flat(match).length + 3 ? flat(exchange.passage.text) : null;
};

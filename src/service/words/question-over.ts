/** A statement on a line of time, with what was asked. */
interface Answering<Q> {
  readonly question: Q | null;
}

/** What was asked, where it has not been shown over the statement before: it stands once over the answers to it. */
export function questionOver<Q extends { readonly turn: string }>(
  entries: readonly Answering<Q>[],
  i: number,
): Q | null {
  const question = entries[i]!.question;
  return question && question.turn !== entries[i - 1]?.question?.turn ? question : null;
}

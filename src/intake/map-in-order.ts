/**
 * Work on several items at once and give the results in the order of the items. At most `width` are under way, counting
 * results that wait for an earlier one, so memory stays bounded. When the consumer stops, nothing new is begun.
 */
export async function* mapInOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const window: Promise<R>[] = [];
  for await (const item of items) {
    const promise = work(item);
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    promise.catch(() => {});
    window.push(promise);
    if (window.length >= width) yield await window.shift()!;
  }
  while (window.length > 0) yield await window.shift()!;
}

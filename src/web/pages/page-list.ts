/** One page of a list: the items, where they start, and how many pages there are. Pages count from 1. */
export function pageOf<T>(items: readonly T[], wanted: string | undefined, size: number) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const page = Math.min(pages, Math.max(1, Number.parseInt(wanted ?? '1', 10) || 1));
  return { items: items.slice((page - 1) * size, page * size), first: (page - 1) * size, page, pages };
}

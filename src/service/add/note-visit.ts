import type { MemberResult } from '../../intake/annotate-file.ts';
import type { FetchedPage } from '../../intake/fetch-input.ts';
import type { Context } from '../operation.ts';

/** Remember how an address answered, so that the next visit can ask whether anything changed. */
export async function noteVisit(
  ctx: Pick<Context, 'store' | 'now'>,
  address: string,
  page: FetchedPage,
  members: readonly MemberResult[],
): Promise<void> {
  const isContainer = members.some((m) => m.path.includes('!/'));
  // What could not be read is asked for in full next time: a better reader may be there by then.
  const unread = members.every((m) => 'error' in m);
  await ctx.store.putVisit({
    address,
    kind: isContainer ? 'feed' : 'page',
    at: ctx.now(),
    outcome: unread ? 'failed' : 'kept',
    etag: unread ? null : page.etag,
    lastModified: unread ? null : page.lastModified,
    sha256: unread ? null : page.sha256,
  });
}

import type { DocumentHead } from '../../core/model/index.ts';
import type { Store } from '../../store/port.ts';
import { remember } from '../remember.ts';

/** Every version's head by its id, sorted by id; read once until the record is written to again. */
export const headsById = (store: Store): Promise<ReadonlyMap<string, DocumentHead>> =>
  remember(store, 'heads', async () => new Map((await store.heads()).map((h) => [h.id, h])));

/** The same as a list. */
export const allHeads = (store: Store): Promise<readonly DocumentHead[]> =>
  remember(store, 'list of heads', async () => [...(await headsById(store)).values()]);

/** The same by day, those without one first. */
export const headsByDay = (store: Store): Promise<readonly DocumentHead[]> =>
  remember(store, 'heads by day', async () => {
    const day = (h: DocumentHead) => `${h.date ?? ''} ${h.id}`;
    return [...(await allHeads(store))].sort((a, b) => (day(a) < day(b) ? -1 : 1));
  });

import { add } from './add.ts';
import { doctor } from './doctor.ts';
import { exportRecord } from './export.ts';
import { judge } from './judge.ts';
import { list } from './list.ts';
import type { Operation } from './operation.ts';
import { rebuild } from './rebuild.ts';
import { search } from './search.ts';
import { show } from './show.ts';

/** What Onrecord can do: the product's table of contents. */
export const OPERATIONS = [
  add,
  list,
  show,
  search,
  judge,
  exportRecord,
  doctor,
  rebuild,
] as unknown as readonly Operation[];

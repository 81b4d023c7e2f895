import { add } from './add.ts';
import { check } from './check.ts';
import { cite } from './cite.ts';
import { compare } from './compare.ts';
import { doctor } from './doctor.ts';
import { exportRecord } from './export.ts';
import { judge } from './judge.ts';
import { ledger } from './ledger.ts';
import { list } from './list.ts';
import type { Operation } from './operation.ts';
import { rebuild } from './rebuild.ts';
import { refresh } from './refresh.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { timeline } from './timeline.ts';

/** What Onrecord can do: the product's table of contents. */
export const OPERATIONS = [
  add,
  refresh,
  list,
  show,
  search,
  check,
  timeline,
  compare,
  ledger,
  cite,
  judge,
  exportRecord,
  doctor,
  rebuild,
] as unknown as readonly Operation[];

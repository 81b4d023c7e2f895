import { add } from './add.ts';
import { exportRecord } from './export.ts';
import { list } from './list.ts';
import type { Operation } from './operation.ts';
import { show } from './show.ts';

/** What Onrecord can do: the product's table of contents. */
export const OPERATIONS = [add, list, show, exportRecord] as unknown as readonly Operation[];

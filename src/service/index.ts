import { add } from './add.ts';
import { check } from './check.ts';
import { cite } from './cite.ts';
import { compare } from './compare.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { exportRecord } from './export.ts';
import { gaps } from './gaps.ts';
import { history } from './history.ts';
import { judge } from './judge.ts';
import { ledger } from './ledger.ts';
import { list } from './list.ts';
import { mail } from './mail.ts';
import { news } from './news.ts';
import type { Operation } from './operation.ts';
import { person } from './person.ts';
import { preview } from './preview.ts';
import { rebuild } from './rebuild.ts';
import { refresh } from './refresh.ts';
import { review } from './review.ts';
import { save } from './save.ts';
import { saved } from './saved.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { suggest } from './suggest.ts';
import { timeline } from './timeline.ts';
import { topics } from './topics.ts';

/** What Onrecord can do: the product's table of contents. */
export const OPERATIONS = [
  preview,
  add,
  refresh,
  list,
  show,
  search,
  check,
  timeline,
  compare,
  ledger,
  topics,
  person,
  gaps,
  review,
  suggest,
  cite,
  save,
  saved,
  news,
  digest,
  mail,
  judge,
  history,
  exportRecord,
  doctor,
  rebuild,
] as unknown as readonly Operation[];

import { loadRules } from '../../../src/intake/rules.ts';
import { checkQuotation } from '../../../src/service/check/check-quotation.ts';
import { CheckSession } from '../../../src/service/check/check-session.ts';
import type { Context } from '../../../src/service/operation.ts';
import { buildRecord } from '../bench-record.ts';
import type { Transcript } from '../corpus.ts';
import type { Ready } from './find.ts';

/** The check itself. Its index knows documents and speakers, so it is given those. */
export function buildOurs(path: string, documents: Iterable<Transcript>): Ready {
  const { db, store } = buildRecord(path, documents);
  const session = new CheckSession({ store, rules: loadRules() } as unknown as Context);
  const bytes = db.get<{ n: number }>(
    `select (select sum(length(data)) from quote_block) + (select sum(length(keys)) from quote_directory)
      + (select sum(length(words)) from quote_words) as n`,
  )!.n;
  return {
    bytes,
    async find(quote, { speaker, date }) {
      const claim = { ...(speaker === undefined ? {} : { speaker }), ...(date === undefined ? {} : { date }) };
      const a = await checkQuotation(session, { quote, ...claim });
      return a.verdict === 'not-found' ? null : a.matches[0]!.text;
    },
  };
}

import { judgedPairs } from '../../core/model/effective-judgements.ts';
import type { Judgement } from '../../core/model/index.ts';
import { groupVersions, type VersionPair } from '../../core/versions/group-versions.ts';
import type { StoreProblem } from '../port.ts';
import type { SqliteDatabase } from './database.ts';

/** Do the events follow from the pairs and judgements (laws T3, K4)? */
export function* inspectEvents(db: SqliteDatabase, judgements: readonly Judgement[]): Generator<StoreProblem> {
  const mend = 'Run "onrecord rebuild".';
  for (const { id } of db.all<{ id: string }>(
    'select id from version left join profile using (n) where profile.n is null',
  ))
    yield { kind: 'event', id, what: 'never compared with the other documents', mend };
  const stored = new Map(
    db
      .all<{ id: string; event: string }>('select id, event from version join head using (n)')
      .map((r) => [r.id, r.event]),
  );
  const judged = judgedPairs(judgements);
  const only = (decision: string) => judged.filter((j) => j.decision === decision);
  const matches = db.all<VersionPair>("select a, b from kinship where same = 'yes'");
  for (const [id, smallest] of groupVersions(stored.keys(), matches, only('merge'), only('part'))) {
    const event = smallest.replace(/^ver:/, 'doc:');
    if (stored.get(id) !== event)
      yield { kind: 'event', id, what: `in event ${stored.get(id)} where ${event} follows`, mend };
  }
  const standing = db.all<{ event: string; texts: number }>(
    'select event, sum(stands) as texts from head group by event having sum(stands) <> 1 order by event',
  );
  for (const { event, texts } of standing)
    yield { kind: 'event', id: event, what: `${texts} of its texts stand for it, where one does`, mend };
}

import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRules } from '../src/intake/rules.ts';
import { checkQuotation } from '../src/service/check/check-quotation.ts';
import { CheckSession } from '../src/service/check/check-session.ts';
import type { Context } from '../src/service/operation.ts';
import { printTable } from './corpora.ts';
import { attack } from './quotes/adversary.ts';
import { buildRecord } from './quotes/bench-record.ts';
import { randomOf, sentencesOf } from './quotes/cases.ts';
import { loadBriefings, loadRussian, loadSpeeches, type Transcript } from './quotes/corpus.ts';

/**
 * Real sentences turned in every way of bench/quotes/adversary: how many are called acceptable. Most kinds hold honest
 * cuts too (a fragment behind a frame, a gap round a harmless word): `--list=FILE` writes what was accepted, to be read by a person.
 * `--language=en|ru`, `--each=N` attacks a kind, `--seed=N`.
 */
const option = (name: string, fallback: string) =>
  process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
const each = Number(option('each', '200'));
const docs: Transcript[] = option('language', 'en') === 'ru' ? loadRussian() : [...loadSpeeches(), ...loadBriefings()];
const path = join(tmpdir(), `onrecord-adversary-${process.pid}.db`);
const record = buildRecord(path, docs);
const session = new CheckSession({ store: record.store, rules: loadRules() } as unknown as Context);

const random = randomOf(Number(option('seed', '5')));
const sentences = sentencesOf(docs)
  .map((s) => ({ s, at: random() }))
  .sort((a, b) => a.at - b.at)
  .map(({ s }) => s);
const tallies = new Map<string, { asked: number; accepted: number }>();
const accepted: string[] = [];
for (const s of sentences) {
  for (const a of attack(s.text, s.doc.language)) {
    const t = tallies.get(a.kind) ?? { asked: 0, accepted: 0 };
    tallies.set(a.kind, t);
    if (t.asked === each) continue;
    t.asked++;
    const answer = await checkQuotation(session, { quote: a.quote, speaker: s.speaker });
    if (!answer.acceptable) continue;
    t.accepted++;
    accepted.push(`${a.kind} [${a.turned}] ${answer.verdict}\n  ${s.text}\n  ${a.quote}`);
  }
  if (tallies.size > 20 && [...tallies.values()].every((t) => t.asked === each)) break;
}
let refused = 0;
const honest = sentences.slice(0, 5 * each);
for (const s of honest)
  if (!(await checkQuotation(session, { quote: s.text, speaker: s.speaker })).acceptable) refused++;

printTable([...tallies].sort().map(([kind, t]) => ({ kind, ...t })));
console.log(`\nwhole sentences as they stand, refused: ${refused} of ${honest.length}`);
const list = option('list', '');
if (list) writeFileSync(list, accepted.sort().join('\n'));
record.db.close();
for (const f of [path, `${path}-wal`, `${path}-shm`]) rmSync(f, { force: true });

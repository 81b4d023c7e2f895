import { writeFileSync } from 'node:fs';
import { buildRecord } from './bench-record.ts';
import { sentencesOf } from './cases.ts';
import type { Transcript } from './corpus.ts';
import { growCorpus, splitCorpus } from './grown-corpus.ts';

/** Child of quotes-scale: builds a record of so many sentences in DB. Prints one line of JSON. */
const [path, size, smallest] = process.argv.slice(2) as [string, string, string];
const wanted = Number(size);
const { asked, others } = splitCorpus(Number(smallest));
let [sentences, waited, waitedCpu] = [0, 0, 0];
function* documents(): Generator<Transcript> {
  for (const d of growCorpus(wanted, asked, others)) {
    sentences += d.id.startsWith('ver:made') ? d.turns.length * 5 : sentencesOf([d]).length;
    yield d;
  }
}
/** Making the texts is not building the index. */
function* untimed(docs: Generator<Transcript>): Generator<Transcript> {
  for (;;) {
    const [t0, c0] = [performance.now(), process.cpuUsage()];
    const next = docs.next();
    waited += performance.now() - t0;
    const c = process.cpuUsage(c0);
    waitedCpu += (c.user + c.system) / 1000;
    if (next.done) return;
    yield next.value;
  }
}
const [t0, c0] = [performance.now(), process.cpuUsage()];
const { heads, db } = buildRecord(path, untimed(documents()));
const cpu = process.cpuUsage(c0);
const seconds = (performance.now() - t0 - waited) / 1000;
const cpuSeconds = ((cpu.user + cpu.system) / 1000 - waitedCpu) / 1000;
writeFileSync(`${path}.heads`, [...heads.values()].map((h) => JSON.stringify(h)).join('\n'));
db.close();
console.log(JSON.stringify({ sentences, seconds, cpuSeconds }));

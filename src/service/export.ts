import { z } from 'zod';
import { toCsl } from '../core/cite/to-csl.ts';
import { writeAkn } from '../core/export/write-akn.ts';
import { writeAnnotations } from '../core/export/write-annotations.ts';
import { csvHead, writeCsv } from '../core/export/write-csv.ts';
import { writeTei } from '../core/export/write-tei.ts';
import { OnrecordError, VersionRecord } from '../core/model/index.ts';
import type { Store } from '../store/port.ts';
import { gatherFacts } from './cite.ts';
import { nameDocument } from './find/name-document.ts';
import { judgedIds } from './judge/judged-ids.ts';
import { operation } from './operation.ts';
import { lendsOut } from './rights/rights.ts';

const Chunk = z.object({
  document: z.string().nullable().describe('the version it is made of; null for what frames them'),
  text: z.string().describe('a stretch of the file; together, in order, they are it'),
  base64: z.string().optional().describe('the stretch as bytes, where the file is no text'),
});
type Chunk = z.infer<typeof Chunk>;

export const exportRecord = operation({
  name: 'export',
  summary: 'The whole record or one document, versions sorted by id, as JSON lines or in a form that other tools read.',
  effect: 'read',
  access: 'local',
  stream: true,
  input: z.object({
    format: z.enum(['jsonl', 'csv', 'tei', 'akn', 'web-annotation', 'csl-json', 'wacz']).default('jsonl').meta({
      description:
        'jsonl: the object of "show" on each line; wacz: the captures, in a web archive; the others leave out what readers commented',
    }),
    document: z
      .string()
      .optional()
      .meta({ description: 'only this version; doc: means its preferred one', cli: { value: 'ID' } }),
  }),
  output: z.union([VersionRecord, Chunk]),
  async *run({ store, rules, now }, { format, document }) {
    const only = document === undefined ? null : await nameDocument(store, rules, document);
    if (format === 'jsonl') yield* recordsOf(store, only);
    else if (format === 'wacz') yield* archiveOf(store, only, now());
    else yield* FORMATS[format](store, only);
  },
});

async function* recordsOf(store: Store, only: string | null): AsyncIterable<VersionRecord> {
  if (only === null) yield* store.records();
  else yield (await store.record(only))!;
}

/** What a source's rights let out: a text marked "link only" or "show" stays here; what cites it may go. */
async function* lentOut(store: Store, only: string | null): AsyncIterable<VersionRecord> {
  for await (const record of recordsOf(store, only)) if (lendsOut(record.document)) yield record;
}

const FORMATS: Readonly<
  Record<
    'csv' | 'tei' | 'akn' | 'web-annotation' | 'csl-json',
    (store: Store, only: string | null) => AsyncIterable<Chunk>
  >
> = {
  async *csv(store, only) {
    yield { document: null, text: csvHead() };
    for await (const r of lentOut(store, only)) yield { document: r.document.id, text: writeCsv(r) };
  },
  async *tei(store, only) {
    const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
    if (only === null)
      yield { document: null, text: `${declaration}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n${CORPUS_HEADER}` };
    else yield { document: null, text: declaration };
    for await (const r of lentOut(store, only)) yield { document: r.document.id, text: writeTei(r) };
    if (only === null) yield { document: null, text: '</teiCorpus>\n' };
  },
  async *akn(store, only) {
    if (only === null && (await store.versionIds()).length > 1)
      throw new OnrecordError(
        'usage',
        'export: a file of Akoma Ntoso holds one debate',
        'Name it with --document; "onrecord list" shows the ids.',
      );
    yield { document: null, text: '<?xml version="1.0" encoding="UTF-8"?>\n' };
    for await (const r of lentOut(store, only)) yield { document: r.document.id, text: writeAkn(r) };
  },
  async *'web-annotation'(store, only) {
    const { accepted } = await judgedIds(store);
    yield* asArray(lentOut(store, only), async (r) => {
      const { archive, accessed } = await gatherFacts(store, r, r.document.id);
      const reading = await store.currentReading(r.document.id);
      const retrieved = accessed && `${accessed}T00:00:00Z`;
      return writeAnnotations(r, { reading, archive, retrieved, reviewed: accepted });
    });
  },
  async *'csl-json'(store, only) {
    yield* asArray(recordsOf(store, only), async (r) => [toCsl(await gatherFacts(store, r, r.document.id))]);
  },
};

/** The captures in a web archive; those whose rights let them out. */
async function* archiveOf(store: Store, only: string | null, made: string): AsyncIterable<Chunk> {
  async function* captures() {
    for await (const { document } of lentOut(store, only)) {
      const capture = (await store.capture(document.id))!;
      const receipt = capture.receipts.find((r) => /^https?:/.test(r.address)) ?? capture.receipts[0]!;
      yield {
        id: document.id,
        url: /^https?:/.test(receipt.address) ? receipt.address : `urn:onrecord:${document.id}`,
        date: receipt.retrieved ?? receipt.added,
        mediaType: capture.mediaType,
        title: document.title ?? document.name,
        bytes: (await store.captureBytes(document.id))!,
      };
    }
  }
  const { writeWacz } = await import('../intake/archive/write-wacz.ts');
  for await (const part of writeWacz(captures(), 'Onrecord', made))
    yield { document: null, text: '', base64: Buffer.from(part).toString('base64') };
}

const CORPUS_HEADER =
  '<teiHeader><fileDesc><titleStmt><title>Onrecord</title></titleStmt><publicationStmt><distributor>Onrecord</distributor></publicationStmt><sourceDesc><p>The texts name their sources.</p></sourceDesc></fileDesc></teiHeader>\n';

/** One JSON array, an item a line. */
async function* asArray(
  records: AsyncIterable<VersionRecord>,
  itemsOf: (record: VersionRecord) => Promise<readonly unknown[]>,
): AsyncIterable<Chunk> {
  let before = '[\n';
  for await (const record of records)
    for (const item of await itemsOf(record)) {
      yield { document: record.document.id, text: `${before}${JSON.stringify(item)}` };
      before = ',\n';
    }
  yield { document: null, text: before === '[\n' ? '[]\n' : '\n]\n' };
}

import { z } from 'zod';
import { OnrecordError, VersionRecord } from '../core/model/index.ts';
import { nameDocument } from './find/name-document.ts';
import { findPart } from './judge/find-part.ts';
import { type Context, operation } from './operation.ts';
import { lendsWords } from './rights/rights.ts';

const Place = z.object({
  id: z.string().describe('the id the words have now'),
  status: z.enum(['exact', 'moved', 'fuzzy']),
  start: z.int(),
  end: z.int(),
  what: z
    .string()
    .optional()
    .describe('what the rules read there: the act of a claim, the state of a ledger statement'),
});

export const show = operation({
  name: 'show',
  summary: 'A document with all its layers: who speaks where, sentences, mentions, claims and findings.',
  effect: 'read',
  showsItsOwn: true,
  stream: false,
  input: z.object({
    id: z.string().meta({
      description:
        'ver: or doc: id, or the beginning of one; with /t-… of a turn, sentence or claim; @r1 for its first reading; or a file name, a day, words of the title, a speaker, "latest"',
      cli: { positional: true },
    }),
  }),
  output: VersionRecord.extend({
    versions: z
      .array(z.string())
      .describe('all texts of this event of speaking that the record holds, this one among them'),
    at: Place.optional().describe('where the turn, sentence or claim asked for stands'),
  }),
  async run(ctx, { id }) {
    const { store, rules } = ctx;
    const version = await nameDocument(store, rules, id);
    const reading = /@r(\d{1,6})/.exec(id)?.[1];
    const record = await store.record(version, reading === undefined ? undefined : Number(reading));
    if (!record)
      throw new OnrecordError(
        'not-found',
        `${id}: no such reading`,
        `"onrecord show ${version}" shows the current one.`,
      );
    // `…@r2` may follow the version or the part
    const part = /^(?:(?:ver|doc):)?[0-9a-f]+(?:@r\d+)?\/([^@]+)/u.exec(id.trim())?.[1];
    const versions = await store.findIds(record.document.event);
    // over the network, words that may only be linked to are not handed out
    const shown = { ...(ctx.localFiles || lendsWords(record.document) ? record : withoutWords(record)), versions };
    return part === undefined ? shown : { ...shown, at: await findPlace(ctx, record, `${version}/${part}`) };
  },
});

/** The facts of a text and nothing of its words. */
const withoutWords = (record: VersionRecord): VersionRecord => ({
  document: record.document,
  text: '',
  turns: [],
  sentences: [],
  mentions: [],
  claims: [],
  marks: [],
  findings: [
    {
      stage: 'show',
      rule: 'rights',
      severity: 'info',
      why: 'the rights of this source let its words be linked to and not shown',
    },
  ],
});

/** Where a published id leads now: old ids answer for ever (laws T1, K3). */
async function findPlace(ctx: Context, record: VersionRecord, id: string): Promise<z.infer<typeof Place>> {
  const { store } = ctx;
  const found = findPart(record, id, ctx);
  if (found) {
    const { start, end, what } = found;
    return { id, status: 'exact', start, end, ...(what === undefined ? {} : { what }) };
  }
  const [redirect] = await store.redirects(id);
  if (redirect?.to) {
    // A rebuild may have moved it again since.
    const now = await findPlace(ctx, record, redirect.to);
    return { ...now, status: redirect.status === 'fuzzy' ? 'fuzzy' : now.status === 'fuzzy' ? 'fuzzy' : 'moved' };
  }
  throw redirect
    ? new OnrecordError(
        'not-found',
        `${id}: its words are no longer in this text: “${redirect.anchor?.exact.slice(0, 200) ?? ''}”`,
        'It was published once; a better reading of the same bytes no longer has these words in one place.',
      )
    : new OnrecordError(
        'not-found',
        `${id}: no such turn, sentence or claim`,
        `"onrecord show ${record.document.id}" lists them.`,
      );
}

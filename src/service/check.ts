import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { OnrecordError, Quotation, QuoteCheck } from '../core/model/index.ts';
import { checkDraft, DraftReport } from './check/check-draft.ts';
import { checkQuotation } from './check/check-quotation.ts';
import { CheckSession } from './check/check-session.ts';
import { renderReport } from './check/render-report.ts';
import { dayField } from './fields/day-field.ts';
import { type Context, operation } from './operation.ts';

const Failure = z.object({
  id: z.string().optional(),
  line: z.int().optional(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }),
});
export const CheckAnswer = z.union([QuoteCheck.extend({ quote: z.string().optional() }), DraftReport, Failure]);
export type CheckAnswer = z.infer<typeof CheckAnswer>;

export const check = operation({
  name: 'check',
  summary: 'Did they really say that? Check quotations, or every quotation of a draft.',
  effect: 'read',
  stream: true,
  watches: 'file',
  input: z.object({
    quotes: z
      .array(z.string())
      .optional()
      .meta({
        description: 'the words in question; quotation marks around them do not matter',
        cli: { positional: true },
      }),
    jsonl: z
      .boolean()
      .default(false)
      .meta({ description: 'one {id,quote,speaker?,date?,document?} a line on standard input, one answer a line' }),
    file: z
      .string()
      .optional()
      .meta({
        description: 'a draft, every quotation of which is checked; - for standard input',
        cli: { value: 'DRAFT' },
      }),
    report: z
      .string()
      .optional()
      .meta({ description: 'write the report on the draft there, as one HTML page', cli: { value: 'FILE.html' } }),
    speaker: z
      .string()
      .optional()
      .meta({ description: 'who is said to have said it, by any name', cli: { value: 'NAME' } }),
    date: dayField()
      .optional()
      .meta({ description: 'the day on which he is said to have said it', cli: { value: 'DATE' } }),
    document: z
      .string()
      .optional()
      .meta({ description: 'the document claimed', cli: { value: 'ID' } }),
  }),
  output: CheckAnswer,
  failed: (answer) =>
    'error' in answer || ('items' in answer ? answer.acceptable < answer.checked : !answer.acceptable),
  async *run(ctx, input): AsyncGenerator<CheckAnswer> {
    const { quotes = [], speaker, date, document } = input;
    if (quotes.length === 0 && !input.jsonl && input.file === undefined)
      throw new OnrecordError('usage', 'check: no quotation given', 'onrecord check "the words" --speaker NAME');
    const session = new CheckSession(ctx);
    const empty = quotes.find((quote) => !/[\p{L}\p{N}]/u.test(quote));
    if (empty !== undefined)
      throw new OnrecordError('usage', `check: no words in “${empty}”`, 'onrecord check "the words" --speaker NAME');
    for (const quote of quotes) {
      const answer = await checkQuotation(session, { quote, speaker, date, document }, { withExchange: true });
      yield { ...answer, quote };
    }
    if (input.file !== undefined) {
      // The readers of all formats are loaded only for a draft: the command should start fast.
      const { readDraft } = await import('./check/read-draft.ts');
      const draft = await readDraft(ctx, input.file);
      const report = await checkDraft(session, draft, { speaker, date, document }, (done, total) =>
        ctx.progress(done, total, draft.name),
      );
      if (input.report !== undefined && ctx.localFiles) await writeFile(input.report, renderReport(report));
      yield report;
    }
    if (input.jsonl) yield* checkLines(ctx, session);
  },
});

/** One answer a line, in order, before the next line is read. A bad line answers with its error, and the run goes on. */
async function* checkLines(ctx: Context, session: CheckSession): AsyncGenerator<CheckAnswer> {
  const stdin = ctx.blobs.get('-');
  if (!stdin?.lines)
    throw new OnrecordError('usage', 'check --jsonl reads standard input', 'Pipe one JSON object a line.');
  let number = 0;
  for await (const line of stdin.lines()) {
    number++;
    if (ctx.signal.aborted) return;
    if (line.trim() === '') continue;
    yield await checkLine(session, line, number);
  }
}

async function checkLine(session: CheckSession, line: string, number: number): Promise<CheckAnswer> {
  let id: string | undefined;
  try {
    const raw: unknown = JSON.parse(line);
    if (typeof raw === 'object' && raw !== null && 'id' in raw && ['string', 'number'].includes(typeof raw.id))
      id = String(raw.id);
    const read = Quotation.safeParse(typeof raw === 'object' && raw !== null ? withoutNulls(raw, id) : raw);
    if (!read.success) {
      const issue = read.error.issues[0]!;
      throw new OnrecordError(
        'usage',
        `${issue.path.join('.') || 'line'}: ${issue.message}`,
        'A line is {"id","quote","speaker","date","document"}.',
      );
    }
    return await checkQuotation(session, read.data);
  } catch (error) {
    const name = id === undefined ? { line: number } : { id };
    if (error instanceof OnrecordError && error.code !== 'store')
      return { ...name, error: { code: error.code, message: error.message, hint: error.hint } };
    if (error instanceof SyntaxError)
      return { ...name, error: { code: 'usage', message: `line ${number} is no JSON: ${error.message}`, hint: null } };
    throw error;
  }
}

/** A field that is null is not given. */
const withoutNulls = (raw: object, id: string | undefined) => ({
  ...Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== null)),
  ...(id === undefined ? {} : { id }),
});

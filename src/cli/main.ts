import { Command, CommanderError, Option } from 'commander';
import type { z } from 'zod';
import { ERROR_CODES, OnrecordError } from '../core/model/index.ts';
import { wrongField } from '../service/fields/wrong-field.ts';
import type { CliHint, Context, Operation } from '../service/operation.ts';
import { readFields } from './fields.ts';
import { rendererOf } from './render/index.ts';
import { styleOf } from './style.ts';
import { watchFile } from './watch-file.ts';

/** What the command line needs from the composition root. */
export interface CliRoot {
  readonly operations: readonly Operation[];
  readonly version: string;
  /** opens the store and makes the context for one operation */
  open(op: Operation, address: string): Promise<{ ctx: Context; close(): Promise<void>; clearProgress(): void }>;
  readonly signal: AbortSignal;
  /** commands that are skins over the operations: serve, mcp */
  readonly skins?: readonly Skin[];
}

/** A command that serves the operations in another form. It runs until it is stopped. */
export interface Skin {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly { readonly flags: string; readonly description: string; readonly fallback?: string }[];
  run(address: string, options: Readonly<Record<string, string>>): Promise<void>;
}

/** Run one command line; answers with the exit status (design, section 4). */
export async function runCli(argv: readonly string[], root: CliRoot): Promise<number> {
  let status = 0;
  const program = new Command('onrecord')
    .description(
      'Turns what officials say in public into a record: who said what, when, in which version, and what changed.',
    )
    .version(root.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .option('--db <store>', 'the store: a file, sqlite:PATH or postgres:// (else ONRECORD_DB, else ./onrecord.db)')
    .option('--json', 'JSON on standard output, nothing else');
  for (const op of root.operations) addCommand(program, op, root, (s) => (status = Math.max(status, s)));
  for (const skin of root.skins ?? []) addSkin(program, skin);
  try {
    await program.parseAsync(argv as string[], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      const message = error.message.replace(/^error: /, '');
      return argv.includes('--json') ? report(new OnrecordError('usage', message, 'See "onrecord --help".'), true) : 2;
    }
    return report(error, argv.includes('--json'));
  }
  return status;
}

function addSkin(program: Command, skin: Skin): void {
  const command = program.command(skin.name).description(skin.summary);
  for (const o of skin.options) command.addOption(new Option(o.flags, o.description).default(o.fallback));
  command.action(async () => {
    const options = command.optsWithGlobals() as Record<string, string>;
    await skin.run(options.db ?? process.env.ONRECORD_DB ?? 'onrecord.db', options);
  });
}

function addCommand(program: Command, op: Operation, root: CliRoot, exit: (status: number) => void): void {
  const command = program.command(op.name).description(op.summary);
  const fields = readFields(op.input);
  for (const f of fields) {
    if (f.hint.positional)
      command.argument(
        f.required ? `<${f.word}${f.many ? '...' : ''}>` : `[${f.word}${f.many ? '...' : ''}]`,
        f.description,
      );
    else {
      const flags = `${f.hint.short ? `-${f.hint.short}, ` : ''}--${f.flag}${f.boolean ? '' : ` <${f.word}>`}`;
      const option = new Option(flags, f.description);
      if (f.choices && !f.many) option.choices([...f.choices]);
      // Lists are given as a,b or by repeating the flag.
      if (f.many)
        option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), ...value.split(',')]);
      if (f.hint.hidden) option.hideHelp();
      if (f.required) option.makeOptionMandatory();
      command.addOption(option);
    }
  }
  if (op.watches) command.option('--watch', `run again at each save of the file (--${op.watches}), until interrupted`);
  command.action(async (...args: unknown[]) => {
    const options = command.optsWithGlobals() as Record<string, unknown>;
    const raw: Record<string, unknown> = {};
    let i = 0;
    for (const f of fields) {
      const value = f.hint.positional ? args[i++] : options[f.option];
      if (value !== undefined) raw[f.name] = value;
    }
    const input = op.input.safeParse(raw);
    if (!input.success)
      throw new OnrecordError('usage', usageMessage(op, input.error, raw), `See "onrecord ${op.name} --help".`);
    const json = options.json === true || options.jsonl === true;
    const address = (options.db as string | undefined) ?? process.env.ONRECORD_DB ?? 'onrecord.db';
    const once = (fail: (status: number) => void) => runOnce(op, input.data, root, { address, json, fail });
    if (options.watch !== true) return once(exit);
    const watched = op.watches && (input.data as Record<string, unknown>)[op.watches];
    if (typeof watched !== 'string' || watched === '-')
      throw new OnrecordError(
        'usage',
        `${op.name}: --watch wants a file`,
        `onrecord ${op.name} --${op.watches} FILE --watch`,
      );
    await runAtEachSave(watched, root.signal, json, () => once(() => {}));
  });
}

interface Once {
  readonly address: string;
  readonly json: boolean;
  /** told the exit status when an answer is one that fails */
  fail(status: number): void;
}

/** Open the store, run an operation to its end, print each answer. */
async function runOnce(op: Operation, input: unknown, root: CliRoot, { address, json, fail }: Once): Promise<void> {
  const { ctx, close, clearProgress } = await root.open(op, address);
  const renderer = json ? null : rendererOf(op.name, styleOf(process.stdout));
  try {
    const answer = op.run(ctx, input as never);
    for await (const item of Symbol.asyncIterator in answer ? answer : [await answer]) {
      if (op.failed?.(item)) fail(1);
      clearProgress();
      await print(renderer ? renderer.item(item as never) : `${JSON.stringify(item)}\n`);
    }
    if (renderer?.end) await print(renderer.end());
  } finally {
    await close();
  }
}

/** Once now and again at each save, until interrupted. A file that cannot be read is told, and the next save tried. */
async function runAtEachSave(path: string, signal: AbortSignal, json: boolean, once: () => Promise<void>) {
  const saves = watchFile(path, signal);
  const tryOnce = async () => {
    try {
      await once();
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      report(error, json);
    }
  };
  let save = saves.next();
  await tryOnce();
  while (!(await save).done) {
    await tryOnce();
    save = saves.next();
  }
}

/** Write to standard output at the pace of its reader. */
async function print(text: string | Uint8Array): Promise<void> {
  if (text.length > 0 && !process.stdout.write(text)) await new Promise((done) => process.stdout.once('drain', done));
}

function usageMessage(op: Operation, error: z.ZodError, raw: unknown): string {
  const fields = new Map(readFields(op.input).map((f) => [f.name, f.hint.positional ? f.word : `--${f.flag}`]));
  return `${op.name}: ${wrongField(error, raw, (field) => fields.get(field) ?? field)}`;
}

/** Print an error in the one shape and answer with its exit status. */
export function report(error: unknown, json: boolean): number {
  const known =
    error instanceof OnrecordError
      ? error
      : new OnrecordError(
          'internal',
          error instanceof Error ? (error.stack ?? error.message) : String(error),
          'Please report this.',
        );
  const { code, message, hint } = known;
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  else process.stderr.write(`onrecord: ${message}${hint ? `\n          ${hint}` : ''}\n`);
  return ERROR_CODES[code].exit;
}

export type { CliHint };

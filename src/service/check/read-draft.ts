import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDocument } from '../../core/formats/read-document.ts';
import { type Block, OnrecordError } from '../../core/model/index.ts';
import { decode } from '../../intake/decode/index.ts';
import type { Context } from '../operation.ts';

/** A draft as its author wrote it: text and blocks, and the hash of its bytes. */
export interface Draft {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Read a draft: Markdown, HTML, Word, PDF, plain text; `-` is standard input. Nothing of it is stored. */
export async function readDraft(ctx: Context, path: string): Promise<Draft> {
  const blob = ctx.blobs.get(path);
  if (!blob && !ctx.localFiles)
    throw new OnrecordError('refused', `${path}: files of this machine are not read here`, 'Send the draft itself.');
  const bytes = blob
    ? await blob.read()
    : await readFile(path).catch((cause: NodeJS.ErrnoException) => {
        throw new OnrecordError(
          cause.code === 'EACCES' ? 'refused' : 'unreadable',
          `${path}: ${cause.code === 'ENOENT' ? 'no such file' : cause.code === 'EISDIR' ? 'a folder, not a file' : cause.message}`,
          'Check the path of the draft.',
          cause,
        );
      });
  const name = blob ? blob.name : basename(path);
  const members = await decode(bytes, name, blob?.mediaType);
  const source = members.find((m) => 'source' in m);
  if (!source || !('source' in source)) throw new OnrecordError('unreadable', `${path}: no text in it`, null);
  const { text, blocks } = readDocument(source.source, ctx.rules);
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), text, blocks };
}

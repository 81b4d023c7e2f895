import { OnrecordError } from '../core/model/index.ts';
import type { InputBlob, Operation } from '../service/operation.ts';
import { inputFromQuery } from './read-input.ts';

/** What a POST brings: the operation's input, and the bytes that it names. */
export interface SentInput {
  readonly input: Record<string, unknown>;
  readonly blobs: ReadonlyMap<string, InputBlob>;
}

/**
 * Read a POST to the API: a JSON object, or a form whose fields are the input and whose files are its bytes. `paths` then are the
 * files' names; where an operation takes one `file`, it is the first of them. Throws `usage` for anything else.
 */
export async function readSent(op: Operation, request: Request): Promise<SentInput> {
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data\b/iu.test(type)) return readForm(op, await request.formData());
  if (!/^application\/(?:[\w.-]+\+)?json\b/iu.test(type))
    throw new OnrecordError('unsupported', `${op.name}: neither JSON nor a form with files`, 'Set Content-Type.');
  const text = await request.text();
  try {
    const input: unknown = text === '' ? {} : JSON.parse(text);
    if (input && typeof input === 'object' && !Array.isArray(input))
      return { input: input as Record<string, unknown>, blobs: new Map() };
  } catch {
    // said below
  }
  throw new OnrecordError('usage', `${op.name}: the body is not a JSON object`, '/api/openapi.json describes it.');
}

async function readForm(op: Operation, form: FormData): Promise<SentInput> {
  const query = new URLSearchParams();
  const blobs = new Map<string, InputBlob>();
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      query.append(field, value);
      continue;
    }
    const path = blobs.has(value.name) ? `${value.name} (${blobs.size + 1})` : value.name;
    const bytes = new Uint8Array(await value.arrayBuffer());
    const mediaType = value.type || undefined;
    blobs.set(path, { name: value.name, address: `upload:${value.name}`, mediaType, read: async () => bytes.slice() });
  }
  const [first] = blobs;
  if (first && 'paths' in op.input.shape) for (const path of blobs.keys()) query.append('paths', path);
  else if (first && 'file' in op.input.shape) {
    query.set('file', '-');
    return { input: inputFromQuery(op, query), blobs: new Map([['-', first[1]]]) };
  }
  return { input: inputFromQuery(op, query), blobs };
}

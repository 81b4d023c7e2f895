import { z } from 'zod';
import { OnrecordError } from '../core/model/index.ts';
import { wrongField } from '../service/fields/wrong-field.ts';
import type { Operation } from '../service/operation.ts';

/** The schema under optional, default and nullable wrappers. */
function bare(schema: z.ZodType): z.ZodType {
  let type = schema;
  while (type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable)
    type = type.def.innerType as z.ZodType;
  return type;
}

/** An operation's input from the query of an address: repeated names make lists, `true` and `1` make a boolean. */
export function inputFromQuery(op: Operation, query: URLSearchParams): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(op.input.shape)) {
    const values = query.getAll(name).filter((v) => v !== '');
    if (values.length === 0) continue;
    const type = bare(schema as z.ZodType);
    if (type instanceof z.ZodArray) raw[name] = values;
    else if (type instanceof z.ZodBoolean) raw[name] = values[0] === 'true' || values[0] === '1' || values[0] === 'on';
    else raw[name] = values[0];
  }
  const unknown = [...new Set(query.keys())].filter((k) => !(k in op.input.shape));
  if (unknown.length > 0)
    throw new OnrecordError(
      'usage',
      `${op.name}: no parameter is called ${unknown.join(', ')}`,
      `There are: ${Object.keys(op.input.shape).join(', ')}.`,
    );
  return raw;
}

/** Check an input against the operation's schema; the error names the field. */
export function parseInput(op: Operation, raw: unknown): Record<string, unknown> {
  const read = op.input.safeParse(raw);
  if (read.success) return read.data;
  throw new OnrecordError(
    'usage',
    `${op.name}: ${wrongField(read.error, raw, (field) => field)}`,
    `/api/openapi.json describes ${op.name}.`,
  );
}

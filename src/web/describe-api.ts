import { z } from 'zod';
import { accessOf, type Operation } from '../service/operation.ts';

/** OpenAPI 3.1 for the operations, derived from their schemas. */
export function describeApi(operations: readonly Operation[], version: string) {
  const error = {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message', 'hint'],
        properties: { code: { type: 'string' }, message: { type: 'string' }, hint: { type: ['string', 'null'] } },
      },
    },
  };
  const common = (op: Operation) => ({
    summary: op.summary,
    ...(accessOf(op) === 'read' ? {} : { description: `Takes the role ${accessOf(op)}.` }),
    responses: {
      '200': { description: 'the answer', content: { 'application/json': { schema: answerOf(op) } } },
      default: { description: 'an error', content: { 'application/json': { schema: error } } },
    },
  });
  const paths = Object.fromEntries(
    operations.map((op) => [
      `/api/${op.name}`,
      {
        ...(accessOf(op) === 'read'
          ? { get: { ...common(op), operationId: op.name, parameters: parametersOf(op) } }
          : {}),
        post: { ...common(op), operationId: `post-${op.name}`, requestBody: { required: true, content: bodiesOf(op) } },
      },
    ]),
  );
  return { openapi: '3.1.0', info: { title: 'Onrecord', version }, paths };
}

function parametersOf(op: Operation) {
  const schema = z.toJSONSchema(op.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    return {
      name,
      in: 'query',
      required: schema.required?.includes(name) ?? false,
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}

/** JSON; or a form with files, for what takes bytes: they stand for `paths` or `file`. */
function bodiesOf(op: Operation) {
  const schema = z.toJSONSchema(op.input, { io: 'input', unrepresentable: 'any' });
  const takesBytes = 'paths' in op.input.shape || 'file' in op.input.shape;
  const file = { type: 'array', items: { type: 'string', format: 'binary' } };
  const form = { type: 'object', properties: { upload: file } };
  return {
    'application/json': { schema },
    ...(takesBytes ? { 'multipart/form-data': { schema: form } } : {}),
  };
}

function answerOf(op: Operation) {
  const schema = z.toJSONSchema(op.output, { io: 'output', unrepresentable: 'any' });
  return op.stream
    ? { type: 'object', required: ['items'], properties: { items: { type: 'array', items: schema } } }
    : schema;
}

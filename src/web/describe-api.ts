import { z } from 'zod';
import type { Operation } from '../service/operation.ts';

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
  const paths = Object.fromEntries(
    operations.map((op) => [
      `/api/${op.name}`,
      {
        get: {
          operationId: op.name,
          summary: op.summary,
          parameters: parametersOf(op),
          responses: {
            '200': { description: 'the answer', content: { 'application/json': { schema: answerOf(op) } } },
            default: { description: 'an error', content: { 'application/json': { schema: error } } },
          },
        },
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

function answerOf(op: Operation) {
  const schema = z.toJSONSchema(op.output, { io: 'output', unrepresentable: 'any' });
  return op.stream
    ? { type: 'object', required: ['items'], properties: { items: { type: 'array', items: schema } } }
    : schema;
}

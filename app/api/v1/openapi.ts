import { z } from 'zod';
import { ERROR_STATUS } from '@/lib/core/errors';
import type { Bound, PublicBound } from '@/lib/platform/bound';

type Schema = { properties?: Record<string, object>; required?: string[]; [key: string]: unknown };

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
});

const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'RFC 9457. `errors` points at each refused field (RFC 6901); `current` is the record as it stands where the write came too late.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(ERROR_STATUS) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'reason', 'message'],
        properties: { pointer: { type: 'string' }, reason: { type: 'string' }, message: { type: 'string' } },
      },
    },
    current: {},
  },
};

/** The OpenAPI 3.1 document of these operations, made from the same list that routes them. */
export function openApiOf(operations: readonly Bound[], open: readonly PublicBound[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of [...operations, ...open]) {
    const at = paths[operation.path] ?? {};
    at[operation.method.toLowerCase()] = pathItemOf(operation);
    paths[operation.path] = at;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Roundtable',
      version: '1',
      description:
        'Money is whole minor units with an ISO 4217 code. Instants carry an offset, days are YYYY-MM-DD. Every change may carry an Idempotency-Key. It belongs to its caller, program and operation and gives the same answer again for 48 hours; the order of keys in the body does not matter.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: PROBLEM_SCHEMA },
    },
  };
}

function pathItemOf(operation: Bound | PublicBound): object {
  const input = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const inPath = new Set(names);
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.has(name));
  const required = (input.required ?? []).filter((name) => !inPath.has(name));
  const parameters: object[] = names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (operation.method === 'GET') {
    for (const [name, schema] of rest) {
      parameters.push({ name, in: 'query', required: required.includes(name), schema });
    }
  }
  if (operation.method !== 'GET') {
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    });
  }
  const body = {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(rest),
  };
  return {
    operationId: operation.name,
    summary: operation.summary,
    ...(operation.kind === 'stranger' ? { security: [] } : {}),
    parameters,
    ...(operation.method === 'GET'
      ? {}
      : {
          requestBody: {
            content: { [operation.takesFile ? 'multipart/form-data' : 'application/json']: { schema: body } },
          },
        }),
    responses: {
      [operation.creates ? '201' : '200']: {
        description: 'Done',
        content: { 'application/json': { schema: z.toJSONSchema(operation.output) } },
      },
      '401': problem('Nobody is signed in, or the token is not known'),
      '403': problem('The role may not do this'),
      '404': problem('Not there, or not yours'),
      ...(operation.method === 'GET' ? {} : { '409': problem('Somebody else changed it first') }),
      '422': problem('Refused, with a pointer for each field'),
      '429': {
        ...problem('Asked too often'),
        headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } },
      },
    },
  };
}

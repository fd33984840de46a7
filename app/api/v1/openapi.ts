import { ERROR_STATUS } from '@/lib/core/errors';
import type { Bound, PublicBound } from '@/lib/platform/bound';
import { exampleOf, type JsonSchema } from './example';
import { type Schema, schemaOf } from './schema-of';

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
});

const PROBLEMS = {
  '401': problem('Nobody is signed in, or the token is not known'),
  '403': problem('The role may not do this'),
  '404': problem('Not there, or not yours'),
  '422': problem('Refused, with a pointer for each field'),
  '429': {
    ...problem('Asked too often'),
    headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } },
  },
};

const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
});
const LIMIT_HEADERS = {
  'RateLimit-Policy': text('How many requests (q) in how many seconds (w)', '"requests";q=1200;w=60'),
  RateLimit: text(
    'How many are left (r), and the seconds until all are free again (t)',
    '"requests";r=1199;t=1',
  ),
};
const LINK_HEADER = {
  Link: text('Where the next page is; left out on the last one', '</api/v1/programs?cursor=x>; rel="next"'),
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

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
      license: { name: 'All rights reserved', identifier: 'LicenseRef-UNLICENSED' },
      description:
        'Money is whole minor units with an ISO 4217 code. Instants carry an offset, days are YYYY-MM-DD. Every change may carry an Idempotency-Key. It belongs to its caller, program and operation and gives the same answer again for 48 hours; the order of keys in the body does not matter.',
    },
    tags: [...new Set([...operations, ...open].map(nounOf))].map((name) => ({
      name,
      description: `What can be asked and done of: ${name}`,
    })),
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: PROBLEM_SCHEMA },
    },
  };
}

const json = (schema: Schema) => ({
  'application/json': { schema, example: exampleOf(schema as JsonSchema) },
});

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: object };

/** What has to be given has an example, and what the example of the whole input names. */
function withExample(parameter: Parameter, given: JsonSchema = {}): object {
  const { name, required, schema } = parameter;
  if (!required && !(name in given)) return parameter;
  return { ...parameter, example: given[name] ?? exampleOf(schema as JsonSchema, name) };
}

function pathItemOf(operation: Bound | PublicBound): object {
  const input = schemaOf(operation.input, 'input');
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !names.includes(name));
  const required = (input.required ?? []).filter((name) => !names.includes(name));
  const isRead = operation.method === 'GET';
  // Of an input that turns its values into others, zod leaves the examples out.
  const [given] = (operation.input.meta()?.examples ?? []) as JsonSchema[];
  const inPath = names.map((name) =>
    withExample({ name, in: 'path', required: true, schema: input.properties?.[name] ?? SLUG }),
  );
  const inQuery = rest.map(([name, schema]) =>
    withExample({ name, in: 'query', required: required.includes(name), schema }, given),
  );
  const body: Schema = {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(rest),
    ...(input.$defs ? { $defs: input.$defs } : {}),
    ...(given
      ? {
          examples: [
            pick(
              given,
              rest.map(([name]) => name),
            ),
          ],
        }
      : {}),
  };
  return {
    operationId: operation.name,
    tags: [nounOf(operation)],
    summary: operation.summary,
    ...(operation.kind === 'stranger' ? { security: [] } : {}),
    parameters: [...inPath, ...(isRead ? inQuery : [IDEMPOTENCY_KEY])],
    ...(isRead || rest.length === 0 ? {} : { requestBody: { content: contentOf(operation, body) } }),
    responses: {
      [operation.creates ? '201' : '200']: {
        description: 'Done',
        headers: { ...LIMIT_HEADERS, ...('cursor' in (input.properties ?? {}) ? LINK_HEADER : {}) },
        content: answerOf(operation),
      },
      ...PROBLEMS,
      ...(isRead ? {} : { '409': problem('Somebody else changed it first') }),
    },
  };
}

const pick = (given: JsonSchema, names: readonly string[]) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));

/** Of `{program}`, which is no key of the input. */
const SLUG = { type: 'string', examples: ['boston-2023'] };

/** A file travels beside the fields, as a form sends it; an example of that says nothing. */
const contentOf = ({ takesFile }: { takesFile?: boolean }, body: Schema): object =>
  takesFile ? { 'multipart/form-data': { schema: body } } : json(body);

const nounOf = ({ name }: { name: string }) => name.split('.')[0] as string;

/** A file is bytes of one of its media types. */
function answerOf(operation: Bound | PublicBound): object {
  const schema = schemaOf(operation.output, 'output');
  return operation.kind === 'file'
    ? Object.fromEntries(operation.types.map((type) => [type, { schema }]))
    : json(schema);
}

import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseInput } from '@/lib/platform/input';
import { openApiOf } from './openapi';
import { GET } from './openapi.json/route';
import { OPERATIONS, PUBLIC_OPERATIONS } from './operations';

type Schema = { [keyword: string]: unknown };

/** Where a schema lets anything through: `items[].by`, with what is said of it there. */
function openPlaces(schema: Schema, at: string): string[] {
  const inner = (each: unknown, to: string) => openPlaces(each as Schema, at + to);
  const { $schema: _, ...said } = schema;
  const own: string[] = [];
  if (!['type', 'anyOf', 'oneOf', 'allOf', 'const', 'enum', '$ref'].some((word) => word in said))
    own.push(`${at}: ${JSON.stringify(said)}`);
  // Of an object that is none of ours, such as a list by key, its values are described instead.
  const values = said.additionalProperties;
  if (said.type === 'object' && values !== false && typeof values !== 'object') own.push(`${at}: open`);
  return [
    ...own,
    ...Object.entries((said.properties ?? {}) as Schema).flatMap(([key, each]) => inner(each, `.${key}`)),
    ...(typeof values === 'object' ? inner(values, '.*') : []),
    ...(said.items ? inner(said.items, '[]') : []),
    ...[said.anyOf, said.oneOf, said.allOf, said.prefixItems]
      .flat()
      .flatMap((each) => (each ? inner(each, '') : [])),
    ...Object.entries((said.$defs ?? {}) as Schema).flatMap(([key, each]) => inner(each, `#${key}`)),
  ];
}

type Media = { content: { 'application/json': { schema: Schema; example: unknown } } };
type Said = {
  operationId: string;
  responses: Schema;
  requestBody?: { content: Partial<Media['content']> };
  parameters: { name: string; in: string; schema: Schema; example?: unknown }[];
};
type Document = { paths: Record<string, Record<string, Said>> };
const { paths: PATHS } = openApiOf(OPERATIONS, PUBLIC_OPERATIONS) as Document;

/** What the document of the API says of each operation that is done. */
function answers(): [name: string, schema: Schema][] {
  const { paths } = openApiOf(OPERATIONS, PUBLIC_OPERATIONS) as Document;
  return Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId, responses }): [string, Schema] => {
      const done = (responses['200'] ?? responses['201']) as { content: Record<string, { schema: Schema }> };
      const [said] = Object.values(done.content);
      return [operationId, said?.schema ?? {}];
    }),
  );
}

test('the document of the API says what every operation answers, down to the last field', () => {
  expect(answers()).toHaveLength(OPERATIONS.length + PUBLIC_OPERATIONS.length);
  expect(answers().flatMap(([name, schema]) => openPlaces(schema, name))).toEqual([]);
});

test('no answer may hold more than it says: none is stripped on its way out', () => {
  const loose = [...OPERATIONS, ...PUBLIC_OPERATIONS].flatMap(({ name, output }) =>
    openPlaces(z.toJSONSchema(output, { io: 'input' }), name),
  );
  expect(loose).toEqual([]);
});

test('the document is answered as JSON', async () => {
  const response = GET();
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual(openApiOf(OPERATIONS, PUBLIC_OPERATIONS));
});

test('an independent linter finds nothing to say of the document', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const lint = (document: object) =>
    lintFromString({ source: JSON.stringify(document), absoluteRef: '/openapi.json', config });
  const found = await lint(openApiOf(OPERATIONS, PUBLIC_OPERATIONS));
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
  const broken = { ...openApiOf(OPERATIONS, PUBLIC_OPERATIONS), paths: { '/x': { get: { responses: {} } } } };
  expect((await lint(broken)).length).toBeGreaterThan(0);
});

test('every body and answer has an example that its own schema takes, with Korean in it', () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false, validateFormats: true }));
  const media = Object.values(PATHS).flatMap((path) =>
    Object.values(path).flatMap(({ operationId, requestBody, responses }) => {
      const done = (responses['200'] ?? responses['201']) as Media;
      // A form with a file has none.
      return [requestBody?.content['application/json'], done.content['application/json']].flatMap((each) =>
        each ? [{ operationId, ...each }] : [],
      );
    }),
  );
  expect(media.length).toBeGreaterThan(OPERATIONS.length);
  const wrong = media.flatMap(({ operationId, schema, example }) =>
    ajv.validate(schema, example) ? [] : [`${operationId}: ${ajv.errorsText()} ${JSON.stringify(example)}`],
  );
  expect(wrong).toEqual([]);
  expect(JSON.stringify(media)).toContain('가람바이오');
});

test('what the examples send is taken by the operation itself', () => {
  const sent = [...OPERATIONS, ...PUBLIC_OPERATIONS].filter(({ takesFile }) => !takesFile);
  const wrong = sent.flatMap(({ name, path, method, input }) => {
    const said = PATHS[path]?.[method.toLowerCase()];
    const given =
      said?.parameters.filter((each) => each.example !== undefined && each.name !== 'program') ?? [];
    const body = said?.requestBody?.content['application/json']?.example as object | undefined;
    const parsed = parseInput(input, {
      ...body,
      ...Object.fromEntries(given.map(({ name, example }) => [name, example])),
    });
    return parsed.ok ? [] : [[name, parsed.refusals]];
  });
  expect(wrong).toEqual([]);
});

test('a file is documented by its media types, as bytes', () => {
  const file = PATHS['/programs/{program}/exports/pairs/{format}']?.get?.responses['200'] as {
    content: Record<string, { schema: Schema }>;
  };
  expect(Object.keys(file.content)).toContain('text/csv; charset=utf-8');
  expect(Object.values(file.content)[0]?.schema).toMatchObject({ type: 'string', format: 'binary' });
});

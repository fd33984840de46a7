import { expect, test } from 'vitest';
import { z } from 'zod';
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

type Document = { paths: Record<string, Record<string, { operationId: string; responses: Schema }>> };

/** What the document of the API says of each operation that is done. */
function answers(): [name: string, schema: Schema][] {
  const { paths } = openApiOf(OPERATIONS, PUBLIC_OPERATIONS) as Document;
  return Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId, responses }): [string, Schema] => {
      const done = (responses['200'] ?? responses['201']) as { content: Record<string, { schema: Schema }> };
      return [operationId, done.content['application/json']?.schema ?? {}];
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

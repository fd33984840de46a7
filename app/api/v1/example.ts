import { EXAMPLE_ID } from '@/lib/core/shapes';

/** JSON Schema as z.toJSONSchema writes it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a field of this name holds as a rule. Where its schema refuses that, a value is made from the schema alone. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  ...{
    name: '가람바이오',
    nameEn: 'Garam Bio',
    slug: 'boston-2023',
    program: 'boston-2023',
    sector: 'bio_health',
  },
  ...{ startup: '가람바이오', investor: 'Harbor Peak', city: 'Boston', venue: '보스턴', venueEn: 'Boston' },
  ...{ email: 'officer@example.org', phone: '010-1234-5678', locale: 'ko', title: '대표이사' },
  ...{ homeZone: 'Asia/Seoul', venueZone: 'America/New_York', timeZone: 'Asia/Seoul', zone: 'Asia/Seoul' },
  ...{
    currency: 'KRW',
    baseCurrency: 'KRW',
    base: 'USD',
    quote: 'KRW',
    rate: '1300.5',
    firstStart: '09:00',
    minor: 120_000_000,
  },
  ...{ url: 'https://example.org/roundtable', figure: 'reached:main_session', version: 1, limit: 50 },
  ...{
    nextCursor: null,
    reason: '일정이 겹침',
    body: '투자 검토 자료를 보내기로 함',
    note: '기술 검증 자료 요청',
  },
  ...{ startsOn: '2023-04-28', endsOn: '2023-04-29', asOf: '2023-05-03', knownOn: '2023-05-03' },
  ...{ startsAt: '2023-04-28T14:00:00.000Z', endsAt: '2023-04-28T14:25:00.000Z' },
};

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: EXAMPLE_ID,
  email: 'officer@example.org',
  uri: 'https://example.org/roundtable',
  date: '2023-05-03',
  'date-time': '2023-05-03T09:00:00.000Z',
};

/** Texts for a pattern without a format, tried in this order. */
const TEXTS = [
  '예시',
  'boston-2023',
  '120000000',
  '2023-05-03',
  EXAMPLE_ID,
  'KRW',
  'USD',
  'example',
  'a'.repeat(43),
];

/**
 * A value that the schema takes, always the same one: every field of an object, one item of a list. `name` is the field's,
 * so that a currency reads as one. A schema that takes nothing of these says so itself by `examples` in its meta.
 */
export function exampleOf(schema: JsonSchema, name = '', root: JsonSchema = schema, depth = 0): unknown {
  const inner = (each: unknown, key = name) => exampleOf(each as JsonSchema, key, root, depth + 1);
  if (typeof schema.$ref === 'string') return inner(resolve(root, schema.$ref));
  if (Array.isArray(schema.examples) && schema.type !== 'string') return schema.examples[0];
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum.includes(BY_NAME[name]) ? BY_NAME[name] : schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (choices) return inner(depth > 12 ? choices.at(-1) : choices[0]);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return exampleObject(schema, inner);
    case 'array':
      return exampleList(schema, inner, depth);
    case 'string':
      return exampleText(schema, name);
    case 'integer':
    case 'number':
      return exampleNumber(schema, name);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return {};
  }
}

type Inner = (schema: unknown, name?: string) => unknown;

function exampleObject(
  { properties = {}, propertyNames, additionalProperties }: JsonSchema,
  inner: Inner,
): object {
  const named = Object.entries(properties as object).map(([key, each]) => [key, inner(each, key)]);
  const isOpen = typeof additionalProperties === 'object' && named.length === 0;
  const key = isOpen ? String(inner(propertyNames ?? { type: 'string' }, '')) : '';
  return Object.fromEntries(isOpen ? [[key, inner(additionalProperties, key)]] : named);
}

function exampleList({ items, prefixItems, minItems }: JsonSchema, inner: Inner, depth: number): unknown[] {
  if (Array.isArray(prefixItems)) return prefixItems.map((each) => inner(each));
  if (!items || (depth > 12 && !minItems)) return [];
  return Array.from({ length: Math.max(1, Number(minItems ?? 1)) }, () => inner(items));
}

function exampleText(schema: JsonSchema, name: string): string {
  const format = BY_FORMAT[String(schema.format)];
  const wanted = [BY_NAME[name], ...((schema.examples ?? []) as string[]), format, ...TEXTS].find(
    (text) => typeof text === 'string' && takes(schema, text),
  );
  return typeof wanted === 'string' ? wanted : '';
}

function takes({ format, pattern, minLength = 0, maxLength = Infinity }: JsonSchema, text: string): boolean {
  const isOfFormat =
    format === undefined || BY_FORMAT[String(format)] === undefined || looksLike(String(format), text);
  return (
    isOfFormat &&
    text.length >= Number(minLength) &&
    text.length <= Number(maxLength) &&
    (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text))
  );
}

function looksLike(format: string, text: string): boolean {
  if (format === 'date') return /^\d{4}-\d\d-\d\d$/.test(text);
  if (format === 'date-time') return /^\d{4}-\d\d-\d\dT/.test(text);
  if (format === 'uri') return text.startsWith('https://');
  if (format === 'email') return text.includes('@');
  return text === BY_FORMAT[format];
}

function exampleNumber({ minimum, exclusiveMinimum, maximum }: JsonSchema, name: string): number {
  const from = Number(minimum ?? -Infinity);
  const above = Number(exclusiveMinimum ?? -Infinity);
  const to = Number(maximum ?? Infinity);
  const wanted = [BY_NAME[name], 3, 1, 0, from].find(
    (value) => typeof value === 'number' && value >= from && value > above && value <= to,
  );
  return typeof wanted === 'number' ? wanted : 0;
}

function resolve(root: JsonSchema, ref: string): unknown {
  return ref
    .split('/')
    .slice(1)
    .reduce((at: unknown, part) => (at as JsonSchema | undefined)?.[part], root);
}

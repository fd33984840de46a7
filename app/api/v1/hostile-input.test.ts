import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptInvitationInput, requestPasswordInput } from '@/lib/invitation/schema';
import { openSampleInput, signInInput } from '@/lib/person/schema';
import { parseInput } from '@/lib/platform/input';
import { inputOf } from './input';
import { OPERATIONS, PUBLIC_OPERATIONS } from './operations';
import { problemOfRefusals } from './problem';

type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  maxLength?: number;
};

/** What anybody may send texts to: every operation, and the doors of those who are not signed in. */
const INPUTS: [name: string, input: z.ZodType][] = [
  ...[...OPERATIONS, ...PUBLIC_OPERATIONS].map(({ name, input }): [string, z.ZodType] => [name, input]),
  ['person.sign_in', signInInput],
  ['person.open_sample', openSampleInput],
  ['invitation.accept', acceptInvitationInput],
];

/** Where texts stand in a schema: `['changes', 'nextStep']`, `['rates', 0, 'rate']`. */
function texts(schema: JsonSchema, at: (string | number)[] = []): (string | number)[][] {
  const own = schema.type === 'string' ? [at] : [];
  return [
    ...own,
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => texts(inner, [...at, key])),
    ...(schema.items ? texts(schema.items, [...at, 0]) : []),
    ...(schema.anyOf ?? []).flatMap((inner) => texts(inner, at)),
  ];
}

function holding(value: unknown, [first, ...rest]: (string | number)[]): unknown {
  if (first === undefined) return value;
  const inside = holding(value, rest);
  return typeof first === 'number' ? [inside] : { [first]: inside };
}

const LONG = 200_000;
const HOSTILE = ['a', '0', ',', ' a', 'a.', 'a@a.', '(', '\u0000', '-', '가'].map((part) =>
  part.repeat(LONG / part.length),
);

describe('a text that is far too long', () => {
  it('7.7 is refused once at its field, and nothing is checked after its length', () => {
    const wrong: unknown[] = [];
    let asked = 0;
    for (const [name, input] of INPUTS) {
      const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
      for (const place of texts(shape)) {
        for (const text of HOSTILE) {
          asked += 1;
          const parsed = parseInput(input, holding(text, place));
          const refusals = parsed.ok ? [] : parsed.refusals;
          const here = refusals.filter(({ field }) => place.join() === (field ?? []).join());
          if (here.length !== 1) wrong.push({ name, place, here, text: text.slice(0, 4) });
        }
      }
    }
    expect(asked).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  it('7.7 as an e-mail address is refused by its length alone', () => {
    const email = `${'a@a.'.repeat(30_000)}a a`;
    expect(parseInput(requestPasswordInput, { email })).toEqual({
      ok: false,
      refusals: [{ reason: 'too_long', field: ['email'], params: { max: 254 } }],
    });
  });
});

const strict = z.strictObject({ name: z.string().optional() });
const manyKeys = (count: number, length = 8) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`.padStart(length, 'k'), 1]));

describe('refusals', () => {
  it('7.10 are told up to fifty, with how many more there are, and never longer than what was sent', async () => {
    const sent = manyKeys(40_000);
    const parsed = parseInput(strict, sent);
    const refusals = parsed.ok ? [] : parsed.refusals;
    expect(refusals).toHaveLength(51);
    expect(refusals.at(-1)).toEqual({ reason: 'and_more', field: [], params: { count: 39_950 } });
    const answer = await problemOfRefusals('person.edit_account', refusals, 'ko').text();
    expect(answer).toContain('고칠 곳이 39950곳 더 있습니다');
    expect(answer.length).toBeLessThan(10_000);
  });

  it('7.10 of many wrong items are bounded as well', () => {
    const parsed = parseInput(z.strictObject({ ids: z.array(z.uuid()) }), { ids: Array(5000).fill('no') });
    expect(parsed.ok ? [] : parsed.refusals.slice(49)).toEqual([
      { reason: 'not_uuid', field: ['ids', 49] },
      { reason: 'and_more', field: [], params: { count: 4950 } },
    ]);
  });

  it('7.10 name an unknown key by its beginning', () => {
    const parsed = parseInput(strict, { ['k'.repeat(100_000)]: 1 });
    expect(parsed.ok ? [] : parsed.refusals).toEqual([{ reason: 'unknown', field: [`${'k'.repeat(60)}…`] }]);
  });

  it('7.10 of more values than any screen sends are one, before a schema looks at any of them', () => {
    const one = [{ reason: 'too_many_parts', params: { max: 50_000 } }];
    expect(parseInput(strict, manyKeys(50_001))).toEqual({ ok: false, refusals: one });
    expect(parseInput(strict, { name: [Array(60_000).fill(0)] })).toEqual({ ok: false, refusals: one });
  });
});

describe('a body', () => {
  const post = (body: BodyInit) =>
    inputOf(
      new Request('http://localhost/api/v1/x', { method: 'POST', body, duplex: 'half' } as RequestInit),
      {},
    );

  it('7.10 above one megabyte is refused as soon as that much has come', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    expect(await post(endless)).toEqual({
      ok: false,
      refusals: [{ reason: 'too_long', params: { max: 1_000_000 } }],
    });
    expect(given).toBeLessThan(1_300_000);
  });

  it('7.10 is counted in bytes as they come', async () => {
    const ok = await post(JSON.stringify({ name: '가'.repeat(300_000) }));
    expect(ok.ok).toBe(true);
    const long = await post(JSON.stringify({ name: '가'.repeat(340_000) }));
    expect(long.ok).toBe(false);
  });
});

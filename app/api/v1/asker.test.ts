import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SmallProgram, secretBy, smallProgram } from '@/e2e/support/small-program';
import { listStartups } from '@/lib/party/queries/parties';
import { currentViewer } from '@/lib/platform/gate';
import { askerOf } from './asker';

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: 'localhost' }),
  cookies: async () => ({ get: (name: string) => ({ value: jar.get(name) }) }),
}));

let program: SmallProgram;
let secret = '';
beforeAll(async () => {
  program = await smallProgram('languages');
  secret = await secretBy('officer@example.com');
});
afterAll(() => program.end());

it('7.17 a page and the API sort by the language that is shown, whatever the person chose elsewhere', async () => {
  expect((await listStartups(program.office, {})).items.map(({ nameEn }) => nameEn)).toHaveLength(2);
  for (const locale of ['ko', 'en'] as const) {
    jar.set('rt_sign_in', secret).set('rt_locale', locale);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const { viewer } = await askerOf(
      new Request('http://localhost/api/v1/programs', { headers: { cookie } }),
    );
    expect([locale, viewer?.locale, (await currentViewer())?.locale]).toEqual([locale, locale, locale]);
  }
});

it('T32 what was kept for one person is not done by another who has signed in on the device since', async () => {
  const asked = (person?: string) =>
    askerOf(
      new Request('http://localhost/api/v1/programs', {
        headers: { cookie: `rt_sign_in=${secret}`, ...(person ? { 'roundtable-person': person } : {}) },
      }),
    );
  const own = (await asked()).viewer?.personId;
  expect(own).toMatch(/^[0-9a-f-]{36}$/);
  expect((await asked(own)).viewer?.personId).toBe(own);
  expect((await asked('0198c0de-0000-7000-8000-000000000000')).viewer).toBeNull();
});

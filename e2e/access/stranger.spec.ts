import type { Page } from '@playwright/test';
import { expect, PROGRAM, pairsOf, test } from '../support/test';
import { wordsOf } from '../support/words';
import { addressesOf } from './addresses';

/** Headers that once talked a framework out of asking who is there. */
const TRICKS: Record<string, string>[] = [
  {},
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-roundtable-path': '/programs/boston-2023' },
];

test('T1 a stranger opens no page, whatever the request claims to be', async ({
  as,
  playwright,
  baseURL,
}) => {
  const startup = await as('startup');
  const all = await addressesOf(startup);
  const [pair] = await pairsOf(startup, 'stage=follow_up&limit=1');
  for (const headers of TRICKS) {
    const stranger = await playwright.request.newContext({
      ...(baseURL ? { baseURL } : {}),
      extraHTTPHeaders: headers,
    });
    for (const address of [...all.everybody, ...all.office, ...all.officer, ...all.admin, ...all.startup]) {
      const response = await stranger.get(address, { maxRedirects: 0 });
      const body = await response.text();
      const told = {
        address,
        headers,
        leaks: [pair?.investor.name, '누리로보틱스', 'Nuri Robotics'].filter(
          (name) => name && body.includes(name),
        ),
      };
      expect(told).toEqual({ address, headers, leaks: [] });
      expect([200, 302, 303, 307, 308, 401, 404], address).toContain(response.status());
      if (response.status() === 200) expect(body, address).toMatch(/sign-in/);
    }
    await stranger.dispose();
  }
});

test('7.29 files as they were built, fonts and icons carry nosniff, those that are not there too', async ({
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const page = await (await stranger.get('/sign-in')).text();
  const built = [...page.matchAll(/\/_next\/static\/[^"'\\ ]+\.(?:js|css)/g)].map(([path]) => path);
  expect(built.length).toBeGreaterThan(2);
  const styles = built.find((path) => path.endsWith('.css')) ?? '';
  const font = /\/fonts\/[^)"']+/.exec(await (await stranger.get(styles)).text())?.[0] ?? '';
  expect(font).not.toBe('');
  for (const path of [
    ...new Set(built),
    font,
    '/icon.svg',
    '/noscript.css',
    '/favicon.ico',
    '/_next/static/none.js',
  ]) {
    const headers = (await stranger.get(path)).headers();
    expect([path, headers['x-content-type-options'], headers['x-frame-options']]).toEqual([
      path,
      'nosniff',
      'DENY',
    ]);
  }
  await stranger.dispose();
});

test('T6 the API answers a stranger and a malformed token with 401, and never with a fault of its own', async ({
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const claims = [
    undefined,
    'Bearer %E0%A4%A',
    'Bearer ',
    'Bearer x',
    'Basic eDp5',
    `Bearer ${'a'.repeat(5000)}`,
    'Bearer rt_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ];
  for (const claim of claims) {
    for (const path of ['/programs', `${PROGRAM}/pairs`, `${PROGRAM}/funnel`, '/nowhere']) {
      const response = await stranger.get(
        `/api/v1${path}`,
        claim === undefined ? {} : { headers: { Authorization: claim } },
      );
      expect({ claim, path, status: response.status() }).toEqual({ claim, path, status: 401 });
      expect(response.headers()['content-type']).toBe('application/problem+json');
    }
  }
  await stranger.dispose();
});

/** The status says it before the page does; what it shows is the same for not there and not yours. */
async function expectNotThere(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(404);
  await expect(page.getByRole('heading', { name: wordsOf('ko').shell.notFoundTitle }), address).toBeVisible();
}

const NOBODY = '0190aaaa-0000-7000-8000-000000000000';

test('7.27 a page that is not there answers 404, for whatever it would have shown', async ({ as, page }) => {
  const admin = await as('admin');
  const things = ['pairs', 'startups', 'investors', 'timetable', 'meetings'];
  for (const address of [
    '/nowhere',
    '/programs/nowhere',
    '/programs/nowhere/pairs',
    ...things.map((thing) => `${PROGRAM}/${thing}/${thing === 'meetings' ? `${NOBODY}/outcome` : NOBODY}`),
    `${PROGRAM}/startups/${NOBODY}/edit`,
    `${PROGRAM}/investors/${NOBODY}/edit`,
    `${PROGRAM}/timetable/${NOBODY}/repair`,
    `${PROGRAM}/pairs/not-an-id`,
    `${PROGRAM}/funnel/reports/999`,
    `${PROGRAM}/funnel/reports/999/sheet`,
    `${PROGRAM}/funnel/rows?figure=nothing`,
    `${PROGRAM}/settings/nowhere`,
    '/people/nowhere',
  ]) {
    const response = await admin.request.get(address);
    expect({ address, status: response.status() }).toEqual({ address, status: 404 });
  }
  // Links of mails are opened by whoever is not signed in.
  expect((await page.request.get('/invitations/nowhere')).status()).toBe(404);
});

test('a startup finds nothing of its rival: the address of a rival pair, startup or meeting is not there', async ({
  as,
}) => {
  const startup = await as('startup');
  const rival = await as('rival');
  const all = await addressesOf(startup);
  const [pair] = await pairsOf(startup, 'stage=follow_up&limit=1');
  const named = [...all.everybody, ...all.startup].filter(
    (address) => /[0-9a-f-]{36}/.test(address) && !address.includes('/investors/'),
  );
  expect(named.length).toBeGreaterThanOrEqual(3);
  for (const address of named) {
    await expectNotThere(rival, address);
    expect(await rival.content(), address).not.toContain(pair?.startup.name ?? '-');
  }
  expect((await rival.request.get(`/api/v1${PROGRAM}/pairs/${pair?.id}`)).status()).toBe(404);
  expect(await pairsOf(rival, `startup=${pair?.startup.id}`)).toEqual([]);
});

test('what is the office’s is not there for a startup, nor set-up for a manager', async ({ as }) => {
  const startup = await as('startup');
  const all = await addressesOf(startup);
  const manager = await as('manager');
  for (const address of [`${PROGRAM}/funnel`, `${PROGRAM}/people`, `${PROGRAM}/audit`, ...all.admin]) {
    await expectNotThere(startup, address);
  }
  for (const address of [...all.admin, `${PROGRAM}/people`, `${PROGRAM}/startups/new`]) {
    await expectNotThere(manager, address);
  }
  expect((await startup.request.get(`/api/v1${PROGRAM}/funnel`)).status()).toBe(403);
});

test('T4 two people asking in turn and at once never see each other’s rows, and no cache keeps an answer', async ({
  as,
}) => {
  const [startup, rival] = [await as('startup'), await as('rival')];
  const own = async (page: typeof startup) => {
    const response = await page.request.get(`/api/v1${PROGRAM}/pairs?limit=1000`);
    expect(response.headers()['cache-control']).toContain('no-store');
    const { items } = (await response.json()) as { items: { startup: { id: string } }[] };
    return [...new Set(items.map((item) => item.startup.id))];
  };
  const first = [await own(startup), await own(rival)];
  expect(first.map((ids) => ids.length)).toEqual([1, 1]);
  expect(first[0]).not.toEqual(first[1]);
  const many = await Promise.all(Array.from({ length: 20 }, (_, n) => own(n % 2 === 0 ? startup : rival)));
  for (const [n, ids] of many.entries()) expect(ids).toEqual(first[n % 2]);
  const page = await startup.request.get(`${PROGRAM}/pairs`);
  expect(page.headers()['cache-control']).toMatch(/private.*no-store|no-store.*private/);
});

test('a change that rides on the cookie from another site is refused', async ({ as }) => {
  const officer = await as('officer');
  const [pair] = await pairsOf(officer, 'stage=candidate&limit=1');
  const move = (headers: Record<string, string>) =>
    officer.request.post(`/api/v1${PROGRAM}/pairs/${pair?.id}/stage`, {
      headers,
      data: { stage: 'candidate', version: 99 },
    });
  expect((await move({ 'Sec-Fetch-Site': 'same-site' })).status()).toBe(403);
  // For a page of elsewhere there are no people of the sample at all.
  expect((await move({ 'Sec-Fetch-Site': 'cross-site' })).status()).toBe(401);
  expect((await move({ Origin: 'https://elsewhere.example' })).status()).toBe(401);
  expect((await move({})).status()).toBe(409);
});

test('7.10 forms of a stranger are answered shortly, however much is sent', async ({
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const { csrfToken } = await (await stranger.get('/api/auth/csrf')).json();
  for (const [length, status] of [
    [900_000, 413],
    [4_000, 200],
  ] as const) {
    const form = { csrfToken, email: '<'.repeat(length), password: 'quite another one' };
    const answer = await stranger.post('/api/auth/callback/password', { form });
    const body = await answer.text();
    expect([length, answer.status()]).toEqual([length, status]);
    expect(body).not.toMatch(/(&lt;|\\u003c|<){300}/);
    if (status === 200) {
      expect(answer.url()).toMatch(/\/sign-in\?error=too_long&/);
      expect(body).toContain('aria-invalid="true"');
    }
    const data = { email: '<'.repeat(length) };
    const asked = await stranger.post('/api/v1/sign-in/password-links', { data });
    expect([length, asked.status()]).toEqual([length, status === 200 ? 422 : status]);
    expect((await asked.text()).length).toBeLessThan(1000);
  }
  await stranger.dispose();
});

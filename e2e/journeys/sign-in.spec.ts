import { SAMPLE_PASSWORD } from '../../lib/person/rules/sample-people';
import { expect, PROGRAM, test } from '../support/test';
import { wordsOf } from '../support/words';

test('by e-mail and password, back to the page that was wanted, and out again', async ({
  page,
  language,
}) => {
  const words = wordsOf(language).viewer.signIn;
  await page.goto(`${PROGRAM}/funnel?asOf=2023-05-03`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole('textbox', { name: words.email, exact: true }).fill('manager@sample.example');
  await page.getByLabel(words.password, { exact: true }).fill(SAMPLE_PASSWORD);
  await page.getByRole('button', { name: words.submit, exact: true }).click();
  await expect(page).toHaveURL(/\/funnel\?asOf=2023-05-03/);
  await expect(page.getByText('570').first()).toBeVisible();
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'rt_sign_in');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
});

test('T9 a wrong password and an unknown address are told in the same words, and keep the address', async ({
  page,
  language,
}) => {
  const words = wordsOf(language).viewer.signIn;
  const told: string[] = [];
  for (const email of ['team2@sample.example', 'nobody-at-all@sample.example']) {
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: words.email, exact: true }).fill(email);
    await page.getByLabel(words.password, { exact: true }).fill('not the right one');
    await page.getByRole('button', { name: words.submit, exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: /\S/ }).first();
    await expect(alert).toBeVisible();
    told.push(((await alert.textContent()) ?? '').trim());
    await expect(page.getByRole('textbox', { name: words.email, exact: true })).toHaveValue(email);
  }
  expect(told[0]).toBe(told[1]);
});

test('the language is a person’s own: it lasts past signing out', async ({ page, language }) => {
  const other = language === 'ko' ? 'en' : 'ko';
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page
    .getByText(other === 'ko' ? '한국어' : 'English', { exact: true })
    .first()
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await page.reload();
  await expect(
    page.getByRole('heading', { name: wordsOf(other).viewer.signIn.title, exact: true }),
  ).toBeVisible();
});

test('7.1 whoever comes through a proxy finds no sample people: not their buttons, cookies or tokens', async ({
  as,
  browser,
  baseURL,
}) => {
  const page = await as('admin');
  const account = async (headers: Record<string, string>) => {
    const answer = await page.request.get('/api/v1/account', { headers });
    expect(JSON.stringify(answer.headers())).not.toContain('x-roundtable-local');
    return answer.status();
  };
  expect(await account({})).toBe(200);
  const forwarded: Record<string, string>[] = [
    { 'X-Forwarded-For': '203.0.113.7' },
    { Forwarded: 'for=127.0.0.1' },
    { Via: '1.1 proxy', 'x-roundtable-local': '1' },
    { Host: 'roundtable.example' },
    { 'X-Varnish': '123' },
    { 'X-Auth-Request-User': 'somebody' },
    { Referer: 'https://roundtable.example/' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ];
  for (const headers of forwarded) {
    expect([headers, await account(headers)]).toEqual([headers, 401]);
  }
  const behindProxy = await browser.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { 'X-Real-IP': '203.0.113.7' },
    storageState: await page.context().storageState(),
  });
  const outside = await behindProxy.newPage();
  await outside.goto(PROGRAM);
  await expect(outside).toHaveURL(/\/sign-in/);
  await expect(outside.getByRole('textbox').first()).toBeVisible();
  await expect(outside.locator('button[value$="@sample.example"]')).toHaveCount(0);
  await behindProxy.close();
});

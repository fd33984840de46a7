import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ownAccount, signInWith } from '../support/own-account';
import { expect, PROGRAM, test } from '../support/test';
import { wordsOf } from '../support/words';

const NAME = '한빛';

/** The provider's pages ask the wide world for their fonts, which no test needs. */
async function withoutFonts(page: Page): Promise<void> {
  await page.route(
    ({ hostname }) => !['localhost', '127.0.0.1'].includes(hostname),
    (route) => route.fulfill({ body: '' }),
  );
}

/** On the provider's own pages: in as this account, and yes to what the product wants to know. */
async function throughProvider(page: Page, email: string): Promise<void> {
  await page.waitForURL(/\/interaction\//);
  await page.locator('input[name="login"]').fill(email);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
  await page.locator('button[type="submit"]').click();
}

test('an invited person comes in by the provider of their office, without a password of their own', async ({
  as,
  page,
  language,
}) => {
  const { signIn } = wordsOf(language).viewer;
  const email = `${randomUUID().slice(0, 8)}@office.example`;
  const officer = await as('officer');
  const invited = await officer.request.post(`/api/v1${PROGRAM}/people`, {
    data: { email, name: '온새미', role: 'manager', locale: language },
    headers: { 'Idempotency-Key': randomUUID() },
  });
  expect(invited.status()).toBe(201);

  await withoutFonts(page);
  const enter = signIn.withProvider.replace('{provider}', NAME);
  await page.goto(`/sign-in?next=${PROGRAM}/funnel`);
  await page.getByRole('button', { name: enter }).click();
  await throughProvider(page, `stranger-${email}`);
  await expect(page.getByText(wordsOf(language).person.refusal.identity_unknown)).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`/sign-in?next=${PROGRAM}/funnel`);
  await page.getByRole('button', { name: enter }).click();
  await throughProvider(page, email);
  await expect(page).toHaveURL(new RegExp(`${PROGRAM}/funnel`));
});

test('somebody with a password connects the account of their office, and signs in with it afterwards', async ({
  page,
  language,
}) => {
  const { account } = wordsOf(language).person;
  const { signIn } = wordsOf(language).viewer;
  const own = await ownAccount(language);
  await withoutFonts(page);
  await page.goto('/sign-in?next=/account');
  await signInWith(page, own, language);
  await page.waitForURL((to) => to.pathname === '/account');
  await page.getByRole('button', { name: account.connect.replace('{provider}', NAME) }).click();
  await throughProvider(page, `at-work-${own.email}`);
  await page.waitForURL((to) => to.pathname === '/account');

  await page.context().clearCookies({ name: 'rt_sign_in' });
  await page.goto('/sign-in?next=/account');
  await page.getByRole('button', { name: signIn.withProvider.replace('{provider}', NAME) }).click();
  await page.waitForURL((to) => to.pathname === '/account');
  await expect(page.getByRole('main').getByText(own.email, { exact: true })).toBeVisible();
});

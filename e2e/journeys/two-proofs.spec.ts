import type { Page } from '@playwright/test';
import { codeAt } from '../../scripts/test/authenticator';
import { asOwner, ownAccount, signInWith } from '../support/own-account';
import { expect, expectAccessible, PROGRAM, test } from '../support/test';
import { wordsOf } from '../support/words';

/** Lets the owner touch the device from now on, or not. */
type Device = { touches: (enabled: boolean) => Promise<void> };

/** A device with a fingerprint that always knows its owner, inside Chromium. */
async function withDevice(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    touches: async (enabled) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'rt_sign_in' });
}

/** As the app on a phone reckons it. `steps`: of 30 seconds from now on, so that no code is given twice. */
const codeOf = (secret: string, steps = 0) => codeAt(secret, new Date(Date.now() + steps * 30_000));

test('a passkey is added, signs in without a password, and is removed', async ({ page, language }) => {
  const { account } = wordsOf(language).person;
  const viewer = wordsOf(language).viewer;
  const own = await ownAccount(language);
  const device = await withDevice(page);
  await page.goto('/sign-in?next=/account');
  await signInWith(page, own, language);
  await page.waitForURL((to) => to.pathname === '/account');
  // Nobody is asked for a second proof that no program of theirs wants.
  await page.goto('/account/second-factor?next=/account');
  await page.waitForURL((to) => to.pathname === '/account');
  await page.getByRole('button', { name: account.addPasskey, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: account.passkeyName }).fill('현장 노트북');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: account.goOn, exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '현장 노트북' })).toBeVisible();

  await signOut(page);
  // The field for the address offers the passkey first: nobody touches the device for that.
  await device.touches(false);
  await page.goto('/sign-in?next=/account');
  await page.waitForLoadState('networkidle');
  await device.touches(true);
  await page.getByRole('button', { name: viewer.passkey.submit, exact: true }).click();
  await page.waitForURL((to) => to.pathname === '/account');
  await expect(page.getByText(account.by.passkey).first()).toBeVisible();

  await page
    .getByRole('button', { name: account.removeOf.replace('{name}', '현장 노트북'), exact: true })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: account.remove, exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '현장 노트북' })).toHaveCount(0);
});

test('a second factor is asked for from the first code on, and a recovery code works once', async ({
  page,
  language,
}) => {
  const { account } = wordsOf(language).person;
  const { code: asked } = wordsOf(language).viewer;
  const { code: field } = wordsOf(language).common;
  const own = await ownAccount(language, { isAdmin: true });
  await page.goto('/sign-in?next=/account');
  await signInWith(page, own, language);
  await page.waitForURL((to) => to.pathname === '/account');
  await page.getByRole('button', { name: account.setUpFactor, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('img', { name: account.qrCode })).toBeVisible();
  await expectAccessible(page);
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await dialog.getByRole('textbox', { name: field }).fill('000000');
  await dialog.getByRole('button', { name: account.turnOn, exact: true }).click();
  await expect(dialog.getByText(wordsOf(language).person.refusal.wrong_code)).toBeVisible();
  await dialog.getByRole('textbox', { name: field }).fill(codeOf(secret));
  await dialog.getByRole('button', { name: account.turnOn, exact: true }).click();
  await expect(dialog.getByText(account.codesText)).toBeVisible();
  const codes = await dialog.getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: account.kept, exact: true }).click();
  await expect(page.getByText(account.factorOn, { exact: true })).toBeVisible();

  // By the app, and on to the page that was wanted.
  await signOut(page);
  await page.goto(`${PROGRAM}/people`);
  await signInWith(page, own, language);
  await page.waitForURL('**/sign-in/code?next=**');
  await expectAccessible(page);
  const give = async (code: string) => {
    await page.getByRole('textbox', { name: field }).fill(code);
    await page.getByRole('button', { name: asked.submit, exact: true }).click();
  };
  await expect(page.getByRole('textbox', { name: field })).toHaveAttribute('autocomplete', 'one-time-code');
  expect((await page.request.get('/api/v1/account')).status()).toBe(401);
  await give(codeOf(secret, 1));
  await page.waitForURL(`**${PROGRAM}/people`);

  // By a recovery code, once.
  await signOut(page);
  await page.goto('/sign-in?next=/account');
  await signInWith(page, own, language);
  await page.waitForURL('**/sign-in/code?next=**');
  await give(codes[0] ?? '');
  await page.waitForURL((to) => to.pathname === '/account');
  await signOut(page);
  await page.goto('/sign-in?next=/account');
  await signInWith(page, own, language);
  await page.waitForURL('**/sign-in/code?next=**');
  await give(codes[0] ?? '');
  await expect(page.getByText(wordsOf(language).person.refusal.wrong_code)).toBeVisible();
});

test('an officer of a program that asks for two proofs sets up the second one first', async ({
  page,
  language,
}) => {
  const { account } = wordsOf(language).person;
  const { code: field } = wordsOf(language).common;
  const own = await ownAccount(language);
  const slug = `two-${own.personId.slice(0, 8)}`;
  await asOwner(
    `with made as (
       insert into program (id, slug, name, name_en, home_zone, venue_zone, requires_second_factor)
       values (gen_random_uuid(), $1, '두 단계', 'Two steps', 'Asia/Seoul', 'Asia/Seoul', true) returning id)
     insert into membership (id, program_id, person_id, role) select gen_random_uuid(), made.id, $2, 'officer' from made`,
    [slug, own.personId],
  );
  await page.goto(`/programs/${slug}/people`);
  await signInWith(page, own, language);
  await page.waitForURL('**/account/second-factor?next=**');
  await expectAccessible(page);
  expect((await page.request.get(`/api/v1/programs/${slug}`)).status()).toBe(403);
  await page.getByRole('button', { name: account.setUpFactor, exact: true }).click();
  const dialog = page.getByRole('dialog');
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await dialog.getByRole('textbox', { name: field }).fill(codeOf(secret));
  await dialog.getByRole('button', { name: account.turnOn, exact: true }).click();
  await dialog.getByRole('button', { name: account.kept, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.wanted.doneTitle);
  await page.getByRole('link', { name: account.wanted.goOn, exact: true }).click();
  await page.waitForURL(`**/programs/${slug}/people`);
  await asOwner('update program set archived_at = now() where slug = $1', [slug]);
});

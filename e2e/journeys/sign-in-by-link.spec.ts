import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ownAccount } from '../support/own-account';
import { expect, test } from '../support/test';
import { wordsOf } from '../support/words';

async function linkIn(email: string): Promise<string> {
  const outbox = path.join(process.env.E2E_DATA_DIR ?? '', 'outbox');
  const files = (await readdir(outbox).catch(() => [])).sort().reverse();
  for (const file of files) {
    const mail = await readFile(path.join(outbox, file), 'utf8');
    const link = /\S+\/sign-in\/link\/\S+/.exec(mail)?.[0];
    if (mail.includes(`<${email}>`) && link) return link;
  }
  return '';
}

test('by a link from an e-mail, opened on another device after a scanner has opened it', async ({
  page,
  language,
  browser,
  playwright,
  baseURL,
}) => {
  const { email } = await ownAccount(language);
  const { signIn, byMail, link: words } = wordsOf(language).viewer;
  await page.goto('/account');
  await page.getByRole('link', { name: signIn.byMail }).click();
  await page.waitForURL((to) => to.pathname === '/sign-in/email');
  await page.getByRole('textbox', { name: signIn.email }).fill(email);
  await page.getByRole('button', { name: byMail.submit }).click();
  await expect(page.getByText(byMail.sentTitle)).toBeVisible();
  await expect.poll(() => linkIn(email)).not.toBe('');
  const link = await linkIn(email);
  const scanner = await playwright.request.newContext();
  for (const ask of [() => scanner.head(link), () => scanner.get(link), () => scanner.get(link)]) {
    expect((await ask()).status()).toBe(200);
  }
  await scanner.dispose();
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const device = await elsewhere.newPage();
  await device.goto(link);
  await device.waitForLoadState('networkidle');
  await device.getByRole('main').getByRole('button').click();
  await expect(device).toHaveURL(/\/account$/);
  await device.context().clearCookies({ name: 'rt_sign_in' });
  await device.goto(link);
  await expect(device.getByRole('heading', { level: 1 })).toBeVisible();
  await elsewhere.close();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: words.state.used })).toBeVisible();
});

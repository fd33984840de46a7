import { expect, expectAccessible, expectNoSidewaysScroll, test, type Who } from '../support/test';
import { addressesOf, pagesOf, visitAll } from './addresses';

test.describe.configure({ timeout: 600_000 });

for (const who of ['admin', 'officer', 'manager', 'startup'] as const satisfies readonly Who[]) {
  test(`every page of the ${who} is accessible and fits its screen`, async ({ as, language }) => {
    const startup = await as('startup');
    const all = await addressesOf(startup);
    // Officers and managers see pages of the admin with fewer controls: their violations, Korean or English, are the same ones.
    const axe = language === 'ko' || who === 'admin' || who === 'startup';
    await visitAll(who === 'startup' ? startup : await as(who), pagesOf(who, all), { axe });
  });
}

test('the pages before signing in are accessible', async ({ page }) => {
  for (const address of ['/sign-in', '/sign-in/forgot', '/invitations/not-a-real-one']) {
    await page.goto(address);
    // Where the answer comes in parts, what stands in for it first is not the page.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

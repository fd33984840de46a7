import { expect, expectAccessible, expectNoSidewaysScroll, test, type Who } from '../support/test';
import { addressesOf, pagesOf } from './addresses';

test.describe.configure({ timeout: 240_000 });

for (const who of ['admin', 'officer', 'manager', 'startup'] as const satisfies readonly Who[]) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every page of the ${who} is accessible and fits its screen, ${theme}`, async ({ as, baseURL }) => {
      const startup = await as('startup');
      const all = await addressesOf(startup);
      const page = who === 'startup' ? startup : await as(who);
      await page.context().addCookies([{ name: 'rt_theme', value: theme, url: baseURL ?? '' }]);
      for (const address of pagesOf(who, all)) {
        const response = await page.goto(address, { waitUntil: 'load' });
        expect(response?.status(), address).toBe(200);
        await expect(page.locator('h1').first(), address).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
  }
}

test('the pages before signing in are accessible', async ({ page }) => {
  for (const address of ['/sign-in', '/invitations/not-a-real-one', '/nowhere-at-all']) {
    await page.goto(address);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

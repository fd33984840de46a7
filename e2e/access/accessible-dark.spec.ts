import { test } from '../support/test';
import { addressesOf, pagesOf, visitAll } from './addresses';

test('every page is accessible in the dark', async ({ as, baseURL }) => {
  test.setTimeout(600_000);
  const startup = await as('startup');
  const all = await addressesOf(startup);
  const admin = await as('admin');
  for (const page of [admin, startup]) {
    await page.context().addCookies([{ name: 'rt_theme', value: 'dark', url: baseURL ?? '' }]);
  }
  await visitAll(admin, pagesOf('admin', all));
  await visitAll(startup, all.startup);
});

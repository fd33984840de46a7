import { expect, PROGRAM, test } from '../support/test';

test('the officer searches the investors while typing, opens one, comes back to the same search and clears it', async ({
  as,
}) => {
  const page = await as('officer');
  const list = `${PROGRAM}/investors`;
  const response = await page.request.get(`/api/v1${list}?limit=200&asOf=2023-05-03`);
  const { items } = (await response.json()) as { items: { name: string }[] };
  const name = items[0]?.name ?? '';
  await page.goto(`${list}?asOf=2023-05-03`);
  const box = page.getByRole('searchbox').first();
  const rows = page.getByRole('table').getByRole('link', { name, exact: true });
  const all = page.getByRole('table').getByRole('row');
  await expect(box).toHaveValue('');
  const before = await all.count();
  await box.pressSequentially(name);
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === name);
  await expect(page).toHaveURL(/asOf=2023-05-03/);
  await expect.poll(() => all.count()).toBeLessThan(before);
  await rows.first().click();
  await expect(page).toHaveURL(/\/investors\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(box).toHaveValue(name);
  await expect(rows.first()).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/\/investors\/[0-9a-f-]{36}/);
  await page.goBack();
  await box.fill('');
  await expect(page).toHaveURL((url) => !url.searchParams.has('q'));
  await expect.poll(() => all.count()).toBe(before);
});

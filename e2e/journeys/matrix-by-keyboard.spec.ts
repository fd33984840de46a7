import { expect, PROGRAM, test } from '../support/test';

test('all 570 cells stand on one screen, and keys lead to a pair', async ({ as }) => {
  const page = await as('officer');
  await page.goto(`${PROGRAM}/pairs?view=matrix&asOf=2023-05-03`);
  const cells = page.getByRole('grid').first().getByRole('gridcell');
  await expect(page.locator('[role="grid"]').first()).toBeVisible();
  expect(await cells.count()).toBeGreaterThanOrEqual(570);
  const over = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(over, 'no scrolling at 1440 x 900').toBeLessThanOrEqual(0);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  // The page shows before its keys work: the first press that is heard leads from one pair to the next.
  await expect(async () => {
    await page.locator('[role="grid"] td [tabindex="0"]').first().focus();
    const from = await focused();
    await page.keyboard.press('ArrowRight');
    const to = await focused();
    expect(to).toMatch(/\/pairs\//);
    expect(to).not.toBe(from);
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/pairs\/[0-9a-f-]{36}/);
  await page.goBack();
  // The matrix is the usual view: an address that names the pair pointed at leaves it out.
  await expect(page).toHaveURL(/\/pairs\?.*asOf=2023-05-03/);
});

test('a press on a square opens its pair on a slow network too', async ({ as }) => {
  const page = await as('officer');
  await page.goto(`${PROGRAM}/pairs?view=matrix&asOf=2023-05-03`);
  await page.waitForLoadState('networkidle');
  // Longer than a square has to be pointed at before the address names it.
  await page.route(/\/pairs\/[0-9a-f-]{36}/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.locator('[role="grid"] td [tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/pairs\/[0-9a-f-]{36}/);
});

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
  const first = page.locator('[role="grid"] td[tabindex="0"], [role="grid"] td [tabindex="0"]').first();
  // The page shows before its keys work: the first press that is heard leads away from the first cell.
  await expect(async () => {
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect(first).not.toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/pairs\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(/view=matrix/);
});

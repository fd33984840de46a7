import type { Page } from '@playwright/test';
import { expect, PROGRAM, pairsOf, test } from '../support/test';

/** How many of `selector` stood on the page, and could be seen, when the browser put it on paper; and how many sheets. */
async function printed(page: Page, address: string, selector: string) {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await page.evaluate((rows) => {
    window.addEventListener('beforeprint', () => {
      const seen = [...document.querySelectorAll(rows)].filter((row) => row.checkVisibility());
      document.documentElement.dataset.printed = String(seen.length);
    });
  }, selector);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const rows = Number(await page.evaluate(() => document.documentElement.dataset.printed));
  return { rows, sheets: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0 };
}

test('7.24 paper holds every row of a list, and no sheet of headings alone', async ({ as }) => {
  const page = await as('officer');
  const pairs = await pairsOf(page, 'limit=1000');
  const startup = pairs[0]?.startup.id;
  const own = pairs.filter((pair) => pair.startup.id === startup).length;
  expect(pairs.length).toBeGreaterThan(500);
  const lists: [address: string, selector: string, rows: number, mostSheets: number][] = [
    [`${PROGRAM}/pairs?view=table`, '.tb-table tbody [data-row]', pairs.length, 30],
    [`${PROGRAM}/pairs?view=board`, '.bd-cards li', pairs.length, 20],
    [`${PROGRAM}/timetable/wishes`, '.ws-body .ws-row', pairs.length, 20],
    [`${PROGRAM}/pairs?startup=${startup}`, '.pl-row', own, 3],
  ];
  for (const [address, selector, rows, most] of lists) {
    const paper = await printed(page, address, selector);
    expect({ address, rows: paper.rows }).toEqual({ address, rows });
    expect(paper.sheets, `sheets of ${address}`).toBeLessThanOrEqual(most);
  }
  // On the screen again only what is in sight is drawn.
  await page.goto(`${PROGRAM}/pairs?view=table`);
  await expect.poll(() => page.locator('.tb-table tbody [data-row]').count()).toBeLessThan(100);
});

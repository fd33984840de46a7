import type { Page } from '@playwright/test';
import { expect, PROGRAM, pairsOf, test } from '../support/test';

type Paper = {
  /** How many of these must be seen on it. */
  selector: string;
  rows: number;
  mostSheets: number;
};

/** Puts the page on paper, and asks what stood on it at that moment and how many sheets it took. */
async function expectPrinted(page: Page, address: string, { selector, rows, mostSheets }: Paper) {
  await page.goto(address);
  await expect(page.locator(selector).first()).toBeVisible();
  await page.evaluate((wanted) => {
    const seen = (what: string) =>
      [...document.querySelectorAll(what)].filter((node) => node.checkVisibility());
    window.matchMedia('print').addEventListener('change', ({ matches }) => {
      if (!matches) return;
      const counts = { rows: seen(wanted).length, pressed: seen('.shell-skip, .ui-button').length };
      document.documentElement.dataset.printed = JSON.stringify(counts);
    });
  }, selector);
  // A page whose script has just come draws its rows with the next print.
  await expect(async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const printed = await page.evaluate(() => document.documentElement.dataset.printed ?? '{}');
    expect({ address, ...JSON.parse(printed) }).toEqual({ address, rows, pressed: 0 });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(sheets, `sheets of ${address}`).toBeLessThanOrEqual(mostSheets);
  }).toPass({ timeout: 60_000 });
}

test('7.24 paper holds every row of a list, and no sheet of headings alone', async ({ as }) => {
  const page = await as('officer');
  const pairs = await pairsOf(page, 'limit=1000');
  const startup = pairs[0]?.startup.id;
  const own = pairs.filter((pair) => pair.startup.id === startup).length;
  const rows = pairs.length;
  expect(rows).toBeGreaterThan(500);
  const papers: [path: string, paper: Paper][] = [
    // English words take two lines where Korean ones take one.
    ['/pairs?view=table', { selector: '.tb-table tbody [data-row]', rows, mostSheets: 24 }],
    ['/pairs?view=board', { selector: '.bd-cards li', rows, mostSheets: 12 }],
    ['/timetable/wishes', { selector: '.ws-body .ws-row', rows, mostSheets: 15 }],
    [`/pairs?startup=${startup}`, { selector: '.pl-row', rows: own, mostSheets: 3 }],
    ['/pairs', { selector: '.mx-table tbody .mx-row', rows: 15, mostSheets: 1 }],
  ];
  for (const [path, paper] of papers) await expectPrinted(page, PROGRAM + path, paper);
  // On the screen again only what is in sight is drawn.
  await page.goto(`${PROGRAM}/pairs?view=table`);
  await expect.poll(() => page.locator('.tb-table tbody [data-row]').count()).toBeLessThan(100);
});

test('7.34 a printed timetable is one sheet with its tables and whole names, and nothing to press', async ({
  as,
}) => {
  const page = await as('officer');
  await page.goto(`${PROGRAM}/timetable?stage=main_session`);
  const hrefs = await page
    .locator('a[href*="/timetable/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const grid = hrefs.find((href) => /\/timetable\/[0-9a-f-]{36}$/.test(href));
  await expectPrinted(page, `${grid}?by=table`, { selector: 'tbody .tg-row', rows: 15, mostSheets: 1 });
  await page.emulateMedia({ media: 'print' });
  const cut = await page
    .locator('.tg-name')
    .evaluateAll((names) => names.filter((name) => getComputedStyle(name).overflow !== 'visible').length);
  expect(cut).toBe(0);
});

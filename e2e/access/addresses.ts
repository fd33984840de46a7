import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectFieldsKeepTheZoom,
  expectNoSidewaysScroll,
  PROGRAM,
  pairsOf,
  type Who,
} from '../support/test';

export type Addresses = {
  everybody: string[];
  office: string[];
  officer: string[];
  admin: string[];
  startup: string[];
};

/** Every kind of page there is, about things of the startup signed in as `startup`, by who may open it. */
export async function addressesOf(startup: Page): Promise<Addresses> {
  const [pair] = await pairsOf(startup, 'stage=follow_up&limit=1');
  if (!pair) throw new Error('the sample has no pair in follow-up');
  const response = await startup.request.get(`/api/v1${PROGRAM}/pairs/${pair.id}/meetings`);
  expect(response.status()).toBe(200);
  const { meetings } = (await response.json()) as { meetings: { id: string; state: string }[] };
  const held = meetings.find(({ state }) => state === 'held');
  return {
    everybody: [
      PROGRAM,
      `${PROGRAM}/pairs`,
      `${PROGRAM}/pairs?view=board`,
      `${PROGRAM}/pairs?view=table`,
      `${PROGRAM}/pairs/${pair.id}`,
      `${PROGRAM}/meetings`,
      `${PROGRAM}/timetable/wishes`,
      `${PROGRAM}/startups/${pair.startup.id}`,
      `${PROGRAM}/investors`,
      `${PROGRAM}/investors/${pair.investor.id}`,
      '/programs',
      '/account',
    ],
    office: [
      '/funnels?asOf=2023-05-03',
      `${PROGRAM}/funnel`,
      `${PROGRAM}/funnel?asOf=2023-11-30`,
      `${PROGRAM}/funnel/reports`,
      `${PROGRAM}/funnel/reports/1`,
      `${PROGRAM}/funnel/reports/2/sheet`,
      `${PROGRAM}/funnel/reports/3/sheet?lang=en`,
      `${PROGRAM}/funnel/waves`,
      `${PROGRAM}/funnel/waves?wave=2&show=answered`,
      `${PROGRAM}/funnel/rows?figure=sum:discussed&asOf=2023-05-03`,
      `${PROGRAM}/funnel/quality`,
      `${PROGRAM}/funnel/rows?figure=reached:candidate&asOf=2023-05-03`,
      `${PROGRAM}/funnel?asOf=2023-11-30&from=2023-04-10`,
      `${PROGRAM}/funnel/split?by=sector&asOf=2023-05-03`,
      `${PROGRAM}/funnel/compare?asOf=2023-05-03&with=2023-08-01`,
      `${PROGRAM}/funnel/time`,
      `${PROGRAM}/funnel/time?asOf=2023-11-30&knownOn=2023-05-03`,
      `${PROGRAM}/timetable`,
      `${PROGRAM}/startups`,
      `${PROGRAM}/timetable/setup`,
      `${PROGRAM}/timetable/setup?part=availability`,
    ],
    officer: [
      `${PROGRAM}/people`,
      `${PROGRAM}/audit`,
      `${PROGRAM}/settings`,
      `${PROGRAM}/settings/stages`,
      `${PROGRAM}/settings/venue`,
      `${PROGRAM}/settings/rates`,
      `${PROGRAM}/startups/new`,
      `${PROGRAM}/investors/new`,
      `${PROGRAM}/import`,
    ],
    admin: ['/people', '/people/audit', '/programs/new', '/programs/restore-archive'],
    startup: [`${PROGRAM}/waves`, `${PROGRAM}/meetings/outcomes`, `${PROGRAM}/meetings/${held?.id}/outcome`],
  };
}

/** The pages a person may open. */
export function pagesOf(who: Who, all: Addresses): string[] {
  if (who === 'admin') return [...all.everybody, ...all.office, ...all.officer, ...all.admin];
  if (who === 'officer') return [...all.everybody, ...all.office, ...all.officer];
  if (who === 'manager') return [...all.everybody, ...all.office];
  return [...all.everybody, ...all.startup];
}

/**
 * Opens each page and asks of it what every page owes: a heading, no violation, nothing beyond the screen's edge.
 * `axe: false` leaves the violations out, for pages that another project asks for them.
 */
export async function visitAll(
  page: Page,
  addresses: readonly string[],
  { axe = true }: { axe?: boolean } = {},
): Promise<void> {
  for (const address of addresses) {
    const response = await page.goto(address, { waitUntil: 'load' });
    expect(response?.status(), address).toBe(200);
    await expect(page.locator('h1').first(), address).toBeVisible();
    if (axe) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await expectNamesOfReaders(page, address);
    await expectFieldsKeepTheZoom(page);
  }
}

/** People of the sample carry `(예시)` in their own name and `(sample)` in the Latin one, which English pages show. */
async function expectNamesOfReaders(page: Page, address: string): Promise<void> {
  // A sheet that is asked for in the other language stands in the frame of the reader's own.
  if (address.includes('lang=')) return;
  const language = await page.locator('html').getAttribute('lang');
  const other = language === 'en' ? '(예시)' : '(sample)';
  expect.soft(await page.getByText(other).allTextContents(), `7.40 ${address}`).toEqual([]);
}

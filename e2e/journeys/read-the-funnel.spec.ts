import { expect, PROGRAM, pairsOf, test } from '../support/test';

/** As known then: other journeys of this run log amounts of meetings in April, and what was known on 3 May stays. */
const THEN = 'asOf=2023-05-03&knownOn=2023-05-03';

type Funnel = {
  stages: { stage: string; reached: number; met: number; now: number; lost: number }[];
  lostBy: { stage: string; status: string; reasonCode: string | null; count: number }[];
  conversions: { from: string; to: string; numerator: number; denominator: number }[];
  amounts: {
    rung: string;
    totals: { currency: string; minor: string }[];
    krw: { minor: string; rateDate: string | null } | null;
    pairs: number;
    startups: number;
  }[];
};

test('the figure of 3 May: KRW 84.5 billion under discussion, by exactly five startups', async ({
  as,
  language,
}) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel?${THEN}`);
  await expect(page.getByText(language === 'ko' ? '845억 원' : 'KRW 84.5 billion').first()).toBeVisible();
  const response = await page.request.get(`/api/v1${PROGRAM}/funnel?${THEN}`);
  const funnel = (await response.json()) as Funnel;
  const discussed = funnel.amounts.find(({ rung }) => rung === 'discussed');
  expect(discussed).toMatchObject({
    totals: [{ currency: 'KRW', minor: '84500000000' }],
    krw: { minor: '84500000000' },
    pairs: 9,
    startups: 5,
  });
  const rows = await pairsOf(page, `${THEN}&rung=discussed&limit=1000`);
  const sum = rows.reduce((total, row) => total + (row.amounts[0]?.minor ?? 0), 0);
  expect({ sum, pairs: rows.length, startups: new Set(rows.map((row) => row.startup.id)).size }).toEqual({
    sum: 84_500_000_000,
    pairs: 9,
    startups: 5,
  });
});

test('every count opens exactly its rows', async ({ as }) => {
  const page = await as('manager');
  const response = await page.request.get(`/api/v1${PROGRAM}/funnel?${THEN}`);
  const { stages, conversions, lostBy } = (await response.json()) as Funnel;
  const rowsOf = async (figure: string) => {
    const answer = await page.request.get(`/api/v1${PROGRAM}/funnel/rows?${THEN}&figure=${figure}`);
    return ((await answer.json()) as { rows: unknown[] }).rows.length;
  };
  for (const { stage, reached, met, now, lost } of stages) {
    expect({ stage, reached: await rowsOf(`reached:${stage}`) }).toEqual({ stage, reached });
    if (stage !== 'candidate') expect({ stage, met: await rowsOf(`met:${stage}`) }).toEqual({ stage, met });
    expect({ stage, now: await rowsOf(`now:${stage}`) }).toEqual({ stage, now });
    expect({ stage, lost: await rowsOf(`lost:${stage}`) }).toEqual({ stage, lost });
    // The pipeline, which the rows lead on to, keeps the same pairs.
    const kept = await pairsOf(page, `${THEN}&limit=1000&reached=${stage}`);
    expect({ stage, kept: kept.length }).toEqual({ stage, kept: reached });
  }
  for (const { stage, status, reasonCode, count } of lostBy) {
    const figure = `lost:${stage}:${status}:${reasonCode ?? 'own_words'}`;
    expect({ figure, count: await rowsOf(figure) }).toEqual({ figure, count });
  }
  for (const { from, to, numerator, denominator } of conversions) {
    expect({ numerator, denominator }).toEqual({
      numerator: stages.find(({ stage }) => stage === to)?.reached,
      denominator: stages.find(({ stage }) => stage === from)?.reached,
    });
  }
});

test('a number on the page leads to as many rows as it says', async ({ as }) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel?${THEN}`);
  const link = page
    .locator('a[href*="figure=reached:main_session"]:visible')
    .filter({ hasText: '184' })
    .first();
  await link.click();
  await expect(page).toHaveURL(/\/funnel\/rows\?/);
  await expect(page).toHaveURL(/asOf=2023-05-03/);
  await expect(page.getByText(/184/).filter({ visible: true }).first()).toBeVisible();
});

test('a manager goes from home to the very entry behind an amount in three clicks', async ({
  as,
  language,
}) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}?asOf=2023-05-03&knownOn=then`);
  const open = language === 'ko' ? '전환 퍼널 열기' : 'Open the funnel';
  await page.getByRole('link', { name: open }).first().click();
  await expect(page).toHaveURL(/\/funnel\?.*asOf=2023-05-03/);
  await page.locator('a[href*="figure=sum:discussed&asOf="]:visible').first().click();
  await expect(page).toHaveURL(/\/funnel\/rows\?.*figure=sum:discussed/);
  const largest = page.locator('a[href*="#entry-"]:visible').first();
  await expect(largest).toHaveText(language === 'ko' ? '누리로보틱스' : 'Nuri Robotics');
  await largest.click();
  await expect(page).toHaveURL(/\/pairs\/[0-9a-f-]{36}\?asOf=2023-05-03.*#entry-/);
  await expect(page.locator('li[data-here]')).toContainText(
    language === 'ko' ? '210억 원' : 'KRW 21 billion',
  );
});

test('what is on the screen goes into a spreadsheet, and no further than its reader may see', async ({
  as,
}) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel/rows?figure=sum:discussed&${THEN}`);
  await page.getByRole('button', { name: /내보내기|Export/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /\.xlsx/ }).click();
  expect((await download).suggestedFilename()).toMatch(/_2023-05-03\.xlsx$/);
  const files = `/api/v1${PROGRAM}/exports`;
  const csv = await page.request.get(`${files}/rows/csv?figure=sum:discussed&${THEN}`);
  expect(csv.headers()['cache-control']).toBe('private, no-store');
  expect((await csv.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const startup = await as('startup');
  expect((await startup.request.get(`${files}/funnel/xlsx`)).status()).toBe(403);
  expect((await startup.request.get(`${files}/rows/csv?figure=sum:discussed`)).status()).toBe(403);
  expect((await startup.request.get('/api/v1/programs/elsewhere/exports/pairs/csv')).status()).toBe(404);
});

test('the open column of filters takes no room where it filters nothing, and cuts no share of the picture', async ({
  as,
}) => {
  const page = await as('manager');
  const widthOf = async (place: string) => {
    await page.goto(`${PROGRAM}${place}`);
    const head = page.getByRole('main').locator('header').first();
    return (await head.boundingBox())?.width;
  };
  const alone = await widthOf('/funnel/waves');
  await page.goto(`${PROGRAM}/funnel?${THEN}`);
  await page.locator('#filter-button').click();
  await expect(page.locator('#filter-column')).toBeVisible();
  const shares = page.getByRole('main').getByText(/^\d+\.\d %$/);
  await expect(shares.filter({ visible: true }).first()).toBeVisible();
  const cut = await shares.filter({ visible: true }).evaluateAll((texts) =>
    texts.flatMap((text) => {
      const room = text.closest('p')?.parentElement?.parentElement?.getBoundingClientRect();
      const { left, right } = text.getBoundingClientRect();
      return room && left >= room.left - 1 && right <= room.right + 1 ? [] : [text.textContent];
    }),
  );
  expect(cut).toEqual([]);
  expect(await widthOf('/funnel/waves')).toBe(alone);
});

import { expect, PROGRAM, pairsOf, test } from '../support/test';

/** As known then: other journeys of this run log amounts of meetings in April, and what was known on 3 May stays. */
const THEN = 'asOf=2023-05-03&knownOn=2023-05-03';

type Funnel = {
  stages: { stage: string; reached: number; met: number; now: number; lost: number }[];
  lostBy: { stage: string; status: string; reasonCode: string | null; count: number }[];
  conversions: { from: string; to: string; numerator: number; denominator: number }[];
  amounts: {
    rung: string;
    totals: { currency: string; minor: number }[];
    krw: { minor: number; rateDate: string | null } | null;
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
    totals: [{ currency: 'KRW', minor: 84_500_000_000 }],
    krw: { minor: 84_500_000_000 },
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
  for (const { stage, reached, met, now, lost } of stages) {
    const at = (query: string) => pairsOf(page, `${THEN}&limit=1000&${query}`).then((rows) => rows.length);
    expect({ stage, reached: await at(`reached=${stage}`) }).toEqual({ stage, reached });
    if (stage !== 'candidate') expect({ stage, met: await at(`met=${stage}`) }).toEqual({ stage, met });
    expect({ stage, now: await at(`stage=${stage}&status=open`) }).toEqual({ stage, now });
    expect({ stage, lost: await at(`stage=${stage}&status=passed,withdrawn`) }).toEqual({ stage, lost });
  }
  for (const { stage, status, reasonCode, count } of lostBy) {
    const asked = `${THEN}&limit=1000&stage=${stage}&status=${status}&reason=${reasonCode ?? 'own_words'}`;
    expect({ asked, count: (await pairsOf(page, asked)).length }).toEqual({ asked, count });
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

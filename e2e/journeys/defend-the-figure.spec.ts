import { expect, expectAccessible, PROGRAM, test } from '../support/test';

/** As known then: what other journeys of this run write down comes later and changes nothing here. */
const THEN = 'asOf=2023-05-03&knownOn=2023-05-03';
const FIVE = ['누리로보틱스', '온새미바이오', '라온비전', '메디아라', '해솔AI'];

test('a manager explains 84.5 billion down to the five startups and their entries within four clicks', async ({
  as,
}) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel?${THEN}`);
  await page.locator('a[href*="figure=sum:discussed"]:visible').filter({ hasText: /^9/ }).first().click();
  await expect(page).toHaveURL(/\/funnel\/rows\?.*figure=sum:discussed/);
  const response = await page.request.get(`/api/v1${PROGRAM}/funnel/rows?figure=sum:discussed&${THEN}`);
  const { rows } = (await response.json()) as {
    rows: { startup: { name: string }; amount: { minor: number; currency: string } }[];
  };
  expect(rows).toHaveLength(9);
  expect([...new Set(rows.map(({ startup }) => startup.name))].toSorted()).toEqual(FIVE.toSorted());
  expect(rows.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(84_500_000_000);
  await expect(
    page
      .getByText(/84,500,000,000/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await page.locator('a[href*="/pairs/"]:visible').first().click();
  await expect(page).toHaveURL(/\/pairs\/[0-9a-f-]{36}/);
  await expect(
    page
      .getByText(/210억 원|KRW 21 billion/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('the published figure stands on one sheet of A4, with its number, date and status', async ({
  as,
  language,
}, { project }) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel/reports/1`);
  await expect(page.getByText(language === 'ko' ? /845억 원/ : /KRW 84\.5 billion/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${PROGRAM}/funnel/reports/1/sheet?lang=${language}`);
  const status = language === 'ko' ? /논의/ : /discussion/;
  await expect(page.getByText(status).first()).toBeVisible();
  const file = `${project.outputDir}/sheet-${project.name}.pdf`;
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: file });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test('3 May stands beside 1 August, each with its own date', async ({ as, language }) => {
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel/compare?asOf=2023-05-03&with=2023-08-01&knownOn=2023-12-31`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const [then, later] =
    language === 'ko' ? ['845억 원', '327억 9,600만 원'] : ['KRW 84.5 billion', 'KRW 32.796 billion'];
  const dates = language === 'ko' ? ['2023. 5. 3.', '2023. 8. 1.'] : ['3 May 2023', '1 August 2023'];
  for (const text of [then, later, ...dates])
    await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
});

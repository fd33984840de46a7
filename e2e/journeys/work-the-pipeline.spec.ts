import { expect, expectAccessible, PROGRAM, pairsOf, takeOwn, test, willingPairsOf } from '../support/test';
import { wordsOf } from '../support/words';

test('the officer finds a pair by initial consonants, and the address says what is seen', async ({ as }) => {
  const page = await as('officer');
  await page.goto(`${PROGRAM}/pairs?view=table&q=ㄴㄹㄹㅂㅌㅅ`);
  await expect(page.getByText(/누리로보틱스|Nuri Robotics/).first()).toBeVisible();
  await expect(page.getByText(/온새미바이오|Onsaemi Bio/)).toHaveCount(0);
  expect(await pairsOf(page, 'q=ㄴㄹㄹㅂㅌㅅ&limit=1000')).toHaveLength(38);
});

test('the officer moves a pair from its page and takes it back within the ten seconds', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('officer');
  const words = wordsOf(language).pair;
  const pair = takeOwn(
    await pairsOf(page, 'stage=candidate&status=open&limit=200&sort=investor'),
    title,
    project.name,
  );
  await page.goto(`${PROGRAM}/pairs/${pair.id}`);
  await page.getByRole('button', { name: words.page.move, exact: true }).click();
  await page
    .getByRole('menuitemradio', { name: new RegExp(words.stage.video_call) })
    .or(page.getByRole('menuitem', { name: new RegExp(words.stage.video_call) }))
    .first()
    .click();
  await expect
    .poll(
      async () => (await pairsOf(page, `startup=${pair.startup.id}&investor=${pair.investor.id}`))[0]?.stage,
    )
    .toBe('video_call');
  await page
    .getByRole('button', { name: wordsOf(language).ui.undo })
    .first()
    .click();
  await expect
    .poll(
      async () => (await pairsOf(page, `startup=${pair.startup.id}&investor=${pair.investor.id}`))[0]?.stage,
    )
    .toBe('candidate');
  const record = await page.request.get(`/api/v1${PROGRAM}/pairs/${pair.id}`);
  const { events } = (await record.json()) as { events: { to: string; voided: boolean }[] };
  expect(events.filter(({ to }) => to === 'video_call')).toMatchObject([{ voided: true }]);
});

test('T33 a double booking is refused in words that name who meets whom and when', async ({ as, language }, {
  title,
  project,
}) => {
  const page = await as('officer');
  const pair = takeOwn(
    await willingPairsOf(page, 'stage=follow_up&status=open&limit=100&sort=investor'),
    title,
    project.name,
  );
  const day = project.name.length;
  const times = {
    startsAt: `2027-03-${String(day).padStart(2, '0')}T01:00:00Z`,
    endsAt: `2027-03-${String(day).padStart(2, '0')}T01:25:00Z`,
  };
  const book = (pairId: string) =>
    page.request.post(`/api/v1${PROGRAM}/pairs/${pairId}/meetings`, {
      data: { stage: 'follow_up', ...times },
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
  expect((await book(pair.id)).status()).toBe(201);
  const [other] = (await willingPairsOf(page, `startup=${pair.startup.id}&status=open&limit=50`)).filter(
    ({ id }) => id !== pair.id,
  );
  const refused = await book(other?.id ?? '');
  expect(refused.status()).toBe(422);
  const { errors } = (await refused.json()) as { errors: { reason: string; message: string }[] };
  expect(errors[0]?.reason).toBe('startup_busy');
  expect(errors[0]?.message).toContain(language === 'ko' ? pair.startup.name : pair.startup.nameEn);
  expect(errors[0]?.message).toContain(pair.investor.name);
});

test('the manager reads the same pairs and has nothing to press that would change them', async ({
  as,
  language,
}) => {
  const page = await as('manager');
  const [pair] = await pairsOf(page, 'rung=paid&limit=1');
  await page.goto(`${PROGRAM}/pairs/${pair?.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(pair?.investor.name ?? '-');
  await expect(page.getByRole('button', { name: wordsOf(language).pair.page.move, exact: true })).toHaveCount(
    0,
  );
  await expect(
    page.getByRole('button', { name: wordsOf(language).pair.page.status, exact: true }),
  ).toHaveCount(0);
  await expectAccessible(page);
});

test('7.30 the first press opens the filter with the focus inside, and nothing goes away while it loads', async ({
  as,
  language,
}) => {
  const page = await as('officer');
  const words = wordsOf(language).pair.pipeline.filter;
  await page.goto(`${PROGRAM}/pairs`);
  await page.waitForLoadState('networkidle');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/chunks/**', async (route) => {
    await held;
    await route.continue();
  });
  const heading = page.getByRole('heading', { level: 1 });
  const button = page.getByRole('button', { name: words.open, exact: true });
  await button.click();
  const column = page.getByRole('complementary', { name: words.column });
  await expect(column).toBeFocused();
  await expect(heading).toBeVisible();
  await expect(button).toBeVisible();
  release();
  await expect(column.getByRole('checkbox').first()).toBeVisible();
  await column.getByRole('button', { name: words.close, exact: true }).click();
  await expect(column).toBeHidden();
  await expect(button).toBeFocused();
});

test('7.27 no stage, status, sector or reason of the table is cut, nor a program’s name broken into pieces', async ({
  as,
}, { project }) => {
  const page = await as('admin');
  if (project.name.startsWith('desktop')) {
    await page.goto(`${PROGRAM}/pairs?view=table&columns=stage&columns=status&columns=sector&columns=reason`);
    const cells = page.locator('.tb-table tbody td');
    await expect(cells.first()).toBeVisible();
    const cut = await cells.evaluateAll((all) =>
      all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
    expect(cut).toEqual([]);
  }
  await page.goto('/funnels?asOf=2023-05-03');
  const names = page.locator('tbody th a');
  await expect(names.first()).toBeVisible();
  const lines = await names.evaluateAll((all) => all.map((name) => name.getClientRects().length));
  expect(Math.max(...lines)).toBeLessThanOrEqual(3);
});

import type { Locator, Page } from '@playwright/test';
import { expect, PROGRAM, takeOwn, test, typeInParts, willingPairsOf } from '../support/test';
import { wordsOf } from '../support/words';

/** Pressed again only where the dialog did not come: before the page's script is there, nothing hears the press. */
async function openBooking(page: Page, button: string, title: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: title });
  await expect(async () => {
    if (!(await dialog.isVisible()))
      await page.getByRole('button', { name: button, exact: true }).first().click({ timeout: 2_000 });
    await expect(dialog).toBeVisible({ timeout: 5_000 });
  }).toPass();
  return dialog;
}

test('a booking that clashes is told at its field and keeps what was typed; at a free time it is booked', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('officer');
  const words = wordsOf(language).meeting;
  const list = await willingPairsOf(page, 'stage=candidate&status=open&limit=300&sort=-investor');
  const pair = takeOwn(list, title, project.name);
  const day = `2027-05-${String(project.name.length).padStart(2, '0')}`;
  const [other] = (await willingPairsOf(page, `startup=${pair.startup.id}&status=open&limit=50`)).filter(
    ({ id }) => id !== pair.id,
  );
  // 10:00 to 10:25 in the zone of the follow-up stage, whichever that is: asked of the product itself.
  const facts = (await (
    await page.request.get(`/api/v1${PROGRAM}/meetings/booking?pair=${pair.id}`)
  ).json()) as { stages: { stage: string; timeZone: string }[] };
  const zone = facts.stages.find(({ stage }) => stage === 'follow_up')?.timeZone ?? 'Asia/Seoul';
  const at = (time: string) => {
    const guess = new Date(`${day}T${time}:00Z`);
    const shown = new Date(guess.toLocaleString('en-US', { timeZone: zone }));
    const here = new Date(guess.toLocaleString('en-US', { timeZone: 'UTC' }));
    return new Date(guess.getTime() - (shown.getTime() - here.getTime())).toISOString();
  };
  const taken = await page.request.post(`/api/v1${PROGRAM}/pairs/${other?.id}/meetings`, {
    data: { stage: 'follow_up', startsAt: at('10:00'), endsAt: at('10:25') },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  });
  expect(taken.status()).toBe(201);

  await page.goto(`${PROGRAM}/pairs/${pair.id}`);
  await openBooking(page, wordsOf(language).pair.page.book, words.booking.title);
  const dialog = page.getByRole('dialog', { name: words.booking.title });
  await dialog.getByLabel(words.booking.stage, { exact: true }).selectOption('follow_up');
  await typeInParts(dialog, words.booking.day, day);
  await typeInParts(dialog, words.booking.start, '10:00');
  await dialog.getByRole('checkbox', { name: wordsOf(language).pair.stage.follow_up }).uncheck();
  await dialog.getByLabel(words.booking.link, { exact: true }).fill('https://meet.example/clash');
  await dialog.getByRole('button', { name: words.booking.book, exact: true }).click();
  const name = language === 'ko' ? pair.startup.name : pair.startup.nameEn;
  const alert = dialog.getByRole('alert').filter({ hasText: name });
  await expect(alert).toContainText(other?.investor.name ?? '-');
  await expect(alert).toContainText('10:00');
  await expect(dialog.getByLabel(words.booking.link, { exact: true })).toHaveValue(
    'https://meet.example/clash',
  );
  await typeInParts(dialog, words.booking.start, '11:00');
  await dialog.getByRole('button', { name: words.booking.book, exact: true }).click();
  await expect(dialog).toBeHidden();
  const booked = await page.request.get(`/api/v1${PROGRAM}/pairs/${pair.id}/meetings`);
  const { meetings } = (await booked.json()) as { meetings: { startsAt: string; link: string | null }[] };
  expect(meetings.filter(({ startsAt }) => startsAt === at('11:00'))).toMatchObject([
    { link: 'https://meet.example/clash' },
  ]);
});

test('7.39 each day of another year than the present one carries its year', async ({ as, language }) => {
  const page = await as('officer');
  await page.goto(`${PROGRAM}/meetings?day=2023-04-28`);
  const strip = page.getByRole('navigation', { name: wordsOf(language).meeting.days.label });
  const days = strip.locator('a[href*="day=2"]');
  await expect(days.first()).toBeVisible();
  for (const day of await days.allTextContents()) expect(day).toContain('2023');
});

test('7.15 a time that comes twice on the night the clocks go back is booked as the one that was chosen', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('officer');
  const words = wordsOf(language);
  const list = await willingPairsOf(page, 'stage=candidate&status=open&limit=300&sort=investor');
  const pair = takeOwn(list, title, project.name);
  await page.goto(`${PROGRAM}/pairs/${pair.id}`);
  const dialog = await openBooking(page, words.pair.page.book, words.meeting.booking.title);
  // The main session is held in Boston; four years, so that no two of the journeys book one party at once.
  const day = { desktop: '2025-11-02', phone: '2026-11-01', 'desktop-english': '2027-11-07' }[project.name];
  const { day: dayName, start } = words.meeting.booking;
  await dialog.getByLabel(words.meeting.booking.stage, { exact: true }).selectOption('main_session');
  await typeInParts(dialog, dayName, '2026-03-08');
  await typeInParts(dialog, start, '02:30');
  await expect(dialog.getByText(words.ui.clock.skipped).first()).toBeVisible();
  await typeInParts(dialog, dayName, day ?? '2028-11-05');
  await typeInParts(dialog, start, '01:05');
  await dialog.getByText('01:05 EST', { exact: true }).click();
  await dialog.getByRole('checkbox', { name: words.pair.stage.main_session }).uncheck();
  await dialog.getByRole('button', { name: words.meeting.booking.book, exact: true }).click();
  await expect(dialog).toBeHidden();
  const booked = await page.request.get(`/api/v1${PROGRAM}/pairs/${pair.id}/meetings`);
  const { meetings } = (await booked.json()) as { meetings: { startsAt: string; endsAt: string }[] };
  expect(meetings).toContainEqual(
    expect.objectContaining({
      startsAt: `${day ?? '2028-11-05'}T06:05:00.000Z`,
      endsAt: `${day ?? '2028-11-05'}T06:30:00.000Z`,
    }),
  );
});

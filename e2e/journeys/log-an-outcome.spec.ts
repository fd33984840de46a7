import type { Page } from '@playwright/test';
import { expect, expectAccessible, PROGRAM, pairsOf, takeOwn, test } from '../support/test';
import { wordsOf } from '../support/words';

// The startup has few open pairs after their main session: two tests at once would write about the same one.
test.describe.configure({ mode: 'default' });

type Meeting = { id: string; state: string; stage: string };
type Logged = { outcomes: { meetingId: string; interest: number; note: string | null; stands: boolean }[] };

/** A held main session of the signed-in startup that only this test of this project writes about. */
async function ownMeeting(
  page: Page,
  title: string,
  project: string,
): Promise<{ meetingId: string; pairId: string }> {
  const pairs = await pairsOf(page, 'met=main_session&status=open&limit=1000&sort=investor');
  const pair = takeOwn(pairs, title, project);
  const response = await page.request.get(`/api/v1${PROGRAM}/pairs/${pair.id}/meetings`);
  const { meetings } = (await response.json()) as { meetings: Meeting[] };
  const meeting = meetings.find(({ state, stage }) => state === 'held' && stage === 'main_session');
  if (!meeting) throw new Error('no held main session');
  return { meetingId: meeting.id, pairId: pair.id };
}

async function outcomesOf(page: Page, pairId: string, note: string): Promise<Logged['outcomes']> {
  const response = await page.request.get(`/api/v1${PROGRAM}/pairs/${pairId}/outcomes`);
  return ((await response.json()) as Logged).outcomes.filter((outcome) => outcome.note === note);
}

/** Interest 5, one question, an amount under discussion and a note. */
async function fill(page: Page, language: 'ko' | 'en', note: string): Promise<void> {
  const words = wordsOf(language).outcome;
  await page.locator('label', { has: page.locator('input[name="interest"][value="5"]') }).click();
  const patents = page.locator('input[name="asked"][value="patents"]');
  if (!(await patents.isChecked())) await page.locator('label', { has: patents }).click();
  await page.getByLabel(words.money.label).fill(language === 'ko' ? '12억' : '1.2bn');
  await writeNote(page, language, note);
}

async function writeNote(page: Page, language: 'ko' | 'en', note: string): Promise<void> {
  const words = wordsOf(language).outcome;
  const field = page.getByLabel(words.note.label, { exact: true });
  if (!(await field.isVisible())) await page.getByText(words.note.open, { exact: true }).click();
  await field.fill(note);
}

const saveButton = (page: Page) => page.locator('form button[type="submit"]').last();

test('a startup logs an outcome and an amount; a reload on the way loses nothing', async ({ as, language }, {
  title,
  project,
}) => {
  const page = await as('startup');
  const { meetingId, pairId } = await ownMeeting(page, title, project.name);
  const note = `${title} ${project.name}`;
  await page.goto(`${PROGRAM}/meetings/${meetingId}/outcome`);
  await fill(page, language, note);
  await page.reload();
  await expect(page.locator('input[name="interest"][value="5"]')).toBeChecked();
  await expect(page.getByLabel(wordsOf(language).outcome.note.label, { exact: true })).toHaveValue(note);
  expect(await outcomesOf(page, pairId, note)).toEqual([]);
  await expectAccessible(page);
  await saveButton(page).click();
  await expect(
    page.getByRole('heading', { name: wordsOf(language).outcome.saved.title, exact: true }),
  ).toBeVisible();
  expect(await outcomesOf(page, pairId, note)).toMatchObject([{ meetingId, interest: 5, stands: true }]);
  const [pair] = (await pairsOf(page, 'limit=1000')).filter(({ id }) => id === pairId);
  expect(pair?.amounts).toMatchObject([{ minor: 1_200_000_000, currency: 'KRW' }]);
});

test('an expired sign-in keeps the draft, says so, and saves after signing in again', async ({
  as,
  language,
}, { title, project, retry }) => {
  const page = await as('startup');
  const { meetingId, pairId } = await ownMeeting(page, title, project.name);
  const note = `${title} ${project.name} ${retry}`;
  await page.goto(`${PROGRAM}/meetings/${meetingId}/outcome`);
  await fill(page, language, note);
  const kept = await page.context().cookies();
  await page.context().clearCookies({ name: 'rt_sign_in' });
  await saveButton(page).click();
  await expect(page.getByRole('dialog', { name: wordsOf(language).viewer.again.title })).toBeVisible();
  // Away from the form, which would go on by itself as soon as the sign-in is back.
  await page.goto('/sign-in');
  await page.context().addCookies(kept);
  expect(await outcomesOf(page, pairId, note)).toEqual([]);
  await page.goto(`${PROGRAM}/meetings/${meetingId}/outcome`);
  const saved = page.getByRole('heading', { name: wordsOf(language).outcome.saved.title, exact: true });
  // What was sent while signed out may go on by itself; else the form still holds what was typed.
  await expect(async () => {
    if (!(await saved.isVisible())) {
      await expect(page.getByLabel(wordsOf(language).outcome.note.label, { exact: true })).toHaveValue(note);
      await saveButton(page).click({ timeout: 2_000 });
    }
    await expect(saved).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  expect(await outcomesOf(page, pairId, note)).toHaveLength(1);
});

test('T32 M10 without a network it waits on the device, and goes out once when the network is back', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('startup');
  const { meetingId, pairId } = await ownMeeting(page, title, project.name);
  const note = `${title} ${project.name}`;
  await page.goto(`${PROGRAM}/meetings/${meetingId}/outcome`);
  await fill(page, language, note);
  await page.context().setOffline(true);
  await saveButton(page).click();
  await expect(page.getByText(wordsOf(language).outcome.waiting.offline)).toBeVisible();
  await page.context().setOffline(false);
  await expect(
    page.getByRole('heading', { name: wordsOf(language).outcome.saved.title, exact: true }),
  ).toBeVisible({ timeout: 30_000 });
  expect(await outcomesOf(page, pairId, note)).toHaveLength(1);
});

test('T32 what the version before left on the device is sent after an update, and once', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('startup');
  const { meetingId, pairId } = await ownMeeting(page, title, project.name);
  const note = `${title} ${project.name}`;
  const { personId } = (await (await page.request.get('/api/v1/account')).json()) as { personId: string };
  const left = {
    ...{ key: `left-${project.name}-${meetingId}`, slug: 'boston-2023', meetingId, title: note },
    ...{ path: `${PROGRAM}/meetings/${meetingId}/outcome`, body: { interest: 4, note } },
  };
  await page.goto(`${PROGRAM}/meetings/outcomes`);
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
    `rt.outcome.outbox.${personId}`,
    JSON.stringify([left]),
  ] as const);
  await page.reload();
  await expect(page.getByText(wordsOf(language).outcome.pending.sent.replace('{title}', note))).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await outcomesOf(page, pairId, note)).toMatchObject([{ meetingId, interest: 4, stands: true }]);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /outbox|queue/.test(key))),
  ).toEqual([]);
});

test('7.37 a currency that was spelled goes with its text; the chosen one stays', async ({ as, language }, {
  title,
  project,
}) => {
  const page = await as('startup');
  const { meetingId } = await ownMeeting(page, title, project.name);
  await page.goto(`${PROGRAM}/meetings/${meetingId}/outcome`);
  const words = wordsOf(language).outcome.money;
  const typed = page.getByLabel(words.label);
  const currency = page.getByLabel(words.currency, { exact: true });
  await expect(currency).toHaveValue('KRW');
  await typed.fill('$4.2M');
  await expect(currency).toHaveValue('USD');
  await typed.fill('210억');
  await expect(currency).toHaveValue('KRW');
  await currency.selectOption('EUR');
  await typed.fill('$4.2M');
  await expect(currency).toHaveValue('USD');
  await typed.fill('3.5M');
  await expect(currency).toHaveValue('EUR');
});

test('the list of what is to log leads to the form', async ({ as, language }) => {
  const page = await as('startup');
  await page.goto(`${PROGRAM}/meetings/outcomes`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const first = page.getByRole('link', { name: new RegExp(wordsOf(language).outcome.toLog.write) }).first();
  await first.click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}\/outcome/);
  await expect(saveButton(page)).toBeVisible();
});

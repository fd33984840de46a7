import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PROGRAM,
  takeOwn,
  test,
  typeInParts,
  willingPairsOf,
} from '../support/test';
import { wordsOf } from '../support/words';

type Pair = { id: string; startup: { id: string }; investor: { id: string } };

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  const answer = await page.request.post(`/api/v1${PROGRAM}${path}`, { data, headers });
  expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

async function statesOf(page: Page, { id }: Pair): Promise<Record<string, string>> {
  const answer = await page.request.get(`/api/v1${PROGRAM}/pairs/${id}/meetings`);
  const { meetings } = (await answer.json()) as {
    meetings: { startsAt: string; state: string; stage: string }[];
  };
  return Object.fromEntries(meetings.map(({ startsAt, state }) => [startsAt, state]));
}

test('7.19 a meeting of a pair that is not to meet comes back, and is moved ahead, for a reason', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('officer');
  const words = wordsOf(language).meeting;
  const list = await willingPairsOf(page, 'stage=candidate&status=open&limit=300&sort=startup');
  const pair: Pair = takeOwn(list, title, project.name);
  const month = String(1 + (project.name.length % 12)).padStart(2, '0');
  const book = (startsAt: string, endsAt: string) =>
    post<{ meetingId: string; version: number }>(page, `/pairs/${pair.id}/meetings`, {
      stage: 'follow_up',
      ...{ startsAt, endsAt },
    });
  const back = `2027-${month}-21T01:00:00.000Z`;
  const off = await book(back, `2027-${month}-21T01:25:00.000Z`);
  await post(page, `/meetings/${off.meetingId}/cancel`, { version: off.version, reason: '투자사 사정' });
  await book(`2024-${month}-21T01:00:00.000Z`, `2024-${month}-21T01:25:00.000Z`);
  await post(page, `/pairs/${pair.id}/wish`, { said: 'no_thanks', side: 'office' });

  // By its own day at the venue: other journeys may have meetings of the same pair.
  const open = async (state: string, year: number) => {
    const of = `startup=${pair.startup.id}&investor=${pair.investor.id}&stage=follow_up`;
    await page.goto(`${PROGRAM}/meetings?day=${year}-${month}-20&state=${state}&${of}`);
    const row = page.locator('tbody tr').filter({ has: page.getByRole('button') });
    await expect(row).toHaveCount(1);
    await expect(async () => {
      await row.getByRole('button').last().click();
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 });
    }).toPass();
    return page.getByRole('dialog');
  };

  const cancelled = await open('cancelled', 2027);
  const again = cancelled.getByRole('button', { name: words.mark.back, exact: true });
  await again.click();
  const why = cancelled.getByLabel(words.mark.allTheSame);
  await expect(why).toBeFocused();
  await expect(cancelled.getByText(words.refusal.gate_no_thanks)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await why.fill('두 대표가 다시 만나기로 함');
  await again.click();
  await expect(cancelled).toBeHidden();
  expect((await statesOf(page, pair))[back]).toBe('scheduled');
  const { meetingId } = off;
  const mark = await page.request.get(`/api/v1${PROGRAM}/meetings/${meetingId}`);
  const { version } = (await mark.json()) as { version: number };
  await post(page, `/meetings/${meetingId}/cancel`, { version, reason: '투자사 사정' });

  const over = await open('scheduled', 2024);
  await over.getByRole('button', { name: words.move.open, exact: true }).click();
  await typeInParts(over, words.booking.day, `2027-${month}-22`);
  await over.getByRole('button', { name: words.move.submit, exact: true }).click();
  const reason = over.getByLabel(words.move.allTheSame);
  await expect(reason).toBeFocused();
  await expect(over.getByText(words.refusal.gate_no_thanks)).toBeVisible();
  await reason.fill('두 대표가 다시 만나기로 함');
  await over.getByRole('button', { name: words.move.submit, exact: true }).click();
  await expect(over).toBeHidden();
  // Follow-ups are planned by the clock of Seoul, which has no summer time; other journeys may meet the same pair ahead.
  const states = await statesOf(page, pair);
  expect(states[`2027-${month}-22T01:00:00.000Z`]).toBe('scheduled');
  expect(Object.keys(states).filter((startsAt) => startsAt.startsWith(`2024-${month}`))).toEqual([]);
});

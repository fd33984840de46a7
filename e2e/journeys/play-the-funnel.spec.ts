import { readFileSync } from 'node:fs';
import { expect, PROGRAM, test } from '../support/test';
import { wordsOf } from '../support/words';

const dayOf = (url: string) => new URL(url).searchParams.get('asOf') ?? '';

test('the funnel plays from one day of change to the next until it is told to stop', async ({
  as,
  language,
}) => {
  const words = wordsOf(language)['funnel-time'].play;
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel?asOf=2023-04-20`);
  const pause = page.getByRole('button', { name: words.pause, exact: true });
  await expect(async () => {
    const play = page.getByRole('button', { name: words.play, exact: true });
    if (await play.isVisible()) await play.click();
    await expect(pause).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect.poll(() => dayOf(page.url()) > '2023-04-21', { timeout: 20_000 }).toBe(true);
  await pause.click();
  await expect(page.getByRole('button', { name: words.play, exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const stopped = dayOf(page.url());
  const response = await page.request.get(`/api/v1${PROGRAM}/funnel?asOf=${stopped}`);
  const { stages } = (await response.json()) as { stages: { stage: string; reached: number }[] };
  const reached = stages.find(({ stage }) => stage === 'video_call')?.reached ?? -1;
  await expect(
    page
      .locator('a[href*="figure=reached:video_call"]:visible')
      .filter({ hasText: `${reached}` })
      .first(),
  ).toHaveAttribute('href', new RegExp(`asOf=${stopped}`));
});

test('a chart is saved as a picture that carries its label', async ({ as, language }) => {
  const words = wordsOf(language)['funnel-time'].file;
  const page = await as('manager');
  await page.goto(`${PROGRAM}/funnel?asOf=2023-05-03&knownOn=2023-05-03`);
  for (const kind of ['svg', 'png'] as const) {
    const download = page.waitForEvent('download', { timeout: 30_000 });
    const item = page.getByRole('menuitem', { name: new RegExp(`^${words[kind]}`) });
    await expect(async () => {
      if (!(await item.isVisible()))
        await page.getByRole('button', { name: words.save, exact: true }).first().click();
      // The menu that closes behind the first choice may take the second opening with it.
      await item.click({ timeout: 2_000 });
    }).toPass();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^funnel-boston-2023-2023-05-03.*\\.${kind}$`));
    const bytes = readFileSync(await file.path());
    if (kind === 'png') expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    else expect(bytes.toString('utf8')).toContain(language === 'ko' ? '2023. 5. 3.' : '3 May 2023');
  }
});

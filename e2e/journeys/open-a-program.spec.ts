import type { Locator } from '@playwright/test';
import { expect, test } from '../support/test';
import { wordsOf } from '../support/words';

test('an admin opens a program, and each new party has its pairs at once', async ({ as, language }, {
  project,
  retry,
}) => {
  const page = await as('admin');
  const words = wordsOf(language).program.form;
  const slug = `journey-${project.name}-${retry}`;
  await page.goto('/programs/new');
  await page.getByLabel(words.name, { exact: true }).fill(`여정 ${project.name}`);
  await page.getByLabel(words.slug).fill(slug);
  await page.getByRole('button', { name: words.create, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/programs/${slug}`));
  const add = async (what: 'startups' | 'investors', data: object) => {
    const response = await page.request.post(`/api/v1/programs/${slug}/${what}`, { data });
    expect(response.status()).toBe(201);
  };
  for (const name of ['하나기업', '두리기업']) await add('startups', { name, sector: 'ai' });
  for (const name of ['Firm One', 'Firm Two', 'Firm Three']) await add('investors', { name });
  const response = await page.request.get(`/api/v1/programs/${slug}/pairs?limit=100`);
  const { items } = (await response.json()) as { items: { stage: string; status: string }[] };
  expect(items).toHaveLength(6);
  expect([...new Set(items.map(({ stage, status }) => `${stage} ${status}`))]).toEqual(['candidate open']);
  await page.goto(`/programs/${slug}/pairs`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('7.39 three toasts leave the button that was pressed free, and take none of its clicks', async ({
  as,
  language,
}, { project, retry }) => {
  const page = await as('admin');
  const slug = `toasts-${project.name}-${retry}`;
  const data = { slug, name: '토스트', homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expect((await page.request.post('/api/v1/programs', { data })).status()).toBe(201);
  // What is done stays until the end of the test, so that three of them stand at once.
  await page.addInitScript(() => {
    const real = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, wait?: number) => (wait === 5000 ? 0 : real(run, wait))) as never;
  });
  const words = wordsOf(language).program.form;
  await page.goto(`/programs/${slug}/settings`);
  const save = page.getByRole('button', { name: words.save, exact: true });
  const toasts = page.locator('.ui-toast');
  for (const count of [1, 2, 3]) {
    await page.getByLabel(words.venue, { exact: true }).fill(`장소 ${count}`);
    await save.click();
    await expect(toasts).toHaveCount(count);
    await expect(save).toBeFocused();
    await expect.poll(() => isFree(save), `below ${count} toasts`).toBe(true);
    await toasts.last().evaluate((toast) => Promise.all(toast.getAnimations().map((each) => each.finished)));
    expect(await isFree(save), `below ${count} toasts at rest`).toBe(true);
  }
});

/** Whether a press anywhere on the button reaches it. */
function isFree(button: Locator): Promise<boolean> {
  return button.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const spots = [left + 4, (left + right) / 2, right - 4].flatMap((x) =>
      [top + 4, (top + bottom) / 2, bottom - 4].map((y) => document.elementFromPoint(x, y)),
    );
    return spots.every((found) => node.contains(found));
  });
}

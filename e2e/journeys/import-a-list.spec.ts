import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/test';
import { wordsOf } from '../support/words';

const FILE = ['회사명,산업,소개', '뉴로핏랩,AI,뇌 영상', '(주)스텝원,AI,새 소개', '클린에너지,우주,'].join(
  '\n',
);

async function namesIn(page: Page, slug: string): Promise<string[]> {
  const response = await page.request.get(`/api/v1/programs/${slug}/startups`);
  const { items } = (await response.json()) as { items: { name: string }[] };
  return items.map(({ name }) => name).sort();
}

test('an officer imports a list: answers a conflict, corrects a row, sees what was written, and undoes it', async ({
  as,
  language,
}, { project, retry }) => {
  const page = await as('admin');
  const words = wordsOf(language).import;
  const slug = `import-${project.name}-${retry}`;
  const data = { slug, name: '가져오기', homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expect((await page.request.post('/api/v1/programs', { data })).status()).toBe(201);
  const known = { name: '스텝원', sector: 'ai' };
  expect((await page.request.post(`/api/v1/programs/${slug}/startups`, { data: known })).status()).toBe(201);

  await page.goto(`/programs/${slug}/startups`);
  await page.getByRole('link', { name: words.link, exact: true }).click();
  await expect(page.getByRole('radio', { name: words.kind.startups, exact: true })).toBeChecked();
  await expectAccessible(page);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });

  // The name is nearly that of a startup which is there: nothing is guessed.
  await page.getByRole('button', { name: words.choice.record.replace('{name}', '스텝원') }).click();
  const tab = (name: string) =>
    page
      .getByRole('navigation', { name: words.rows.views })
      .getByRole('link', { name: new RegExp(`^${name}\\s*\\d`) });
  await tab(words.verdict.rejected).click();
  const cell = page.getByRole('textbox', { name: `${words.field.startups.sector}, 4` });
  await expect(cell).toHaveValue('우주');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await cell.fill('에너지');
  await cell.press('Enter');
  await expect(tab(words.verdict.create)).toContainText('2');
  await expect(tab(words.verdict.change)).toContainText('1');
  expect(await namesIn(page, slug)).toEqual(['스텝원']);

  await page.getByRole('button', { name: /3/ }).last().click();
  const undo = page.getByRole('button', { name: words.undo.button, exact: true });
  await expect(undo).toBeVisible();
  expect(await namesIn(page, slug)).toEqual(['뉴로핏랩', '스텝원', '클린에너지']);

  await undo.click();
  const dialog = page.getByRole('dialog', { name: words.undo.title });
  await expect(dialog.getByText(/\d/).first()).toBeVisible();
  await dialog.getByRole('button', { name: words.undo.confirm, exact: true }).click();
  await expect(page.getByText(words.state.undone, { exact: true })).toBeVisible();
  expect(await namesIn(page, slug)).toEqual(['스텝원']);
});

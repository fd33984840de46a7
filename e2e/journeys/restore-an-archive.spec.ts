import { expect, test } from '../support/test';
import { wordsOf } from '../support/words';

test('9.1 an archive is shown before it is restored, and leads into the program as it was', async ({
  as,
  language,
}, { project, retry }) => {
  const page = await as('admin');
  const words = wordsOf(language);
  const slug = `archived-${project.name}-${retry}`;
  const post = async (path: string, data: object) =>
    expect((await page.request.post(`/api/v1/programs${path}`, { data })).status()).toBe(201);
  const zones = { homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  await post('', { slug, name: `보관한 프로그램 ${project.name}`, nameEn: 'Archived', ...zones });
  for (const name of ['하나기업', '두리기업']) await post(`/${slug}/startups`, { name, sector: 'ai' });
  for (const name of ['Firm One', 'Firm Two']) await post(`/${slug}/investors`, { name });
  const buffer = await (await page.request.get(`/api/v1/programs/${slug}/archive`)).body();

  await page.goto('/programs');
  await page.getByRole('link', { name: words.program.list.restore }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.archive.title })).toBeVisible();
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'notes.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(page.getByText(words.archive.refusal.archive_unknown)).toBeVisible();

  await file.setInputFiles({ name: 'archive.zip', mimeType: 'application/zip', buffer });
  const contents = page.getByRole('region', { name: words.archive.contents.title });
  await expect(contents.getByText(`보관한 프로그램 ${project.name} · Archived`)).toBeVisible();
  await expect(page.getByText(words.archive.refusal.archive_unknown)).toHaveCount(0);
  const address = page.getByLabel(words.program.form.slug);
  await expect(address).toHaveValue(new RegExp(`^${slug}-\\d+$`));
  await address.fill(slug);
  const restore = page.getByRole('button', { name: words.archive.restore, exact: true });
  await restore.click();
  await expect(page.getByText(words.archive.refusal.slug_taken)).toBeVisible();
  await address.fill(`${slug}-again`);
  await restore.click();
  await expect(page).toHaveURL(new RegExp(`/programs/${slug}-again`));
  const { items } = await (await page.request.get(`/api/v1/programs/${slug}-again/pairs`)).json();
  expect(items).toHaveLength(4);
});

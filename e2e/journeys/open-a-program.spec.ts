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

import { expect, test } from '../support/test';
import { wordsOf } from '../support/words';

test('9.5 a set-up that was left goes on where it stood; its clone takes the tables along, and is deleted by its name', async ({
  as,
  language,
}, { project, retry }) => {
  const page = await as('admin');
  const { setup, tables, clone, delete: removal } = wordsOf(language).program;
  const slug = `setup-${project.name}-${retry}`;
  const name = `준비 ${project.name} ${retry}`;
  const data = { slug, name, homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expect((await page.request.post('/api/v1/programs', { data })).status()).toBe(201);
  const stage = { stage: 'main_session', startsOn: '2027-03-10', endsOn: '2027-03-10', meetingMinutes: 25 };
  const stages = [{ ...stage, timeZone: 'America/New_York', usesTables: true }];
  expect((await page.request.put(`/api/v1/programs/${slug}/stages`, { data: { stages } })).status()).toBe(
    200,
  );

  await page.goto(`/programs/${slug}/setup?step=stages`);
  await page.getByRole('button', { name: setup.next, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: setup.step.tables })).toBeVisible();
  await page.getByLabel(tables.names).fill('1-3');
  await page.getByRole('button', { name: tables.add, exact: true }).click();
  const steps = page.getByRole('navigation', { name: setup.steps }).getByRole('listitem');
  const ofTables = steps.filter({ hasText: setup.step.tables });
  await expect(ofTables.getByText(setup.done, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: setup.next, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: setup.step.slots })).toBeVisible();

  await page.goto(`/programs/${slug}`);
  await page.getByRole('link', { name: setup.goOn, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: setup.step.slots })).toBeVisible();

  await page.goto(`/programs/${slug}/settings`);
  await page.getByRole('button', { name: clone.action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(clone.name, { exact: true }).fill(`${name} 2`);
  await dialog.locator('input[name="slug"]').fill(`${slug}-2`);
  await dialog.locator('input[name="startsOn"]').fill('2028-03-15');
  await dialog.getByRole('button', { name: clone.submit, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/programs/${slug}-2/setup`));
  const cloned = (await (await page.request.get(`/api/v1/programs/${slug}-2`)).json()) as {
    stages: { startsOn: string }[];
    tables: { name: string }[];
  };
  expect(cloned.stages.map(({ startsOn }) => startsOn)).toEqual(['2028-03-15']);
  expect(cloned.tables.map((table) => table.name)).toEqual(['1', '2', '3']);

  await page.goto(`/programs/${slug}-2/settings`);
  await page.getByRole('button', { name: removal.action, exact: true }).click();
  const confirm = page.getByRole('dialog');
  await confirm.locator('input[name="name"]').fill(`${name} 2`);
  await confirm.getByRole('button', { name: removal.action, exact: true }).click();
  await expect(page).toHaveURL(/\/programs$/);
  expect((await page.request.get(`/api/v1/programs/${slug}-2`)).status()).toBe(404);
});

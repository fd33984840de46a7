import type { Page } from '@playwright/test';
import { expect, PROGRAM, pairsOf, takeOwn, test } from '../support/test';
import { wordsOf } from '../support/words';

test('T31 two tabs write the same next step: the second is asked, with both versions and the one both had read', async ({
  as,
  language,
}, { title, project }) => {
  const mine = await as('officer');
  const words = wordsOf(language).pair.page;
  const { conflict } = wordsOf(language).common;
  const list = await pairsOf(mine, 'stage=candidate&status=open&limit=300&sort=-startup');
  const pair = takeOwn(list, title, project.name);
  const theirs = await mine.context().newPage();
  const open = async (page: Page) => {
    await page.goto(`${PROGRAM}/pairs/${pair.id}`);
    await expect(async () => {
      const opens = page
        .getByRole('button', { name: words.editNextStep, exact: true })
        .or(page.getByRole('button', { name: words.planNextStep, exact: true }));
      if (await opens.first().isVisible()) await opens.first().click();
      await expect(step(page)).toBeVisible({ timeout: 2_000 });
    }).toPass();
  };
  const step = (page: Page) => page.getByRole('textbox', { name: words.nextStep, exact: true });
  const save = (page: Page) => page.getByRole('button', { name: words.save, exact: true }).click();
  const stands = async () => {
    const [item] = await pairsOf(mine, `startup=${pair.startup.id}&investor=${pair.investor.id}`);
    return (item as unknown as { nextStep: { text: string } | null }).nextStep?.text;
  };
  await open(mine);
  await open(theirs);
  const [first, second] = [`먼저 ${project.name}`, `나중 ${project.name}`];
  await step(theirs).fill(first);
  await save(theirs);
  await expect.poll(stands).toBe(first);
  await step(mine).fill(second);
  await save(mine);
  const asked = mine.getByRole('alert').filter({ hasText: conflict.title });
  await expect(asked).toContainText(first);
  await expect(asked).toContainText(second);
  expect(await stands(), 'nothing is written before the choice').toBe(first);
  await save(mine);
  await expect.poll(stands).toBe(second);
});

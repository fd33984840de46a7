import { SAMPLE_PASSWORD } from '../../lib/person/rules/sample-people';
import { plannedProgram } from '../support/planned-program';
import { expect, PROGRAM, pairsOf, takeOwn, test } from '../support/test';
import { wordsOf } from '../support/words';

test('7.25 a form sent after the sign-in ended asks to sign in, keeps what was typed and goes on', async ({
  as,
  language,
}, { project, retry }) => {
  const page = await as('admin');
  const { address } = await plannedProgram(page, `signed-out-${project.name}-${retry}`);
  const { party, startup, viewer } = wordsOf(language);
  const name = `늦은로그인 ${project.name}`;
  await page.goto(`${address}/startups/new`);
  await page.getByRole('textbox', { name: startup.form.name }).first().fill(name);
  await page.getByLabel(party.form.sector).selectOption('ai');
  // Signed out in another tab: the browser has no sign-in any more.
  await page.context().clearCookies({ name: 'rt_sign_in' });
  await page.getByRole('button', { name: party.form.add, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: viewer.again.title });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(viewer.signIn.password).fill('not the right one');
  await dialog.getByRole('button', { name: viewer.again.submit, exact: true }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await dialog.getByLabel(viewer.signIn.password).fill(SAMPLE_PASSWORD);
  await dialog.getByRole('button', { name: viewer.again.submit, exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/startups\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
});

test('7.25 without a network a dialog says so, keeps what was typed and can be tried again', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('officer');
  const { pair: words, error } = wordsOf(language);
  const { move } = words.pipeline;
  const list = await pairsOf(page, 'status=open&stage=candidate&limit=300');
  const pair = takeOwn(list, title, project.name);
  await page.goto(`${PROGRAM}/pairs/${pair.id}`);
  const dialog = page.getByRole('dialog', { name: move.statusTitle.on_hold });
  await expect(async () => {
    await page.getByRole('button', { name: words.page.status, exact: true }).first().click();
    await page.getByRole('menuitem', { name: move.statusAction.on_hold }).click({ timeout: 2_000 });
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByLabel(move.whyText).fill('예산 확정을 기다립니다');
  await page.context().setOffline(true);
  await dialog.getByRole('button', { name: move.statusConfirm.on_hold, exact: true }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: error.unreachable.title })).toBeVisible();
  await expect(dialog.getByLabel(move.whyText)).toHaveValue('예산 확정을 기다립니다');
  await page.context().setOffline(false);
  await dialog.getByRole('button', { name: move.statusConfirm.on_hold, exact: true }).click();
  await expect(dialog).toBeHidden();
  const [after] = (await pairsOf(page, `startup=${pair.startup.id}&limit=60`)).filter(
    ({ id }) => id === pair.id,
  );
  expect(after?.status).toBe('on_hold');
});

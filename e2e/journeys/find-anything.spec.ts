import { expect, expectAccessible, PROGRAM, pairsOf, test } from '../support/test';

const FIELD = '이름, 메모, 할 일, 화면, 명령을 찾습니다';

test('the officer finds a pair, a page and a command with the keyboard alone', async ({ as }) => {
  const page = await as('officer');
  const [pair] = await pairsOf(page, 'stage=follow_up&limit=1');
  if (!pair) throw new Error('the sample has no pair in follow-up');
  await page.goto(PROGRAM);
  const field = page.getByRole('combobox', { name: FIELD });
  const meant = page.getByRole('listbox').getByRole('option', { selected: true });

  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page);
  await field.pressSequentially(`${pair.startup.name.slice(0, 3)} ${pair.investor.name.split(' ')[0]}`);
  await expect(meant).toContainText(`${pair.startup.name} × ${pair.investor.name}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/pairs/${pair.id}`));

  // What was opened stands first when nothing is typed.
  await page.keyboard.press('Control+k');
  await expect(meant).toContainText(pair.investor.name);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(new RegExp(`${PROGRAM}/meetings`));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Ctrl');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await field.pressSequentially('상담 예약');
  await expect(meant).toContainText('상담 예약');
});

test('on a phone a button opens the search, and a startup finds nothing of another', async ({ as }) => {
  const page = await as('startup');
  const rival = await as('rival');
  const [theirs] = await pairsOf(rival, 'limit=1');
  if (!theirs) throw new Error('the rival has no pair');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(PROGRAM);
  const field = page.getByRole('combobox', { name: FIELD });
  await expect(async () => {
    await page.getByRole('button', { name: '찾기', exact: true }).click();
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  await field.fill(theirs.startup.name);
  await expect(page.getByRole('status').filter({ hasText: '찾은 항목이 없습니다.' })).toBeVisible();
  await field.fill(theirs.investor.name);
  await expect(page.getByRole('option').first()).toContainText(theirs.investor.name);
  await expect(page.getByRole('option').filter({ hasText: theirs.startup.name })).toHaveCount(0);
});

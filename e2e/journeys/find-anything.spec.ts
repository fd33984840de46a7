import { expect, expectAccessible, PROGRAM, pairsOf, test } from '../support/test';
import { wordsOf } from '../support/words';

test('the officer finds a pair, a page and a command with the keyboard alone', async ({ as, language }) => {
  const words = wordsOf(language).search;
  const page = await as('officer');
  const [pair] = await pairsOf(page, 'stage=follow_up&limit=1');
  if (!pair) throw new Error('the sample has no pair in follow-up');
  await page.goto(PROGRAM);
  const field = page.getByRole('combobox', { name: words.label });
  const meant = page.getByRole('listbox').getByRole('option', { selected: true });

  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page);
  const startup = language === 'en' ? pair.startup.nameEn : pair.startup.name;
  await field.pressSequentially(`${startup.slice(0, 3)} ${pair.investor.name.split(' ')[0]}`);
  await expect(meant).toContainText(`${startup} × ${pair.investor.name}`);
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
  await field.pressSequentially(words.command.book);
  await expect(meant).toContainText(words.command.book);
});

test('on a phone a button opens the search, and a startup finds nothing of another', async ({
  as,
  language,
}) => {
  const words = wordsOf(language).search;
  const page = await as('startup');
  const rival = await as('rival');
  const [theirs] = await pairsOf(rival, 'limit=1');
  if (!theirs) throw new Error('the rival has no pair');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(PROGRAM);
  const field = page.getByRole('combobox', { name: words.label });
  await expect(async () => {
    await page.getByRole('button', { name: wordsOf(language).shell.search, exact: true }).click();
    await expect(field).toBeFocused({ timeout: 2000 });
  }).toPass();
  await field.fill(theirs.startup.name);
  await expect(page.getByRole('status').filter({ hasText: words.nothing })).toBeVisible();
  await field.fill(theirs.investor.name);
  await expect(page.getByRole('option').first()).toContainText(theirs.investor.name);
  await expect(page.getByRole('option').filter({ hasText: theirs.startup.name })).toHaveCount(0);
});

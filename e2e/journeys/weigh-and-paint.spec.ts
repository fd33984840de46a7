import { expect, expectAccessible, PROGRAM, pairsOf, takeOwn, test } from '../support/test';
import { wordsOf } from '../support/words';

/** By keys: for screens that have some. */
const WISHES = `${PROGRAM}/timetable/wishes`;
type RowJson = { kind: string; id: string; name: string; away: string[] };

test('the officer weighs a pair by a digit and gives the weight back to the evidence', async ({
  as,
  language,
}, { title, project }) => {
  const page = await as('officer');
  const pairs = await pairsOf(page, 'stage=follow_up&status=open&limit=200&sort=investor');
  const pair = takeOwn(pairs, title, project.name);
  const shown = language === 'ko' ? pair.startup.name : pair.startup.nameEn;
  await page.goto(`${WISHES}?stage=main_session&q=${encodeURIComponent(pair.investor.name)}`);
  const row = page.getByRole('row', { name: `${shown} × ${pair.investor.name}`, exact: true });
  const weightOf = async () => {
    const response = await page.request.get(`/api/v1${PROGRAM}/wishes?stage=main_session`);
    const { items } = (await response.json()) as { items: { pair: { id: string }; officeWeight: number }[] };
    return items.find((item) => item.pair.id === pair.id)?.officeWeight;
  };
  await row.focus();
  await page.keyboard.press('5');
  await expect.poll(weightOf).toBe(5);
  await expect(row.getByRole('button', { name: '5', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('0');
  await expect.poll(weightOf).toBeNull();
});

test('the officer paints a blackout by keys, reads what it did, and takes it back', async ({ as, language }, {
  title,
  project,
}) => {
  const page = await as('officer');
  const read = async (): Promise<RowJson[]> => {
    const response = await page.request.get(`/api/v1${PROGRAM}/timetables/blackouts?stage=pre_meeting`);
    return ((await response.json()) as { rows: RowJson[] }).rows;
  };
  const investors = (await read()).filter(({ kind, away }) => kind === 'investor' && away.length === 0);
  const party = takeOwn(investors, title, project.name);
  const awayOf = async () => (await read()).find(({ id }) => id === party.id)?.away.length;
  await page.goto(`${PROGRAM}/timetable/setup?stage=pre_meeting&part=availability`);
  await page.getByRole('rowheader').getByRole('button', { name: party.name, exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press(' ');
  await expect.poll(awayOf).toBe(3);
  const { state } = wordsOf(language)['timetable-setup'].availability;
  const squares = page.locator('tr', { has: page.getByRole('button', { name: party.name, exact: true }) });
  await expect(
    squares.getByRole('gridcell', { name: new RegExp(`^(${state.away}|${state.clash})`) }),
  ).toHaveCount(3);
  await page
    .getByRole('button', { name: wordsOf(language).ui.undo })
    .first()
    .click();
  await expect.poll(awayOf).toBe(0);
  await expectAccessible(page);
});

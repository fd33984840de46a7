import type { Locator, Page } from '@playwright/test';
import { type PlannedProgram, plannedProgram } from '../support/planned-program';
import { expect, expectAccessible, test } from '../support/test';
import { wordsOf } from '../support/words';

type Meeting = { pairId: string; investorId: string; slotId: string; isLocked: boolean };
type Grid = { meetings: Meeting[]; investors: { id: string; name: string }[]; proof: object | null };
type Overview = {
  published: { id: string; number: number } | null;
  history: { state: string; note: string | null }[];
  counts: { meetings: number };
};

const LEAVER = 'Beacon Row';
/** Four slots at three tables. */
const PLACES = 12;

/** What the server has, beside what the screen says. */
function readerOf(program: PlannedProgram) {
  const grid = (id: string) => program.get(`/timetables/${id}`) as Promise<Grid>;
  const overview = () => program.get('/timetables?stage=main_session') as Promise<Overview>;
  const locked = async (id: string) => (await grid(id)).meetings.filter(({ isLocked }) => isLocked);
  const isSolved = async (id: string) =>
    ((await program.get(`/timetables/${id}/run`)) as { run: { state: string } | null }).run?.state;
  const ofLeaver = async (id: string) => {
    const { meetings, investors } = await grid(id);
    const leaver = investors.find(({ name }) => name === LEAVER)?.id;
    return meetings.filter(({ investorId }) => investorId === leaver);
  };
  return { grid, overview, locked, isSolved, ofLeaver };
}

async function openedTimetable(page: Page, before = ''): Promise<string> {
  const idOf = () => /\/timetable\/([0-9a-f-]{36})(?:\?|$)/.exec(page.url())?.[1] ?? '';
  await expect.poll(() => idOf() !== '' && idOf() !== before, { timeout: 20_000 }).toBe(true);
  await page.waitForLoadState('networkidle');
  return idOf();
}

/** How a person presses things: with a pointer, or by giving them the focus and pressing Enter. */
type Hands = (target: Locator) => Promise<void>;
const byMouse: Hands = (target) => target.click();
const byKey: Hands = async (target) => {
  await target.focus();
  await target.press('Enter');
};

/** Presses until it is heard: a page shows before its buttons work. */
async function pressUntil(hands: Hands, target: Locator, shows: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shows.isVisible())) await hands(target);
    await expect(shows).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

async function makeDraft(page: Page, hands: Hands, language: 'ko' | 'en', address: string): Promise<string> {
  const words = wordsOf(language)['timetable-grid'].overview;
  await page.goto(`${address}/timetable`);
  await page.waitForLoadState('networkidle');
  await expect(page.getByText(words.nonePublished)).toBeVisible();
  await expectAccessible(page);
  const empty = page.getByRole('menuitem', { name: new RegExp(words.new.empty) });
  await pressUntil(hands, page.getByRole('button', { name: words.new.label, exact: true }), empty);
  await hands(empty);
  return openedTimetable(page);
}

async function publish(page: Page, hands: Hands, language: 'ko' | 'en', note: string): Promise<void> {
  const words = wordsOf(language)['timetable-grid'];
  const dialog = page.getByRole('dialog');
  const noted = dialog.getByLabel(words.publish.note);
  await pressUntil(hands, page.getByRole('button', { name: words.publish.open, exact: true }), noted);
  await noted.fill(note);
  await hands(dialog.getByRole('button', { name: words.publish.submit, exact: true }));
  await expect(page).toHaveURL(/\/timetable\?stage=main_session/, { timeout: 20_000 });
  await expect(page.getByRole('link', { name: words.overview.open, exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

/** Solves, and waits until what was found stands in the draft. */
async function solve(
  page: Page,
  hands: Hands,
  label: string,
  isSolved: () => Promise<string | undefined>,
): Promise<void> {
  await expect(async () => {
    const answer = page.waitForResponse((response) => response.url().endsWith('/solve'), { timeout: 15_000 });
    await hands(page.getByRole('button', { name: label, exact: true }));
    expect((await answer).status()).toBe(200);
  }).toPass();
  await expect.poll(isSolved, { timeout: 30_000 }).toBe('done');
  await expect(page.locator('[data-card]')).toHaveCount(PLACES, { timeout: 20_000 });
}

async function readWhy(page: Page, hands: Hands, language: 'ko' | 'en'): Promise<void> {
  const words = wordsOf(language)['timetable-grid'];
  const wish = page.locator('[data-wish]').first();
  const dialog = page.getByRole('dialog');
  await pressUntil(
    hands,
    wish.getByRole('button', { name: words.unplaced.why, exact: true }),
    dialog.getByRole('heading', { name: words.whyNot.slots }),
  );
  await expect(dialog.getByRole('heading', { name: words.whyNot.least })).toBeVisible();
  await expect(dialog.getByText(words.whyNot.verdict.free)).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

async function undo(page: Page, hands: Hands, language: 'ko' | 'en'): Promise<void> {
  const words = wordsOf(language)['timetable-grid'].overview;
  const confirm = page.getByRole('dialog').getByRole('button', { name: words.undo.confirm, exact: true });
  await pressUntil(hands, page.getByRole('button', { name: words.undo.open, exact: true }), confirm);
  // 7.40 Beside "게시 취소" the other button closes: "취소" could be either.
  const { cancel } = wordsOf(language).common;
  const { close } = wordsOf(language).ui;
  const others = page.getByRole('dialog').getByRole('button', { name: cancel, exact: true });
  await expect(others).toHaveCount(0);
  await expect(page.getByRole('dialog').getByText(close, { exact: true })).toBeVisible();
  await hands(confirm);
  await expect(page.getByText(words.nonePublished)).toBeVisible({ timeout: 20_000 });
}

/** The version that was taken back, as a draft again. */
async function copy(page: Page, hands: Hands, language: 'ko' | 'en', address: string, id: string) {
  const words = wordsOf(language)['timetable-grid'].menu;
  await page.goto(`${address}/timetable/${id}`);
  await page.waitForLoadState('networkidle');
  const item = page.getByRole('menuitem', { name: words.copy, exact: true });
  await pressUntil(hands, page.getByRole('button', { name: words.label, exact: true }), item);
  await hands(item);
  return openedTimetable(page, id);
}

async function loseTheFirm(page: Page, hands: Hands, language: 'ko' | 'en'): Promise<string> {
  const words = wordsOf(language)['timetable-grid'];
  await hands(page.getByRole('link', { name: words.overview.repair, exact: true }));
  const party = page.getByRole('combobox', { name: words.change.party });
  await expect(party).toBeVisible();
  await page.waitForLoadState('networkidle');
  await party.focus();
  await page.keyboard.type(LEAVER);
  if (hands === byKey) await page.keyboard.press('Enter');
  else await page.getByRole('option', { name: LEAVER }).click();
  await hands(page.getByRole('button', { name: words.repair.look, exact: true }));
  await expect(page.getByRole('radio').first()).toBeChecked({ timeout: 30_000 });
  await expect(page.getByText(words.repair.minimal).first()).toBeVisible();
  await expectAccessible(page);
  await hands(page.getByRole('button', { name: words.repair.take, exact: true }));
  return openedTimetable(page);
}

for (const [name, hands] of [
  ['mouse', byMouse],
  ['key', byKey],
] as const) {
  test(`the day is built by ${name}: solved, two locked, solved again, published, taken back, a firm lost, repaired`, async ({
    as,
    language,
  }, { project, retry }) => {
    test.setTimeout(300_000);
    const page = await as('admin');
    const words = wordsOf(language)['timetable-grid'];
    const program = await plannedProgram(page, `plan-${name}-${project.name}-${retry}`);
    const read = readerOf(program);

    const first = await makeDraft(page, hands, language, program.address);
    expect((await read.grid(first)).meetings).toEqual([]);
    await solve(page, hands, words.solve.start, () => read.isSolved(first));
    expect((await read.grid(first)).proof).not.toBeNull();
    await expectAccessible(page);
    await readWhy(page, hands, language);

    const cards = page.locator('[data-card]');
    if (hands === byMouse) {
      for (const at of [0, 1]) {
        await cards.nth(at).click();
        await page.getByRole('button', { name: words.chosen.lock, exact: true }).click();
        await page.getByRole('button', { name: words.chosen.cancel, exact: true }).click();
      }
    } else {
      await page.locator('[role="gridcell"][tabindex="0"]').focus();
      await page.keyboard.press('l');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('l');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Delete');
      await expect(cards).toHaveCount(PLACES - 1);
      await expect.poll(async () => (await read.grid(first)).meetings.length).toBe(PLACES - 1);
      await byKey(page.getByRole('button', { name: wordsOf(language).ui.undo, exact: true }).last());
    }
    await expect.poll(async () => (await read.locked(first)).length).toBe(2);
    await expect.poll(async () => (await read.grid(first)).meetings.length).toBe(PLACES);
    const kept = await read.locked(first);
    await solve(page, hands, words.solve.again, () => read.isSolved(first));
    expect(await read.locked(first)).toEqual(kept);

    await publish(page, hands, language, `${name} 1`);
    expect(await read.overview()).toMatchObject({
      published: { id: first, number: 1 },
      counts: { meetings: PLACES },
    });
    await undo(page, hands, language);
    expect(await read.overview()).toMatchObject({ published: null, counts: { meetings: 0 } });

    const second = await copy(page, hands, language, program.address, first);
    await publish(page, hands, language, `${name} 2`);
    expect((await read.ofLeaver(second)).length).toBeGreaterThan(0);
    const repaired = await loseTheFirm(page, hands, language);
    expect(await read.ofLeaver(repaired)).toEqual([]);
    await publish(page, hands, language, `${name} 3`);
    const { published, history } = await read.overview();
    expect(published?.id).toBe(repaired);
    expect(history.map(({ state, note }) => [state, note])).toEqual([
      ['published', `${name} 3`],
      ['replaced', `${name} 2`],
      ['withdrawn', `${name} 1`],
    ]);
  });
}

test('a manager reads the timetable and has nothing to press; a startup finds nothing there', async ({
  as,
  language,
}) => {
  const words = wordsOf(language)['timetable-grid'].overview;
  const manager = await as('manager');
  await manager.goto('/programs/boston-2023/timetable?stage=main_session');
  await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(manager.getByRole('button', { name: words.new.label, exact: true })).toHaveCount(0);
  await expectAccessible(manager);
  const startup = await as('startup');
  await startup.goto('/programs/boston-2023/timetable');
  // A page that loads in parts has answered 200 before it knows.
  const { notFoundTitle } = wordsOf(language).shell;
  await expect(startup.getByRole('heading', { name: notFoundTitle })).toBeVisible();
  const asked = await startup.request.get('/api/v1/programs/boston-2023/timetables?stage=main_session');
  expect(asked.status()).toBe(403);
});

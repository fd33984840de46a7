import type { Locator, Page } from '@playwright/test';
import { INVESTORS, officeLists, type Spreadsheet, STARTUPS } from '../support/six-spreadsheets';
import { expect, test, typeInParts } from '../support/test';
import { wordsOf } from '../support/words';

const DAY = '2031-03-12';
const PAIRS = STARTUPS * INVESTORS;
/** Pairs are written by the commands that people use, one after the other, twice: the first time to see what they say. */
const LONG = { timeout: 150_000 };
test.describe.configure({ timeout: 600_000 });

type Language = 'ko' | 'en';

/** A person at the screen, whose presses are counted. */
class Hand {
  presses = 0;
  private readonly began = Date.now();
  readonly page: Page;
  private readonly words: ReturnType<typeof wordsOf>;
  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = wordsOf(language);
  }

  async press(place: Locator): Promise<void> {
    this.presses += 1;
    await place.click();
  }

  /** Chooses a file of the kind that is chosen, looks at what it would do, and brings it in. */
  async bring({ rows, name, mimeType, buffer }: Spreadsheet): Promise<void> {
    const { page, words } = this;
    this.presses += 2;
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/, LONG);
    const apply = page.getByRole('button', { name: new RegExp(`(^|\\D)${rows}(\\D|$)`) }).last();
    await this.press(apply);
    await expect(page.getByRole('button', { name: words.import.undo.button })).toBeVisible(LONG);
  }

  /** The same from the import before: back to the start, where another kind is chosen. */
  async bringNext(file: Spreadsheet): Promise<void> {
    const { page, words } = this;
    const kind = page.getByRole('radio', { name: words.import.kind[file.kind], exact: true });
    await this.press(page.getByRole('main').getByRole('link', { name: words.import.title }));
    this.presses += 1;
    await expect(async () => {
      await page.locator('label').filter({ has: kind }).click({ timeout: 2_000 });
      await expect(kind).toBeChecked({ timeout: 1_000 });
    }).toPass();
    await this.bring(file);
  }

  tell(what: string): void {
    const seconds = Math.round((Date.now() - this.began) / 1000);
    console.info(`${what}: ${this.presses} presses, ${seconds} s`);
  }
}

/** All pairs are there with their wishes, and who is away is. */
async function expectWhole(page: Page, slug: string, language: Language): Promise<void> {
  const read = async <T>(path: string) =>
    (await (await page.request.get(`/api/v1/programs/${slug}${path}`)).json()) as T;
  type Wishes = { items: { wish: string | null }[] };
  const { items } = await read<Wishes>('/wishes?stage=main_session');
  expect(items.filter(({ wish }) => wish !== null)).toHaveLength(PAIRS);
  type Grid = { rows: { away: string[] }[] };
  const { rows } = await read<Grid>('/timetables/blackouts?stage=main_session');
  expect(rows.flatMap(({ away }) => away)).toHaveLength(STARTUPS + INVESTORS);

  const words = wordsOf(language);
  await page.goto(`/programs/${slug}/pairs`);
  await expect(page.getByText(new RegExp(`${STARTUPS} × ${INVESTORS} · ${PAIRS}`)).first()).toBeVisible(LONG);
  await page.goto(`/programs/${slug}/timetable/setup?stage=main_session&part=availability`);
  const { state } = words['timetable-setup'].availability;
  await expect(page.getByRole('gridcell', { name: new RegExp(`^${state.away}`) })).toHaveCount(
    STARTUPS + INVESTORS,
    LONG,
  );
}

test('an office opens an empty program and brings six spreadsheets into it', async ({
  as,
  language,
}, info) => {
  const page = await as('admin');
  const hand = new Hand(page, language);
  const words = wordsOf(language);
  const { form, setup, stages, tables, slots } = words.program;
  const slug = `sheets-${info.project.name}-${info.retry}`;
  const lists = await officeLists(language, { tag: slug, day: DAY });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const step = (name: keyof typeof setup.step) =>
    expect(page.getByRole('heading', { level: 2, name: setup.step[name] })).toBeVisible(LONG);

  await page.goto('/programs/new');
  await page.getByLabel(form.name, { exact: true }).fill(slug);
  await page.getByLabel(form.slug).fill(slug);
  await hand.press(button(form.create));
  await page.waitForURL(new RegExp(`/programs/${slug}/setup`), LONG);
  await step('stages');
  const name = words.pair.stage.main_session;
  await hand.press(page.getByRole('button', { name: `${stages.set} ${name}` }));
  const dialog = page.getByRole('dialog', { name });
  hand.presses += 1;
  await typeInParts(dialog, stages.startsOn, DAY);
  hand.presses += 1;
  await typeInParts(dialog, stages.endsOn, DAY);
  await hand.press(dialog.getByRole('button', { name: words.common.save, exact: true }));
  await expect(dialog).toBeHidden(LONG);
  await hand.press(button(setup.next));
  await step('tables');
  await page.getByLabel(tables.names).fill('1-15');
  await hand.press(button(tables.add));
  await expect(page.getByText('15', { exact: true }).first()).toBeVisible(LONG);
  await hand.press(button(setup.next));
  await step('slots');
  await hand.press(button(slots.add));
  await expect(page.getByRole('button', { name: slots.removeDay }).first()).toBeVisible(LONG);
  await hand.press(button(setup.next));
  await step('targets');
  await hand.press(button(setup.next));
  await step('startups');
  await hand.press(page.getByRole('main').getByRole('link', { name: words.import.link, exact: true }));
  await page.waitForURL(/\/import\?kind=startups/, LONG);
  await hand.bring(lists.startups);
  for (const file of [lists.investors, lists.contacts, lists.people, lists.pairs, lists.availability])
    await hand.bringNext(file);
  hand.tell(`${language}: an empty program and six spreadsheets`);
  await expectWhole(page, slug, language);
});

test('a clone needs only what a clone does not carry: wishes and availability', async ({
  as,
  language,
}, info) => {
  const page = await as('admin');
  const words = wordsOf(language);
  const slug = `cloned-${info.project.name}-${info.retry}`;
  const call = async (method: 'POST' | 'PUT', path: string, options: object) => {
    const response = await page.request.fetch(`/api/v1/programs${path}`, { method, ...options });
    expect(response.status(), await response.text()).toBeLessThan(300);
    return (await response.json()) as { id: string };
  };
  const zones = { homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  await call('POST', '', { data: { slug, name: slug, ...zones } });
  const stage = { stage: 'main_session', startsOn: DAY, endsOn: DAY, meetingMinutes: 25, usesTables: true };
  await call('PUT', `/${slug}/stages`, { data: { stages: [{ ...stage, timeZone: zones.venueZone }] } });
  const row = { day: DAY, firstStart: '09:00', minutes: 25, breakMinutes: 5, count: 13 };
  await call('POST', `/${slug}/slots`, { data: { stage: 'main_session', ...row } });
  const before = await officeLists(language, { tag: slug, day: DAY });
  for (const { kind, name, mimeType, buffer } of [before.startups, before.investors]) {
    const multipart = { kind, file: { name, mimeType, buffer } };
    const { id } = await call('POST', `/${slug}/imports`, { multipart });
    await call('POST', `/${slug}/imports/${id}/apply`, { data: {} });
  }

  const hand = new Hand(page, language);
  const { clone } = words.program;
  await page.goto(`/programs/${slug}/settings`);
  await hand.press(page.getByRole('button', { name: clone.action, exact: true }));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(clone.name, { exact: true }).fill(`${slug} 2`);
  await dialog.locator('input[name="slug"]').fill(`${slug}-2`);
  const next = '2032-03-10';
  await dialog.locator('input[name="startsOn"]').fill(next);
  await hand.press(dialog.getByRole('button', { name: clone.submit, exact: true }));
  await page.waitForURL(new RegExp(`/programs/${slug}-2/setup`), LONG);
  const lists = await officeLists(language, { tag: slug, day: next });
  await page.goto(`/programs/${slug}-2/import?kind=wishes`);
  await hand.bring(lists.wishes);
  await hand.bringNext(lists.availability);
  hand.tell(`${language}: a clone, wishes and availability`);
  await expectWhole(page, `${slug}-2`, language);
});

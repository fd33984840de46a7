import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  type PairJson,
  PROGRAM,
  pairsOf,
  takeOwn,
  test,
} from '../support/test';
import { wordsOf } from '../support/words';

const WISHES = `${PROGRAM}/timetable/wishes`;
const PHONE = { width: 390, height: 844 };

type WishJson = { pair: { id: string }; wish: string | null; own: string | null };

async function wishOf(page: Page, pairId: string): Promise<WishJson | undefined> {
  const response = await page.request.get(`/api/v1${PROGRAM}/wishes`);
  expect(response.status()).toBe(200);
  const { items } = (await response.json()) as { items: WishJson[] };
  return items.find(({ pair }) => pair.id === pairId);
}

/** Two open pairs of the startup of which only this test of this project speaks. */
async function ownPairs(page: Page, title: string, project: string): Promise<[PairJson, PairJson]> {
  const pairs = await pairsOf(page, 'status=open&limit=1000&sort=investor');
  const first = takeOwn(pairs, title, project);
  const left = pairs.filter(({ id }) => id !== first.id);
  return [first, takeOwn(left, `${title} no thanks`, project)];
}

/** The four words of an investor on the phone of a startup. */
function wordsFor(page: Page, language: 'ko' | 'en', { investor }: PairJson) {
  const label = wordsOf(language)['timetable-setup'].own.wordOf.replace('{investor}', investor.name);
  return page.getByRole('group', { name: label, exact: true });
}

test('a startup says on its phone whom it must meet and whom not; the office reads the word of the pair, the rival nothing', async ({
  as,
  language,
}, { title, project }) => {
  const words = wordsOf(language)['timetable-setup'].wishes;
  const startup = await as('startup');
  await startup.setViewportSize(PHONE);
  const [liked, refused] = await ownPairs(startup, title, project.name);
  await startup.goto(PROGRAM);
  await startup.getByRole('link', { name: wordsOf(language)['timetable-setup'].own.entry }).click();
  await expect(startup).toHaveURL(new RegExp(`${WISHES}$`));
  await expectAccessible(startup);
  await expectNoSidewaysScroll(startup);

  const must = wordsFor(startup, language, liked).getByRole('button', { name: words.word.must, exact: true });
  await must.click();
  await expect(must).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await wishOf(startup, liked.id))?.own).toBe('must');

  // A no-thanks is final: it is asked about once, and can be left alone.
  const no = wordsFor(startup, language, refused);
  await no.getByRole('button', { name: words.word.no_thanks, exact: true }).click();
  await startup.getByRole('button', { name: wordsOf(language).common.cancel, exact: true }).click();
  expect((await wishOf(startup, refused.id))?.own).toBeNull();
  await no.getByRole('button', { name: words.word.no_thanks, exact: true }).click();
  await startup
    .getByRole('dialog')
    .getByRole('button', { name: words.noThanks.confirm, exact: true })
    .click();
  await expect(no).toHaveCount(0);
  await expect.poll(async () => (await wishOf(startup, refused.id))?.own).toBe('no_thanks');
  const changed = await startup.request.post(`/api/v1${PROGRAM}/pairs/${refused.id}/wish`, {
    data: { said: 'like' },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  });
  expect(changed.status()).toBe(422);

  const rival = await as('rival');
  expect(await wishOf(rival, liked.id)).toBeUndefined();
  expect(await wishOf(rival, refused.id)).toBeUndefined();
  await rival.goto(WISHES);
  await expect(rival.getByRole('heading', { level: 1 })).toBeVisible();
  const { name, nameEn } = liked.startup;
  expect(await rival.content()).not.toContain(language === 'ko' ? name : nameEn);

  const officer = await as('officer');
  const rowOf = async (pair: PairJson) => {
    const shown = language === 'ko' ? pair.startup.name : pair.startup.nameEn;
    await officer.goto(`${WISHES}?stage=main_session&q=${encodeURIComponent(pair.investor.name)}`);
    return officer.getByRole('row', { name: `${shown} × ${pair.investor.name}`, exact: true });
  };
  await expect(await rowOf(liked)).toContainText(words.word.must);
  const never = await rowOf(refused);
  await expect(never).toContainText(words.doNotMeet);
  // Nothing is told apart: the pair does not meet, and there is no word of a side to read or to change.
  await expect(never.getByRole('button')).toHaveCount(0);
  expect(await wishOf(officer, refused.id)).toMatchObject({ wish: 'no_thanks', own: null });
});

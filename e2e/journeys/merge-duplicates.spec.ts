import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/test';

/* A firm that stands in the program twice becomes one, and two again. */

const words = {
  ko: {
    merge: '병합',
    undo: '병합 되돌리기',
    comes: /옮겨지는 기록/,
    done: /병합했습니다/,
    apart: /다시 분리했습니다/,
  },
  en: {
    merge: 'Merge',
    undo: 'Undo the merge',
    comes: /What moves from/,
    done: /merged into/,
    apart: /separate again/,
  },
};

test('the office merges a firm that stands in the list twice, and takes it apart again', async ({
  as,
  language,
}, { project, retry }) => {
  const t = words[language];
  const office = await as('admin');
  // A program of its own: two more firms would change the counts that other journeys read.
  const slug = `merge-${project.name}-${retry}`;
  const program = `/programs/${slug}`;
  const data = { slug, name: '병합', homeZone: 'Asia/Seoul', venueZone: 'America/New_York' };
  expect((await office.request.post('/api/v1/programs', { data })).status()).toBe(201);
  const add = async (name: string, more: object) => {
    const answer = await office.request.post(`/api/v1${program}/investors`, {
      data: { name, sameName: true, ...more },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.status()).toBe(201);
    return ((await answer.json()) as { investorId: string }).investorId;
  };
  const kept = await add('Twin Capital', {});
  const merged = await add('Twin Capital LLC', { city: 'Boston', summary: 'Seed investor' });
  await office.goto(`${program}/investors/${kept}/merge?with=${merged}`);
  await expect(office.getByRole('heading', { name: t.comes })).toBeVisible();
  await expectAccessible(office);
  await expectNoSidewaysScroll(office);
  await office.getByRole('button', { name: t.merge, exact: true }).click();
  await expect(office.getByText(t.done)).toBeVisible();
  await expect(office).toHaveURL(new RegExp(`/investors/${kept}$`));
  // What the kept one said nothing of was taken from the other one.
  await expect(office.getByText('Seed investor')).toBeVisible();
  await office.getByRole('button', { name: t.undo }).click();
  await expect(office.getByText(t.apart)).toBeVisible();
  await expect(office.getByText('Seed investor')).toBeHidden();
});

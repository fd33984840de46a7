import type { Page } from '@playwright/test';
import { plannedProgram } from '../support/planned-program';
import { expect, expectFieldsKeepTheZoom, expectNoSidewaysScroll, PROGRAM, test } from '../support/test';

const HANGUL = '가나다라마바사아자차카타파하거너더러머버서어저처';
const LATIN = 'Unbrokenname'.repeat(6);
/** As long as a name may be, and in one piece. */
const LONGEST = '가'.repeat(110);
const PROGRAM_NAME = '2027년 하반기 글로벌 투자유치 상담회 및 후속 네트워킹 (보스턴·뉴욕)';
const PROGRAM_NAME_EN = 'Second half of 2027: investment meetings and follow-up networking';
const ADDRESS = `https://${'averylongaddress'.repeat(8)}.example/${'x'.repeat(120)}`;

/** Words that stand a letter or two a line: what is left of a text that was squeezed. */
function squeezed(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) =>
    [...main.querySelectorAll('h1, h2, h3, p, a, span, th, td, dd, li')].flatMap((node) => {
      const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
      const text = own.map((child) => child.textContent ?? '').join('');
      const style = getComputedStyle(node);
      if (
        text.trim().length < 5 ||
        node.closest('.sr-only') ||
        !node.checkVisibility() ||
        style.writingMode !== 'horizontal-tb'
      )
        return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
      const lines = new Set(boxes.map(({ top }) => Math.round(top))).size;
      const widest = Math.max(0, ...boxes.map(({ width }) => width));
      return lines >= 4 && widest < 3 * Number.parseFloat(style.fontSize) ? [text.trim()] : [];
    }),
  );
}

test('7.26 unbroken names and long addresses fit the page; 7.34 no text is squeezed at 200 % zoom', async ({
  as,
}, { project, retry }) => {
  const page = await as('admin');
  const { address, post, get } = await plannedProgram(page, `long-${project.name}-${retry}`);
  const { program } = (await get('')) as { program: { version: number } };
  const named = { name: PROGRAM_NAME, nameEn: PROGRAM_NAME_EN };
  const renamed = await page.request.patch(`/api/v1${address}`, {
    data: { version: program.version, changes: named },
  });
  expect(renamed.status(), await renamed.text()).toBe(200);
  await post('/startups', { name: LONGEST, sector: 'ai' });
  const { startupId } = await post('/startups', {
    name: HANGUL,
    nameEn: LATIN,
    sector: 'ai',
    website: ADDRESS,
    summary: ADDRESS,
  });
  const { investorId } = await post('/investors', {
    name: LATIN,
    city: HANGUL,
    website: ADDRESS,
    focus: [LATIN.slice(0, 60)],
  });
  const found = (await get(`/pairs?startup=${startupId}&investor=${investorId}`)) as {
    items: { id: string }[];
  };
  const pair = found.items[0]?.id;
  await post(`/pairs/${pair}/notes`, { body: `${ADDRESS} ${HANGUL}`, visibility: 'program' });
  const size = page.viewportSize();
  const widths = (size?.width ?? 0) < 640 ? [360] : [720, 760];
  for (const width of widths) {
    await page.setViewportSize({ width, height: size?.height ?? 900 });
    for (const path of [
      '',
      '/pairs',
      `/pairs?startup=${startupId}`,
      '/pairs?view=table',
      `/pairs/${pair}`,
      '/startups',
      `/startups/${startupId}`,
      `/investors/${investorId}`,
      `/investors/${investorId}/edit`,
      '/audit',
      '/funnel/reports',
      '/funnel',
      '/timetable/wishes',
    ]) {
      await page.goto(address + path);
      await expectNoSidewaysScroll(page);
      await expectFieldsKeepTheZoom(page);
      expect(await squeezed(page), `${width} ${path}`).toEqual([]);
    }
  }
});

test('the bar of a phone cuts the name of the program before its buttons', async ({ as }) => {
  const page = await as('officer');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(PROGRAM);
  // What is in sight of the bar, after the sign of the product.
  const [, name, ...buttons] = await page
    .locator('header.shell-bar')
    .evaluate((bar) =>
      [...bar.children]
        .map((each) => each.getBoundingClientRect().toJSON() as DOMRect)
        .filter(({ width }) => width > 0),
    );
  expect(buttons.length).toBeGreaterThan(1);
  for (const button of buttons) expect(name?.right).toBeLessThanOrEqual(button.left);
});

import { mkdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { asOwner } from './own-account';

export type Who = 'admin' | 'officer' | 'manager' | 'startup' | 'rival';
export const PROGRAM = '/programs/boston-2023';

type Fixtures = {
  /** The page of a person of the sample, signed in and in the language of the project. */
  as: (who: Who) => Promise<Page>;
  /** The language the project reads. */
  language: 'ko' | 'en';
};
type Options = { language: 'ko' | 'en' };
type WorkerFixtures = { signIns: Map<Who, Awaited<ReturnType<BrowserContext['cookies']>>> };

/** What a browser says of things the test asked for: a refused request, and the network it was taken off. */
const ASKED_FOR = /the server responded with a status of (401|403|404|409|422)|ERR_INTERNET_DISCONNECTED/;

/** Console errors and uncaught ones, hydration warnings among them, fail the test. */
function listen(page: Page, noise: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !ASKED_FOR.test(message.text())) noise.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (!ASKED_FOR.test(String(error))) noise.push(String(error));
  });
}

export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  language: ['ko', { option: true }],
  signIns: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern.
    async ({}, use) => {
      await use(new Map());
    },
    { scope: 'worker' },
  ],
  page: async ({ page, language, baseURL }, use) => {
    const noise: string[] = [];
    listen(page, noise);
    await page.context().addCookies([{ name: 'rt_locale', value: language, url: baseURL ?? '' }]);
    await use(page);
    expect(noise, 'written to the console').toEqual([]);
  },
  as: async (
    { browser, contextOptions, language, baseURL, signIns, viewport, hasTouch, isMobile, userAgent },
    use,
  ) => {
    const noise: string[] = [];
    const open: BrowserContext[] = [];
    await use(async (who) => {
      const options = {
        ...contextOptions,
        viewport,
        hasTouch,
        isMobile,
        userAgent,
        ...(baseURL ? { baseURL } : {}),
      };
      const context = await browser.newContext(options as typeof contextOptions);
      open.push(context);
      const url = baseURL ?? '';
      const page = await context.newPage();
      listen(page, noise);
      const cookies = signIns.get(who);
      if (cookies) await context.addCookies(cookies);
      else {
        await page.goto('/sign-in');
        await page.locator(`button[value="${who}@sample.example"]`).click();
        await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'));
        if (who === 'admin') await giveTwoProofs(`${who}@sample.example`);
        signIns.set(
          who,
          (await context.cookies()).filter(({ name }) => name === 'rt_sign_in'),
        );
      }
      await context.addCookies([{ name: 'rt_locale', value: language, url }]);
      return page;
    });
    for (const context of open) await context.close();
    expect(noise, 'written to the console').toEqual([]);
  },
});

/** While a program of another journey asks for two proofs, an admin who gave one has no right over the installation. */
function giveTwoProofs(email: string): Promise<void> {
  return asOwner(
    'update sign_in set factor_met_at = now() where person_id = (select id from person where email = $1)',
    [email],
  );
}

export { expect };

/** No violation of WCAG 2.2 AA that axe can see, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // The legacy mode looks into no frame and needs half the time. Without a frame it finds the same.
  expect(page.frames(), `frames of ${page.url()}`).toHaveLength(1);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode(true)
    .analyze();
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => node.target.join(' '))
        .join(' | ')}`,
  );
  expect.soft(told, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing sticks out sideways of the screen: a phone widens its layout to what sticks out, so that is no measure. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const over = width - (page.viewportSize()?.width ?? 0);
  expect.soft(over, `sideways scroll of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** On a phone no field is smaller than 16 pixels: below that the browser zooms in when it gets the focus, and stays there. */
export async function expectFieldsKeepTheZoom(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 640) return;
  const small = await page
    .locator('input:not([type="checkbox"], [type="radio"], [type="hidden"]), select, textarea')
    .evaluateAll((fields) =>
      fields
        .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
        .map((field) => `${field.tagName} ${field.getAttribute('name') ?? field.className}`),
    );
  expect.soft(small, `7.26 small fields of ${page.url()}`).toEqual([]);
}

/** Types a day (`2026-03-08`) or a time (`10:00`) part by part into the field of that name, as people do. */
export async function typeInParts(scope: Locator, name: string | RegExp, value: string): Promise<void> {
  const field = scope.getByRole('group', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  await field.getByRole('spinbutton').first().click();
  await scope.page().keyboard.type(value.replace(/\D/g, ''));
}

export type PairJson = {
  id: string;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  stage: string;
  status: string;
  version: number;
  amounts: { rung: string; minor: number; currency: string; effectiveOn: string }[];
};

/** Pairs as the page's person sees them through the API. */
export async function pairsOf(page: Page, query: string): Promise<PairJson[]> {
  const response = await page.request.get(`/api/v1${PROGRAM}/pairs?${query}`);
  expect(response.status()).toBe(200);
  return ((await response.json()) as { items: PairJson[] }).items;
}

/** The same without those of which a side has said no: booking such a pair asks for a reason first. */
export async function willingPairsOf(page: Page, query: string): Promise<PairJson[]> {
  const response = await page.request.get(`/api/v1${PROGRAM}/wishes`);
  expect(response.status()).toBe(200);
  const { items } = (await response.json()) as { items: { pair: { id: string }; wish: string | null }[] };
  const unwilling = new Set(items.filter(({ wish }) => wish === 'no_thanks').map(({ pair }) => pair.id));
  return (await pairsOf(page, query)).filter(({ id }) => !unwilling.has(id));
}

/**
 * One of these that no other test of this run has, in whichever worker; where all are taken, the one taken longest ago.
 * Which one a test begins with follows from its name.
 */
export function takeOwn<T extends { id: string }>(list: readonly T[], title: string, project: string): T {
  let sum = 7;
  for (const sign of `${project} ${title}`) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  const inTurn = list.map((_, step) => list[(sum + step) % list.length] as T);
  const claims = path.join(process.env.E2E_DATA_DIR ?? '', 'claims');
  mkdirSync(claims, { recursive: true });
  const own = inTurn.find(({ id }) => claim(path.join(claims, id))) ?? oldest(inTurn, claims);
  if (own === undefined) throw new Error('nothing to take');
  return own;
}

/** A folder can be made once: whoever makes it has it. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function oldest<T extends { id: string }>(list: readonly T[], claims: string): T | undefined {
  const since = ({ id }: T) => statSync(path.join(claims, id)).mtimeMs;
  const found = list.toSorted((a, b) => since(a) - since(b))[0];
  if (found) utimesSync(path.join(claims, found.id), new Date(), new Date());
  return found;
}

import { chromium } from '@playwright/test';
import { findBrowser } from '@/scripts/test/browser';

const RUNS = 7;

/** Median time from asking for the matrix to an arrow key moving its focus, in ms, over a few loads of a warm server. */
export async function measureMatrix(address: string, signIn: string): Promise<object> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ko-KR' });
    await context.addCookies([{ name: 'rt_sign_in', value: signIn, url: address }]);
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const page = await context.newPage();
      const from = performance.now();
      await page.goto(`${address}/programs/boston-2023/pairs?view=matrix`, { waitUntil: 'commit' });
      const cell = page.locator('[role="grid"] td[tabindex="0"], [role="grid"] td [tabindex="0"]').first();
      await cell.waitFor();
      await cell.focus();
      const first = await cell.evaluateHandle(() => document.activeElement);
      for (let tries = 0; tries < 100; tries += 1) {
        await page.keyboard.press('ArrowRight');
        if (await first.evaluate((element) => document.activeElement !== element)) break;
        await page.waitForTimeout(20);
      }
      // The first load warms the server and the browser.
      if (run > 0) times.push(performance.now() - from);
      await page.close();
    }
    times.sort((a, b) => a - b);
    return {
      name: 'matrix_usable',
      ms: Math.round(times[Math.floor(RUNS / 2)] ?? 0),
      aimMs: 1000,
      loads: RUNS,
    };
  } finally {
    await browser.close();
  }
}

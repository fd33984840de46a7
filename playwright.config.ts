import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/test/browser';

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const korean = { language: 'ko' as const, locale: 'ko-KR' };
/** Depends on no language and no screen: once is enough. */
const once = ['**/access/stranger.spec.ts'];
/** Matrix, board, table, the planning of a day and the opening of a program are for wide screens; phones read the same pairs by startup. */
const wide = [
  '**/journeys/matrix-by-keyboard.spec.ts',
  '**/journeys/move-many-ways.spec.ts',
  '**/journeys/weigh-and-paint.spec.ts',
  '**/journeys/build-the-timetable.spec.ts',
  '**/journeys/print-the-lists.spec.ts',
  '**/journeys/come-from-spreadsheets.spec.ts',
];
/** The dark theme differs in colours alone: one wide and one narrow screen are enough. */
const dark = ['**/access/accessible-dark.spec.ts'];
const english = { language: 'en' as const, locale: 'en-US' };

export default defineConfig<{ language: 'ko' | 'en' }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A journey that passes only at its second try is told by name, and counted apart.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    // Set by the global set-up, which the workers inherit.
    baseURL: process.env.E2E_ADDRESS,
    timezoneId: 'Asia/Seoul',
    trace: 'retain-on-failure',
    launchOptions: await findBrowser(),
  },
  projects: [
    { name: 'desktop', use: { ...desktop, ...korean } },
    { name: 'phone', testIgnore: [...once, ...wide], use: { ...phone, ...korean } },
    { name: 'desktop-english', testIgnore: [...once, ...dark], use: { ...desktop, ...english } },
    { name: 'phone-english', testIgnore: [...once, ...dark, ...wide], use: { ...phone, ...english } },
  ],
});

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { onStage } from './bench/stage';
import { withClient } from './database/connection';
import { main } from './problem';
import { ROOT } from './serve/settings';
import { findBrowser } from './test/browser';

const FOLDER = path.join(ROOT, 'docs/screenshots');
const PROGRAM = '/programs/boston-2023';

type Shot = {
  name: string;
  person: string;
  path: string;
  width: number;
  height: number;
  locale: 'ko' | 'en';
};

/** The README's pictures, taken of the running product with its sample, so that they stay true. */
await main(() =>
  onStage(async ({ address, ownerUrl }) => {
    mkdirSync(FOLDER, { recursive: true });
    const meeting = await oneToLog(ownerUrl);
    const shots: Shot[] = [
      {
        name: 'matrix',
        person: 'officer',
        path: `${PROGRAM}/pairs?view=matrix&asOf=2023-05-03`,
        width: 1440,
        height: 900,
        locale: 'ko',
      },
      {
        name: 'funnel',
        person: 'manager',
        path: `${PROGRAM}/funnel`,
        width: 1440,
        height: 900,
        locale: 'en',
      },
      {
        name: 'board',
        person: 'officer',
        path: `${PROGRAM}/pairs?view=board`,
        width: 1440,
        height: 900,
        locale: 'ko',
      },
      {
        name: 'outcome',
        person: 'startup',
        path: `${PROGRAM}/meetings/${meeting}/outcome`,
        width: 390,
        height: 844,
        locale: 'ko',
      },
    ];
    const browser = await chromium.launch(await findBrowser());
    try {
      for (const shot of shots) {
        const context = await browser.newContext({ viewport: { width: shot.width, height: shot.height } });
        await context.addCookies([{ name: 'rt_locale', value: shot.locale, url: address }]);
        await take(context, address, shot);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  }),
);

async function take(
  context: BrowserContext,
  address: string,
  { name, person, path: place }: Shot,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${address}/sign-in?next=${encodeURIComponent(place)}`);
  await page.locator(`button[value="${person}@sample.example"]`).click();
  await page.waitForURL((url) => url.pathname + url.search === place);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 72 });
}

/** A held main session of the sample's startup that nobody has logged yet, or any held one. */
async function oneToLog(ownerUrl: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select m.id from meeting m join membership b on b.program_id = m.program_id and b.startup_id = m.startup_id
       join person p on p.id = b.person_id and p.email = 'startup@sample.example'
       where m.state = 'held'
       order by exists (select from outcome o where o.program_id = m.program_id and o.meeting_id = m.id), m.starts_at desc limit 1`,
    );
    return rows[0]?.id ?? '';
  });
}

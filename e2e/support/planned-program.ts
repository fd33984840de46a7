import type { Page } from '@playwright/test';
import { expect } from './test';

export type PlannedProgram = {
  /** `/programs/…`, for pages and, below `/api/v1`, for requests. */
  address: string;
  post: (path: string, data: object) => Promise<Record<string, unknown>>;
  get: (path: string) => Promise<Record<string, unknown>>;
};

const STARTUPS = ['가람바이오', '나래로보틱스', '다온에이아이', '라온헬스'];
const FIRMS = ['Harbor Peak', 'Quincy Ventures', 'Beacon Row', 'Charles Bend', 'Fenway Fund', 'Long Wharf'];

/**
 * A program of its own for one test: four startups, six investors, one main session with four slots at three tables.
 * Twelve places for twenty-four wishes, two of them musts: some must stay without a place.
 */
export async function plannedProgram(admin: Page, slug: string): Promise<PlannedProgram> {
  const call = async (method: 'GET' | 'POST' | 'PUT', path: string, data?: object) => {
    const response = await admin.request.fetch(`/api/v1${path}`, { method, ...(data ? { data } : {}) });
    expect(response.status(), `${method} ${path}: ${await response.text()}`).toBeLessThan(300);
    return (await response.json()) as Record<string, unknown>;
  };
  await call('POST', '/programs', {
    slug,
    name: `계획 ${slug}`,
    nameEn: `Plan ${slug}`,
    homeZone: 'Asia/Seoul',
    venueZone: 'America/New_York',
  });
  const address = `/programs/${slug}`;
  const post = (path: string, data: object) => call('POST', `${address}${path}`, data);
  const day = '2031-04-28';
  await call('PUT', `${address}/stages`, {
    stages: [
      {
        stage: 'main_session',
        startsOn: day,
        endsOn: day,
        timeZone: 'America/New_York',
        meetingMinutes: 25,
        usesTables: true,
      },
    ],
  });
  await post('/tables', { names: ['1', '2', '3'] });
  await post('/slots', {
    stage: 'main_session',
    day,
    firstStart: '09:00',
    minutes: 25,
    breakMinutes: 5,
    count: 4,
  });
  for (const name of STARTUPS) await post('/startups', { name, sector: 'ai' });
  for (const name of FIRMS) await post('/investors', { name });
  const get = (path: string) => call('GET', `${address}${path}`);
  const { items } = (await get('/pairs?limit=100&sort=investor')) as { items: { id: string }[] };
  for (const pair of items.slice(0, 2)) await post(`/pairs/${pair.id}/wish`, { said: 'must' });
  for (const pair of items.slice(2, 14)) await post(`/pairs/${pair.id}/wish`, { said: 'like' });
  return { address, post, get };
}

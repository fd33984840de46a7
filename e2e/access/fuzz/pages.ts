import { AUTH_ROUTES } from '@/app/api/auth/options';
import type { Things } from '../world';
import type { Ask } from './ask';
import type { Plan } from './plan';

/** Pages about a program's things, and what their addresses may carry. */
const PAGES: readonly ((t: Things) => string)[] = [
  () => '/',
  () => '/sign-in',
  () => '/programs',
  () => '/account',
  () => '/funnels',
  () => '/invitations/x',
  ...['/sign-in/forgot', '/sign-in/email', '/sign-in/link/x'].map((page) => () => page),
  ...AUTH_ROUTES.map((route) => () => `/api/auth/${route.split(' ')[1]}`),
  (t) => `/programs/${t.slug}`,
  ...['pairs', 'meetings', 'investors', 'startups', 'people', 'audit', 'settings', 'waves'].map(in_),
  ...['timetable', 'timetable/setup', 'timetable/wishes', 'meetings/outcomes'].map(in_),
  ...['funnel', 'funnel/rows', 'funnel/time', 'funnel/split', 'funnel/compare', 'funnel/reports'].map(in_),
  ...['funnel/reports/1', 'funnel/waves', 'funnel/quality'].map(in_),
  (t) => `/programs/${t.slug}/pairs/${t.pairId}`,
  (t) => `/programs/${t.slug}/startups/${t.startupId}`,
  (t) => `/programs/${t.slug}/investors/${t.investorId}`,
  (t) => `/programs/${t.slug}/meetings/${t.meetingId}/outcome`,
];
const KEYS = [
  'view',
  'q',
  'sort',
  'stage',
  'status',
  'cursor',
  'asOf',
  'knownOn',
  'from',
  'figure',
  'with',
  'by',
  'next',
  'day',
];

function in_(path: string): (t: Things) => string {
  return (t) => `/programs/${t.slug}/${path}`;
}

/** Every page once, as it stands: what a request has left behind must be readable. */
export function plainPages(things: Things): string[] {
  return PAGES.map((page) => page(things));
}

/** A page asked with what a plan bends; a POST is a form that was never ours, or garbage for a server action. */
export function pageRequestOf(index: number, plan: Plan, things: Things, cookie: string | null): Ask {
  const page = PAGES[index % PAGES.length] as (t: Things) => string;
  const path = plan.part ? `${page(things)}/${plan.part.value}` : page(things);
  const bends = plan.bends.map(({ at, value }) => {
    const text = String(typeof value === 'object' ? JSON.stringify(value) : value).toWellFormed();
    return `${KEYS[at % KEYS.length]}=${encodeURIComponent(text)}`;
  });
  const query = plan.query ?? bends.join('&').slice(0, 12_000);
  const method = plan.body === null ? 'GET' : 'POST';
  const headers: Record<string, string> = { ...(cookie ? { cookie } : {}), ...plan.header };
  if (plan.body !== null) headers['content-length'] = String(Buffer.byteLength(plan.body));
  return { method, path: query ? `${path}?${query}` : path, headers, body: plan.body };
}

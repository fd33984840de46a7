import type { AppIconName } from '@/components/shell/app-icon';
import type { Role } from '@/lib/core/scope';

/** The places of a program, by their address below it and the icon they carry. */
const PLACES = {
  home: ['', 'home'],
  pairs: ['/pairs', 'pairs'],
  timetable: ['/timetable', 'timetable'],
  meetings: ['/meetings', 'meetings'],
  funnel: ['/funnel', 'funnel'],
  startups: ['/startups', 'startups'],
  investors: ['/investors', 'investors'],
  people: ['/people', 'people'],
  audit: ['/audit', 'audit'],
  settings: ['/settings', 'settings'],
} as const satisfies Record<string, readonly [path: string, icon: AppIconName]>;

export type Place = keyof typeof PLACES;

const OFFICE: readonly Place[] = [
  'home',
  'pairs',
  'timetable',
  'meetings',
  'funnel',
  'startups',
  'investors',
  'people',
  'audit',
  'settings',
];

/** In the order of use: the first four or five are what a thumb reaches on a phone. */
const NAV: Readonly<Record<Role, readonly Place[]>> = {
  admin: OFFICE,
  officer: OFFICE,
  manager: ['home', 'funnel', 'pairs', 'meetings', 'timetable', 'startups', 'investors'],
  startup: ['home', 'meetings', 'pairs', 'investors'],
};

export function programNav(slug: string, role: Role) {
  return NAV[role].map((place) => {
    const [path, icon] = PLACES[place];
    return { place, href: `/programs/${slug}${path}`, icon, exact: place === 'home' };
  });
}

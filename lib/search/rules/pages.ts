import type { Role } from '@/lib/core/scope';

/** Where a page stands: `path` below its program's address, or an address of its own. Its words: messages search.page. */
type PageOf<Id extends string> = { id: Id; path: string; roles: readonly Role[] };

const ALL: readonly Role[] = ['admin', 'officer', 'manager', 'startup'];
const READERS: readonly Role[] = ['admin', 'officer', 'manager'];
const OFFICE: readonly Role[] = ['admin', 'officer'];

const page = <const Id extends string>(id: Id, path: string, roles: readonly Role[]): PageOf<Id> => ({
  ...{ id, path, roles },
});

/** The pages of a program that have an address of their own, in the order of the menu. */
const PROGRAM_PAGES = [
  page('home', '', ALL),
  page('pairs', '/pairs', ALL),
  page('board', '/pairs?view=board', ALL),
  page('table', '/pairs?view=table', ALL),
  page('timetable', '/timetable', READERS),
  page('timetableRules', '/timetable/setup', READERS),
  page('availability', '/timetable/setup?part=availability', READERS),
  page('wishes', '/timetable/wishes', ALL),
  page('meetings', '/meetings', ALL),
  page('outcomes', '/meetings/outcomes', ['admin', 'officer', 'startup']),
  page('funnel', '/funnel', READERS),
  page('funnelSplit', '/funnel/split', READERS),
  page('funnelCompare', '/funnel/compare', READERS),
  page('funnelTime', '/funnel/time', READERS),
  page('reports', '/funnel/reports', READERS),
  page('followUp', '/funnel/waves', READERS),
  page('quality', '/funnel/quality', READERS),
  page('ownFollowUp', '/waves', ['startup']),
  page('startups', '/startups', READERS),
  page('investors', '/investors', ALL),
  page('people', '/people', OFFICE),
  page('audit', '/audit', OFFICE),
  page('settings', '/settings', OFFICE),
  page('stages', '/settings/stages', OFFICE),
  page('venue', '/settings/venue', OFFICE),
  page('rates', '/settings/rates', OFFICE),
  page('newStartup', '/startups/new', OFFICE),
  page('newInvestor', '/investors/new', OFFICE),
];

/** The pages beside programs; `funnels` for whoever reads a program's funnel. */
const INSTALLATION_PAGES = [
  page('programs', '/programs', ALL),
  page('funnels', '/funnels', READERS),
  page('account', '/account', ALL),
  page('allPeople', '/people', ['admin']),
  page('installationAudit', '/people/audit', ['admin']),
  page('newProgram', '/programs/new', ['admin']),
];

type PageId = (typeof PROGRAM_PAGES | typeof INSTALLATION_PAGES)[number]['id'];
export type Page = { id: PageId; href: string };

/** The pages of one program for a role in it. */
export function programPages(slug: string, role: Role): Page[] {
  return PROGRAM_PAGES.filter(({ roles }) => roles.includes(role)).map(({ id, path }) => ({
    id,
    href: `/programs/${slug}${path}`,
  }));
}

/** Those beside programs for a person with these roles. */
export function installationPages(roles: readonly Role[]): Page[] {
  return INSTALLATION_PAGES.filter((each) => roles.some((role) => each.roles.includes(role))).map(
    ({ id, path }) => ({ id, href: path }),
  );
}

/** The roles a viewer has anywhere; everybody may open what is everybody's. */
export function rolesOf(viewer: { isAdmin: boolean; programs: readonly { role: Role }[] }): Role[] {
  return [
    ...new Set<Role>([
      ...(viewer.isAdmin ? ['admin' as const] : []),
      'startup',
      ...viewer.programs.map(({ role }) => role),
    ]),
  ];
}

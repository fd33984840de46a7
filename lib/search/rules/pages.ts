import type { Role, Viewer } from '@/lib/core/scope';

/**
 * Where a page stands: `path` below its program's address, or an address of its own. `changes`: of no use in a closed program.
 * Its words: messages search.page. Menu, palette and sheet of keys are made of this list; each page asks its policy again.
 */
type PageOf<Id extends string> = { id: Id; path: string; roles: readonly Role[]; changes: boolean };

const ALL: readonly Role[] = ['admin', 'officer', 'manager', 'startup'];
const READERS: readonly Role[] = ['admin', 'officer', 'manager'];
const OFFICE: readonly Role[] = ['admin', 'officer'];

const page = <const Id extends string>(
  id: Id,
  path: string,
  roles: readonly Role[],
  { changes = false } = {},
): PageOf<Id> => ({ id, path, roles, changes });

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
  page('suggestions', '/timetable/suggestions', READERS),
  page('suggestionRecord', '/timetable/suggestions/record', READERS),
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
  page('settings', '/settings', READERS),
  page('stages', '/settings/stages', READERS),
  page('venue', '/settings/venue', READERS),
  page('rates', '/settings/rates', READERS),
  page('close', '/settings#close', OFFICE, { changes: true }),
  page('clone', '/settings#clone', ['admin']),
  page('archive', '/settings#archive', ['admin']),
  page('setup', '/setup', OFFICE, { changes: true }),
  page('import', '/import', OFFICE, { changes: true }),
  page('newStartup', '/startups/new', OFFICE, { changes: true }),
  page('newInvestor', '/investors/new', OFFICE, { changes: true }),
];

/** The pages beside programs; `funnels` for whoever reads a program's funnel. */
const INSTALLATION_PAGES = [
  page('programs', '/programs', ALL),
  page('funnels', '/funnels', READERS),
  page('allPeople', '/people', ['admin']),
  page('account', '/account', ALL),
  page('comparePrograms', '/funnels/compare', READERS),
  page('installationAudit', '/people/audit', ['admin']),
  page('newProgram', '/programs/new', ['admin']),
  page('restoreArchive', '/programs/restore-archive', ['admin']),
];

type ProgramPageId = (typeof PROGRAM_PAGES)[number]['id'];
type PageId = ProgramPageId | (typeof INSTALLATION_PAGES)[number]['id'];
export type Page<Id extends PageId = PageId> = { id: Id; href: string };

/** The order of use in the menu: the first four or five are what a thumb reaches on a phone. */
const OFFICE_MENU = [
  ...(['home', 'pairs', 'timetable', 'meetings', 'funnel'] as const),
  ...(['startups', 'investors', 'people', 'audit', 'settings'] as const),
];
export type MenuPageId = (typeof OFFICE_MENU)[number];
const MENU: Readonly<Record<Role, readonly MenuPageId[]>> = {
  admin: OFFICE_MENU,
  officer: OFFICE_MENU,
  manager: ['home', 'funnel', 'pairs', 'meetings', 'timetable', 'startups', 'investors'],
  startup: ['home', 'meetings', 'pairs', 'investors'],
};
const INSTALLATION_MENU = ['programs', 'funnels', 'allPeople', 'account'] as const;
type InstallationMenuId = (typeof INSTALLATION_MENU)[number];

/** A program as far as its pages go by it. */
export type PagedProgram = { slug: string; role: Role; isClosed: boolean };

/** The pages of one program for a role in it. */
export function programPages({ slug, role, isClosed }: PagedProgram): Page<ProgramPageId>[] {
  return PROGRAM_PAGES.filter(({ roles, changes }) => roles.includes(role) && !(changes && isClosed)).map(
    ({ id, path }) => ({ id, href: `/programs/${slug}${path}` }),
  );
}

/** Those of them that stand in the menu, in its order. */
export function programMenu(program: PagedProgram): Page<MenuPageId>[] {
  return placed(MENU[program.role], programPages(program));
}

/** Those beside programs for a person with these roles. */
export function installationPages(roles: readonly Role[]): Page[] {
  return INSTALLATION_PAGES.filter((each) => roles.some((role) => each.roles.includes(role))).map(
    ({ id, path }) => ({ id, href: path }),
  );
}

export function installationMenu(roles: readonly Role[]): Page<InstallationMenuId>[] {
  return placed(INSTALLATION_MENU, installationPages(roles));
}

function placed<Id extends PageId>(order: readonly Id[], pages: readonly Page[]): Page<Id>[] {
  return order.flatMap((id) => pages.filter((each): each is Page<Id> => each.id === id));
}

/**
 * The roles a viewer has anywhere; everybody may open what is everybody's. Also a right that still needs a second proof: its
 * pages lead to where it is given.
 */
export function rolesOf(
  viewer: Pick<Viewer, 'isAdmin' | 'adminNeedsProof'> & { programs: readonly { role: Role }[] },
): Role[] {
  const isAdmin = viewer.isAdmin || viewer.adminNeedsProof;
  return [
    ...new Set<Role>([
      ...(isAdmin ? ['admin' as const] : []),
      'startup',
      ...viewer.programs.map(({ role }) => role),
    ]),
  ];
}

import { describe, expect, it } from 'vitest';
import { canReadAudit } from '@/lib/audit/policy';
import { type ProgramScope, ROLES, type Role } from '@/lib/core/scope';
import { canSeeFunnel } from '@/lib/funnel/policy';
import { canImport } from '@/lib/import/policy';
import { canReadSuggestions } from '@/lib/match/policy';
import { canReadPeople } from '@/lib/person/policy';
import { canCloneProgram, canCloseProgram, canEditProgram, canReadSettings } from '@/lib/program/policy';
import { canReadTimetables } from '@/lib/timetable/policy';
import { canTakeArchive } from '@/lib/transfer/policy';
import { installationMenu, programMenu, programPages, rolesOf } from './pages';

const scopeOf = (role: Role, isClosed: boolean) =>
  ({ role, program: { closedAt: isClosed ? '2023-06-01T00:00:00Z' : null } }) as ProgramScope;

/** The right that each page asks for at its gate. */
const GATES = {
  audit: canReadAudit,
  funnel: canSeeFunnel,
  import: canImport,
  suggestions: canReadSuggestions,
  suggestionRecord: canReadSuggestions,
  people: canReadPeople,
  setup: canEditProgram,
  settings: canReadSettings,
  rates: canReadSettings,
  close: canCloseProgram,
  clone: canCloneProgram,
  archive: canTakeArchive,
  timetable: canReadTimetables,
} as const;

describe('the list of pages', () => {
  for (const role of ROLES)
    for (const isClosed of [false, true])
      it(`offers ${role} of ${isClosed ? 'a closed' : 'an open'} program what the gates let through, and no more`, () => {
        const offered = new Set<string>(programPages({ slug: 'x', role, isClosed }).map(({ id }) => id));
        for (const [id, may] of Object.entries(GATES))
          expect([id, offered.has(id)]).toEqual([id, may(scopeOf(role, isClosed))]);
      });

  it('makes the menu of it, in the order of each role’s use', () => {
    const menuOf = (role: Role) => programMenu({ slug: 'x', role, isClosed: true }).map(({ href }) => href);
    expect(menuOf('officer')).toEqual(menuOf('admin'));
    expect(menuOf('officer').slice(0, 3)).toEqual([
      '/programs/x',
      '/programs/x/pairs',
      '/programs/x/timetable',
    ]);
    expect(menuOf('manager')[1]).toBe('/programs/x/funnel');
    expect(menuOf('manager')).not.toContain('/programs/x/people');
    expect(menuOf('startup')).toEqual([
      '/programs/x',
      '/programs/x/meetings',
      '/programs/x/pairs',
      '/programs/x/investors',
    ]);
  });

  it('leads whoever still owes a second proof of the right to the pages that ask for it', () => {
    const viewer = { isAdmin: false, adminNeedsProof: true, programs: [] };
    const menuOf = (each: typeof viewer) => installationMenu(rolesOf(each)).map(({ id }) => id);
    expect(menuOf(viewer)).toEqual(['programs', 'funnels', 'allPeople', 'account']);
    expect(menuOf({ ...viewer, adminNeedsProof: false })).toEqual(['programs', 'account']);
  });
});

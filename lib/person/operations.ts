import type { noInput, pageInput } from '@/lib/core/fields';
import { get, post } from '@/lib/core/operation';
import type { nothingShape } from '@/lib/core/shapes';
import type {
  changedMembership,
  changedMemberships,
  changedPerson,
  changeRoleInput,
  chooseLocaleInput,
  chooseThemeInput,
  listPeopleInput,
  members,
  membershipInput,
  membershipsInput,
  people,
  peopleCounts,
  personInput,
  setAdminInput,
} from './schema';

export const personOperations = {
  listMembers: get<typeof pageInput, typeof members>(
    'person.list_members',
    '/programs/{program}/people',
    'People of the program and their roles',
  ),
  changeRole: post<typeof changeRoleInput, typeof changedMembership>(
    'person.change_role',
    '/programs/{program}/people/{membershipId}/role',
    'Change the role of a member',
  ),
  endMembership: post<typeof membershipInput, typeof changedMembership>(
    'person.end_membership',
    '/programs/{program}/people/{membershipId}/end',
    'Remove a person from the program',
  ),
  endMemberships: post<typeof membershipsInput, typeof changedMemberships>(
    'person.end_memberships',
    '/programs/{program}/people/end',
    'Remove several people from the program, all or none',
  ),
  restoreMembership: post<typeof membershipInput, typeof changedMembership>(
    'person.restore_membership',
    '/programs/{program}/people/{membershipId}/restore',
    'Restore a person to the program',
  ),
  chooseLocale: post<typeof chooseLocaleInput, typeof nothingShape>(
    'person.choose_locale',
    '/account/locale',
    'Choose the language',
  ),
  chooseTheme: post<typeof chooseThemeInput, typeof nothingShape>(
    'person.choose_theme',
    '/account/theme',
    'Choose light or dark',
  ),
  signOut: post<typeof noInput, typeof nothingShape>('person.sign_out', '/account/sign-out', 'Sign out here'),
  listPeople: get<typeof listPeopleInput, typeof people>(
    'person.list',
    '/people',
    'People of the installation',
  ),
  countPeople: get<typeof noInput, typeof peopleCounts>(
    'person.count',
    '/people/counts',
    'Number of accounts: open, admins, not joined, closed',
  ),
  setAdmin: post<typeof setAdminInput, typeof changedPerson>(
    'person.set_admin',
    '/people/{personId}/admin',
    'Grant or take away the admin right',
  ),
  archivePerson: post<typeof personInput, typeof changedPerson>(
    'person.archive',
    '/people/{personId}/archive',
    'Close an account',
  ),
  restorePerson: post<typeof personInput, typeof changedPerson>(
    'person.restore',
    '/people/{personId}/restore',
    'Reopen an account',
  ),
};

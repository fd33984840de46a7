import { changePassword, editAccount, endOtherSignIns, endSignIn } from '@/lib/person/commands/account';
import { archivePerson, restorePerson, setAdmin } from '@/lib/person/commands/installation';
import { changeRole, endMembership, restoreMembership } from '@/lib/person/commands/membership';
import { chooseLocale, chooseTheme } from '@/lib/person/commands/preferences';
import { signOut } from '@/lib/person/commands/sign-in';
import { findAccount } from '@/lib/person/queries/account';
import { countPeople } from '@/lib/person/queries/counts';
import { listMembers } from '@/lib/person/queries/members';
import { listPeople } from '@/lib/person/queries/people';
import { inInstallation, inProgram } from '../operation';

const inAccount = [
  inInstallation(findAccount, {
    method: 'GET',
    path: '/account',
    summary: 'Your own account and its sign-ins',
  }),
  inInstallation(editAccount, { method: 'PATCH', path: '/account', summary: 'Change your own name' }),
  inInstallation(chooseLocale, { method: 'POST', path: '/account/locale', summary: 'Choose the language' }),
  inInstallation(chooseTheme, { method: 'POST', path: '/account/theme', summary: 'Choose light or dark' }),
  inInstallation(changePassword, {
    method: 'POST',
    path: '/account/password',
    summary: 'Set a new password; ends other sign-ins',
  }),
  inInstallation(endOtherSignIns, {
    method: 'POST',
    path: '/account/sign-ins/end-others',
    summary: 'Sign out everywhere but here',
  }),
  inInstallation(endSignIn, {
    method: 'POST',
    path: '/account/sign-ins/{signIn}/end',
    summary: 'End one sign-in',
  }),
  inInstallation(signOut, { method: 'POST', path: '/account/sign-out', summary: 'Sign out here' }),
];

const ofInstallation = [
  inInstallation(listPeople, { method: 'GET', path: '/people', summary: 'People of the installation' }),
  inInstallation(countPeople, {
    method: 'GET',
    path: '/people/counts',
    summary: 'Number of accounts: open, admins, not joined, closed',
  }),
  inInstallation(setAdmin, {
    method: 'POST',
    path: '/people/{person}/admin',
    summary: 'Grant or take away the admin right',
  }),
  inInstallation(archivePerson, {
    method: 'POST',
    path: '/people/{person}/archive',
    summary: 'Close an account',
  }),
  inInstallation(restorePerson, {
    method: 'POST',
    path: '/people/{person}/restore',
    summary: 'Reopen an account',
  }),
];

export const personOperations = [
  inProgram(listMembers, {
    method: 'GET',
    path: '/people',
    summary: 'People of the program and their roles',
  }),
  inProgram(changeRole, {
    method: 'POST',
    path: '/people/{membership}/role',
    summary: 'Change the role of a member',
  }),
  inProgram(endMembership, {
    method: 'POST',
    path: '/people/{membership}/end',
    summary: 'Remove a person from the program',
  }),
  inProgram(restoreMembership, {
    method: 'POST',
    path: '/people/{membership}/restore',
    summary: 'Restore a person to the program',
  }),
  ...inAccount,
  ...ofInstallation,
];

import { invitePeople, invitePerson, resendInvitation } from '@/lib/invitation/commands/invite';
import {
  changePassword,
  editAccount,
  endOtherSignIns,
  endSignIn,
  removeIdentity,
} from '@/lib/person/commands/account';
import { setFirstPassword } from '@/lib/person/commands/first-password';
import { archivePerson, restorePerson, setAdmin } from '@/lib/person/commands/installation';
import {
  changeRole,
  endMembership,
  endMemberships,
  restoreMembership,
} from '@/lib/person/commands/membership';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from '@/lib/person/commands/passkeys';
import { chooseLocale, chooseTheme } from '@/lib/person/commands/preferences';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@/lib/person/commands/second-factor';
import { signOut } from '@/lib/person/commands/sign-in';
import { findAccount } from '@/lib/person/queries/account';
import { countPeople } from '@/lib/person/queries/counts';
import { listMembers } from '@/lib/person/queries/members';
import { listPeople } from '@/lib/person/queries/people';
import type { Bound } from '@/lib/platform/bound';
import { createApiToken, revokeApiToken } from '@/lib/token/commands';
import { listApiTokens } from '@/lib/token/queries';
import {
  createWebhook,
  editWebhook,
  endWebhook,
  replaceKey,
  resendDelivery,
  testWebhook,
} from '@/lib/webhook/commands/manage';
import { listDeliveries, listWebhooks } from '@/lib/webhook/queries';

/** Members, accounts, invitations and tokens. */
export const PEOPLE: readonly Bound[] = [
  listMembers,
  changeRole,
  endMembership,
  endMemberships,
  restoreMembership,
  findAccount,
  editAccount,
  chooseLocale,
  chooseTheme,
  changePassword,
  setFirstPassword,
  endOtherSignIns,
  endSignIn,
  beginPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  removeSecondFactor,
  removeIdentity,
  signOut,
  listPeople,
  countPeople,
  setAdmin,
  archivePerson,
  restorePerson,
  invitePerson,
  invitePeople,
  resendInvitation,
  listApiTokens,
  createApiToken,
  revokeApiToken,
  listWebhooks,
  createWebhook,
  editWebhook,
  endWebhook,
  replaceKey,
  testWebhook,
  listDeliveries,
  resendDelivery,
];

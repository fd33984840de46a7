import type { noInput } from '@/lib/core/fields';
import { create, get, patch, post } from '@/lib/core/operation';
import type { nothingShape } from '@/lib/core/shapes';
import type {
  account,
  addedPasskey,
  addPasskeyInput,
  beginSecondFactorOutput,
  changePasswordInput,
  codeInput,
  editAccountInput,
  editedAccount,
  endedAccess,
  endedSignIns,
  endSignInInput,
  identityInput,
  passkeyCreation,
  passkeyInput,
  passkeyRequest,
  recoveryCodesOutput,
  renamePasskeyInput,
  setFirstPasswordInput,
} from '../schema/account';

/** What people do to their own account, and what stands between a first proof and a sign-in. */
export const accountOperations = {
  findAccount: get<typeof noInput, typeof account>(
    'person.account',
    '/account',
    'Your own account, its sign-ins and the ways into it',
  ),
  editAccount: patch<typeof editAccountInput, typeof editedAccount>(
    'person.edit_account',
    '/account',
    'Change your own name',
  ),
  changePassword: post<typeof changePasswordInput, typeof endedAccess>(
    'person.change_password',
    '/account/password',
    'Set a new password; ends other sign-ins',
  ),
  setFirstPassword: post<typeof setFirstPasswordInput, typeof nothingShape>(
    'person.set_first_password',
    '/account/first-password',
    'Set a password where there is none',
  ),
  endSignIn: post<typeof endSignInInput, typeof nothingShape>(
    'person.end_sign_in',
    '/account/sign-ins/{signInId}/end',
    'End one sign-in',
  ),
  endOtherSignIns: post<typeof noInput, typeof endedSignIns>(
    'person.end_other_sign_ins',
    '/account/sign-ins/end-others',
    'Sign out everywhere but here',
  ),
  beginPasskey: post<typeof noInput, typeof passkeyCreation>(
    'person.begin_passkey',
    '/account/passkeys/begin',
    'A challenge for a new passkey',
  ),
  addPasskey: create<typeof addPasskeyInput, typeof addedPasskey>(
    'person.add_passkey',
    '/account/passkeys',
    'Add the passkey that answers the challenge',
  ),
  renamePasskey: patch<typeof renamePasskeyInput, typeof nothingShape>(
    'person.rename_passkey',
    '/account/passkeys/{passkeyId}',
    'Rename a passkey',
  ),
  removePasskey: post<typeof passkeyInput, typeof nothingShape>(
    'person.remove_passkey',
    '/account/passkeys/{passkeyId}/remove',
    'Remove a passkey',
  ),
  beginSecondFactor: post<typeof noInput, typeof beginSecondFactorOutput>(
    'person.begin_second_factor',
    '/account/second-factor/begin',
    'A secret for an authenticator app; shown once',
  ),
  confirmSecondFactor: post<typeof codeInput, typeof recoveryCodesOutput>(
    'person.confirm_second_factor',
    '/account/second-factor',
    'Turn the second factor on by a first code; answers the recovery codes once',
  ),
  renewRecoveryCodes: post<typeof codeInput, typeof recoveryCodesOutput>(
    'person.renew_recovery_codes',
    '/account/second-factor/recovery-codes',
    'New recovery codes in place of the old; answers them once',
  ),
  removeSecondFactor: post<typeof codeInput, typeof nothingShape>(
    'person.remove_second_factor',
    '/account/second-factor/remove',
    'Turn the second factor off',
  ),
  removeIdentity: post<typeof identityInput, typeof nothingShape>(
    'person.remove_identity',
    '/account/identities/{identityId}/remove',
    'Disconnect an account at a sign-in provider',
  ),
  /** Asks for no sign-in. */
  beginPasskeySignIn: post<typeof noInput, typeof passkeyRequest>(
    'person.begin_passkey_sign_in',
    '/sign-in/passkey',
    'A challenge for signing in by passkey',
  ),
  /** Asks for no sign-in but one that waits for its code. */
  giveCode: post<typeof codeInput, typeof nothingShape>(
    'person.give_code',
    '/sign-in/code',
    'Give the code that a sign-in waits for',
  ),
};

import { create, post } from '@/lib/core/operation';
import type { nothingShape } from '@/lib/core/shapes';
import type {
  invited,
  invitedPeople,
  invitePeopleInput,
  invitePersonInput,
  requestPasswordInput,
  requestSignInLinkInput,
  resendInvitationInput,
} from './schema';

export const invitationOperations = {
  invitePerson: create<typeof invitePersonInput, typeof invited>(
    'invitation.invite',
    '/programs/{program}/people',
    'Invite a person by mail',
  ),
  invitePeople: create<typeof invitePeopleInput, typeof invitedPeople>(
    'invitation.invite_many',
    '/programs/{program}/people/invitations',
    'Invite up to 100 people by mail, all or none',
  ),
  resendInvitation: post<typeof resendInvitationInput, typeof invited>(
    'invitation.resend',
    '/programs/{program}/people/{membershipId}/invitation',
    'Send the invitation again',
  ),
  /** Asks for no sign-in. */
  requestPassword: post<typeof requestPasswordInput, typeof nothingShape>(
    'invitation.request_password',
    '/sign-in/password-links',
    'Mail a link that sets a new password, where the address has an account',
  ),
  /** Asks for no sign-in. */
  requestSignInLink: post<typeof requestSignInLinkInput, typeof nothingShape>(
    'invitation.request_sign_in_link',
    '/sign-in/links',
    'Mail a link that signs in once, where the address has an account',
  ),
};

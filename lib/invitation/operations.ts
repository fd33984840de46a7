import { create, post } from '@/lib/core/operation';
import type { invitePersonInput, resendInvitationInput } from './schema';

export const invitationOperations = {
  invitePerson: create<typeof invitePersonInput>(
    'invitation.invite',
    '/programs/{program}/people',
    'Invite a person by mail',
  ),
  resendInvitation: post<typeof resendInvitationInput>(
    'invitation.resend',
    '/programs/{program}/people/{membershipId}/invitation',
    'Send the invitation again',
  ),
};

import { invitePerson, resendInvitation } from '@/lib/invitation/commands/invite';
import { inProgram } from '../operation';

export const invitationOperations = [
  inProgram(invitePerson, {
    method: 'POST',
    path: '/people',
    summary: 'Invite a person by mail',
    creates: true,
  }),
  inProgram(resendInvitation, {
    method: 'POST',
    path: '/people/{membership}/invitation',
    summary: 'Send the invitation again',
  }),
];

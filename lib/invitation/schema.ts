import { z } from 'zod';
import { emailField, idField, requiredText, textField } from '@/lib/core/fields';
import { idShape, versionShape } from '@/lib/core/shapes';
import { localeField, passwordField, roleField } from '@/lib/person/schema';

/** What stands in a link: 256 random bits in base64url. */
const linkField = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Told together with what is wrong in other fields: a startup's person needs a startup. */
function hasStartup({ role, startupId }: { role?: unknown; startupId?: unknown }): boolean {
  return role !== 'startup' || Boolean(startupId);
}

export const invitePersonInput = z
  .strictObject({
    email: emailField,
    name: requiredText(80),
    /** In Latin letters, for English pages. */
    nameEn: textField(80).optional(),
    role: roleField,
    startupId: idField.nullable().optional(),
    /** The language of the mail, and of the person until they choose another. */
    locale: localeField.optional(),
  })
  .refine(hasStartup, {
    path: ['startupId'],
    params: { reason: 'startup_needed' },
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

/** Up to 100 people, all of them or none. */
export const invitePeopleInput = z.strictObject({ people: z.array(invitePersonInput).min(1).max(100) });
export const resendInvitationInput = z.strictObject({ membershipId: idField });

export const acceptInvitationInput = z.strictObject({
  link: linkField,
  password: passwordField,
  locale: localeField.optional(),
});
export const requestPasswordInput = z.strictObject({ email: emailField });
/** `next`: the page of this site that the link leads to. */
export const requestSignInLinkInput = z.strictObject({
  email: emailField,
  next: z.string().max(2000).optional(),
});
export const signInByLinkInput = z.strictObject({ link: linkField });

/**
 * Who was invited, in the order of the input. `link` opens the account: shown once, and only of a person whom this
 * invitation made; everybody else has it, or an account, already.
 */
export const invitedPeople = z.strictObject({
  items: z.array(
    z.strictObject({
      membershipId: idShape,
      version: versionShape,
      email: z.string(),
      mail: z.enum(['queued', 'kept']),
      link: z.string().nullable(),
    }),
  ),
});
export type InvitedPeople = z.output<typeof invitedPeople>;

/** `mail`: where the mail is; the invitation can be sent again. */
export const invited = z.strictObject({
  membershipId: idShape,
  personId: idShape,
  mail: z.enum(['queued', 'kept']),
});
